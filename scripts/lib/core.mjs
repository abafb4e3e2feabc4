// The core, as tests and measurements use it: the native command line and the wasm module in Node.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root, wasmOut } from "./paths.mjs";
import { Problem, run } from "./say.mjs";

const target = process.env.CARGO_TARGET_DIR || join(root, "target");
const suffix = process.platform === "win32" ? ".exe" : "";

/** The command line's path, once `buildNative` has run. */
export const binary = join(target, "release", `copydesk${suffix}`);

/** Builds the command line. */
export async function buildNative() {
  await run("cargo", ["build", "--release", "--features", "cli", "--bin", "copydesk"], {
    cwd: root,
  });
}

/** Builds one of the programs in examples/ and gives its path. */
export async function buildExample(name) {
  await run("cargo", ["build", "--release", "--example", name], { cwd: root });
  return join(target, "release", "examples", `${name}${suffix}`);
}

/** Runs the command line and gives its standard output; a Problem when it fails. */
export function copydesk(args, { input } = {}) {
  const result = spawnSync(binary, args, { input, encoding: "utf8", maxBuffer: 1 << 30 });
  if (result.status !== 0) {
    throw new Problem(`copydesk ${args[0]} ended with ${result.status}: ${result.stderr}`);
  }
  return result.stdout;
}

/** The wasm module, once `buildWasm` has run. */
export function loadWasm() {
  const code = readFileSync(join(wasmOut, "copydesk.js"), "utf8");
  // The file is a classic script that leaves one global.
  const bindings = new Function(`${code}\nreturn wasm_bindgen;`)();
  bindings.initSync({ module: readFileSync(join(wasmOut, "copydesk_bg.wasm")) });
  return bindings;
}
