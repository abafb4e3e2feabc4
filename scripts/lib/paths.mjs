// Where things are: the project, what is built, and what set-up keeps between runs.

import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(fileURLToPath(new URL("../..", import.meta.url)));

const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "copydesk");

/** Tools that set-up builds, each in a folder named by its version. */
export const tools = join(cache, "tools");

/** Other projects' extractors, which only a comparison installs. */
export const peers = join(cache, "peers");

/** Data for measuring, which is no part of the repository; tests that need it skip without. */
export const shared = resolve(process.env.COPYDESK_SHARED || join(root, "..", "shared"));

export const site = join(root, "dist", "site");
/** The package for npm. */
export const npm = join(root, "dist", "npm");
export const wasmOut = join(root, "build", "wasm");
