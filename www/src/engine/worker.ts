// The worker's loop: one wasm instance, one request at a time.
//
// wasm-bindgen's classic script stands before this one and leaves `wasm_bindgen`. After a trap
// the instance may hold anything, so the reply is "failed" and the page ends this worker.

import type { FlatResult, OwnName, OwnProblem, Reply, Request, Tables } from "./protocol.js";

/** A list that wasm holds. */
interface OwnNames {
  entries(): OwnName[];
  problems(): OwnProblem[];
  toJson(): string;
  toCsv(): string;
  free(): void;
}

declare const wasm_bindgen: {
  initSync(options: { module: WebAssembly.Module }): unknown;
  tables(): Tables;
  OwnNames: new (bytes: Uint8Array) => OwnNames;
  read(bytes: Uint8Array, options: unknown, names: OwnNames): FlatResult;
  annotateJson(bytes: Uint8Array, options: unknown, names: OwnNames, utf16: boolean): string;
};

// The lib is the page's; of the worker's own scope only these two are used.
const scope = globalThis as unknown as {
  postMessage(reply: Reply, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<Request>) => void) | null;
};

// Read once at the start, so that tables and patterns are built before the first article.
const WARM_UP =
  "Oslo, 3 May 2021 (Wire) – “We paid $5 million,” Mr. Jan Dahl of the United Nations said.";

let names: OwnNames;

function start(module: WebAssembly.Module, list: Uint8Array): Reply {
  wasm_bindgen.initSync({ module });
  const tables = wasm_bindgen.tables();
  names = new wasm_bindgen.OwnNames(list);
  const encode = new TextEncoder();
  wasm_bindgen.read(encode.encode(WARM_UP), { id: "", input: "text" }, names);
  wasm_bindgen.read(encode.encode(`<p>${WARM_UP}</p>`), { id: "", input: "html" }, names);
  return { kind: "started", tables };
}

function readNames(number: number, bytes: Uint8Array, use: boolean): Reply {
  const read = new wasm_bindgen.OwnNames(bytes);
  const list = {
    entries: read.entries(),
    problems: read.problems(),
    json: read.toJson(),
    csv: read.toCsv(),
  };
  const used = use && list.problems.length === 0;
  (used ? names : read).free();
  if (used) names = read;
  return { kind: "names", number, list };
}

function answer(request: Request): Reply {
  if (request.kind === "start") return start(request.module, request.names);
  const { number, bytes } = request;
  try {
    if (request.kind === "names") return readNames(number, bytes, request.use);
    const { options } = request;
    if (request.kind === "json") {
      return {
        kind: "json",
        number,
        json: wasm_bindgen.annotateJson(bytes, options, names, false),
      };
    }
    const from = performance.now();
    const result = wasm_bindgen.read(bytes, options, names);
    return { kind: "read", number, result, milliseconds: performance.now() - from };
  } catch (error) {
    return { kind: "failed", number, message: String(error) };
  }
}

scope.onmessage = ({ data }) => {
  const reply = answer(data);
  if (reply.kind !== "read") return scope.postMessage(reply);
  const { blocks, entities, quotes } = reply.result;
  scope.postMessage(reply, [blocks.buffer, entities.buffer, quotes.buffer]);
};
