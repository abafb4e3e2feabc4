// The package's entry for browsers, workers and bundlers.

import { Desk, type Wasm } from "./desk.js";

export {
  type AnnotateOptions,
  type Article,
  type Desk,
  type ExtractOptions,
  type NameList,
  type Names,
  NamesError,
  type OwnName,
  type Tagged,
  type TagOptions,
  type Wasm,
} from "./desk.js";
export type * from "./document.js";

/** Starts Copydesk. Once is enough: what it gives reads any number of articles. */
export function load(wasm: Wasm = new URL("./copydesk.wasm", import.meta.url)): Promise<Desk> {
  return Desk.open(wasm);
}
