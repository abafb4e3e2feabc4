// Every version that must agree with another one. The npm packages' are in package.json, the
// crates' in Cargo.toml.

import { readFileSync } from "node:fs";
import { root } from "./paths.mjs";
import { Problem } from "./say.mjs";

const cargo = readFileSync(`${root}/Cargo.toml`, "utf8");

function read(pattern, what) {
  const found = cargo.match(pattern);
  if (!found) throw new Problem(`Cargo.toml: no ${what}`);
  return found[1];
}

export const COPYDESK = read(/^version = "([\d.]+)"/m, "version");

/** The crate's exact pin; the command-line tool must be the same. */
export const WASM_BINDGEN = read(/^wasm-bindgen = "=([\d.]+)"/m, 'wasm-bindgen = "=VERSION"');

/** The oldest compiler that builds the project. */
export const RUST = read(/^rust-version = "([\d.]+)"/m, "rust-version");

export const WASM_PACK = "0.15.1";
export const GECKODRIVER = "0.37.1";
