// The package's entry for Node: the engine is a file, and nothing is fetched.

import { readFile } from "node:fs/promises";
import { Desk, type Wasm } from "./desk.js";

export { NamesError } from "./desk.js";

export async function load(
  wasm: Wasm = new URL("./copydesk.wasm", import.meta.url),
): Promise<Desk> {
  const isFile = wasm instanceof URL && wasm.protocol === "file:";
  return Desk.open(isFile ? await readFile(wasm) : wasm);
}
