// Article files on this machine: finding, unpacking and naming them.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { shared } from "./paths.mjs";

/** The files of a folder whose names match, sorted; none where there is no such folder. */
export function listed(folder, ending) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => ending.test(name));
  return names.sort().map((name) => join(folder, name));
}

/** A file's bytes, unpacked. */
export function bytesOf(path) {
  const bytes = readFileSync(path);
  return path.endsWith(".gz") ? gunzipSync(bytes) : bytes;
}

export const textOf = (path) => bytesOf(path).toString("utf8");

/** What the command line calls the document of a file. */
export const idOf = (path) => basename(path).replace(/(\.(html?|txt))?(\.gz)?$/, "");

/** The pages whose article texts are known, and what `Select all`, `Copy` gives of each. */
export const EXTRACT = join(shared, "data", "extract", "dev");
export const webPages = () => listed(join(EXTRACT, "html"), /\.html\.gz$/);
export const pastedPages = () => listed(join(EXTRACT, "pasted"), /\.txt\.gz$/);
