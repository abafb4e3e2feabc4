// What the page and the worker say to each other. Every request gets exactly one reply with its
// number; a worker that cannot reply is ended by the page.

/** What the page knows about an article's bytes. */
export interface ReadOptions {
  id: string;
  input?: "html" | "text";
  encoding?: string;
  /** Indexes of blocks that the reader keeps, and removes, whatever the engine says. */
  restored?: number[];
  removed?: number[];
}

export type Request =
  | { kind: "start"; module: WebAssembly.Module; names: Uint8Array }
  /** Reads a list of own names; with `use` it holds from now on, unless something is wrong in it. */
  | { kind: "names"; number: number; bytes: Uint8Array; use: boolean }
  | { kind: "read"; number: number; bytes: Uint8Array; options: ReadOptions }
  | { kind: "json"; number: number; bytes: Uint8Array; options: ReadOptions };

export type Reply =
  | { kind: "started"; tables: Tables }
  | { kind: "read"; number: number; result: FlatResult; milliseconds: number }
  | { kind: "json"; number: number; json: string }
  | { kind: "names"; number: number; list: OwnList }
  /** The instance trapped or threw; it is not used again. */
  | { kind: "failed"; number: number; message: string };

/** An entry of the reader's own list: a name or a pattern; `docs/names.md` says what they mean. */
export interface OwnName {
  name?: string;
  pattern?: string;
  label: string;
  aliases: string[];
}

/** What is wrong in a list; line and column from 1, the entry from 0 where it is one entry's. */
export interface OwnProblem {
  line: number;
  column: number;
  entry?: number;
  message: string;
}

/** A list as the engine read it: what is right in it, what is not, and how it is written. */
export interface OwnList {
  entries: OwnName[];
  problems: OwnProblem[];
  json: string;
  csv: string;
}

/** The names behind the numbers of a flat result. */
export interface Tables {
  labels: string[];
  roles: string[];
  reasons: { code: string; sentence: string }[];
  sources: { code: string; phrase: string }[];
}

/** Pieces of metadata. */
export type Field = "headline" | "byline" | "published" | "site" | "language";

/** What the engine gives for one article; `src/wasm.rs` says what the numbers are. */
export interface FlatResult {
  text: string;
  blocks: Uint32Array;
  entities: Uint32Array;
  whys: string;
  quotes: Uint32Array;
  rest: {
    id: string;
    input: string;
    headline?: string;
    byline?: string;
    published?: string;
    site?: string;
    language?: string;
    /** The code of each one's source, where there is a value. */
    sources: Partial<Record<Field, string>>;
    clusters: {
      name: string;
      label: number;
      mentions: number[];
      variants: string[];
      roles: string[];
      why: string;
    }[];
    dates: { entity: number; value: string; granularity: string; why: string }[];
    warnings: { code: string; message: string; start: number; end: number }[];
  };
}
