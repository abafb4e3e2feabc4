// What the package gives: takes texts, bytes and lists, gives documents as the core writes them.
//
// A thin layer over the WebAssembly engine. Everything is checked before it goes in, so whatever
// comes out as an exception is a trap; a trapped engine is never used again.

import type {
  AnnotationDocument,
  Extract,
  Label,
  NameProblem,
  OffsetUnit,
  Options,
} from "./document.js";
import start, { type Engine, type EngineNames } from "./glue.js";

/** A text, or the bytes of a file in any encoding. */
export type Article = string | ArrayBuffer | ArrayBufferView;

/**
 * Where the engine is, when it is not beside this file: its address, its bytes, a `Response`, or a
 * `WebAssembly.Module` that is compiled already.
 */
export type Wasm = string | object;

/** One of your own names or patterns; labels are the document's, and usual others such as `PER`. */
export type OwnName =
  | { name: string; label: string; aliases?: readonly string[] }
  | { pattern: string; label: string };

/** Your own names and patterns: a file in JSON or CSV, or its entries. */
export type NameList = Article | readonly OwnName[];

type Given<T> = { [Key in keyof T]?: T[Key] | null | undefined };

/** Everything may be left out. */
export type ExtractOptions = Given<Omit<Options, "keepAll">>;

/** Everything may be left out. */
export type AnnotateOptions = Given<Options> & {
  /** What goes before everything else; a list for many articles is read once by `desk.names`. */
  names?: Names | NameList | null | undefined;
  /** What offsets count: `utf16`, as JavaScript's strings do, unless you say `codepoint`. */
  offsetUnit?: OffsetUnit | null | undefined;
};

/** Everything may be left out. */
export type TagOptions = Pick<AnnotateOptions, "names">;

/** A name, date or amount of a text that was tagged alone; offsets count UTF-16 units. */
export type Tagged = { start: number; end: number; text: string; label: Label; confidence: number };

/** A list with mistakes: each has its line and column, or its entry where you gave entries. */
export class NamesError extends Error {
  override readonly name = "NamesError";
  readonly problems: readonly NameProblem[];

  constructor(problems: readonly NameProblem[], asEntries: boolean) {
    const lines = problems.map(({ line, column, entry, message }) =>
      asEntries
        ? `entry ${entry ?? "?"}: ${message}`
        : `line ${line}, column ${column}: ${message}`,
    );
    super(`the list of names is wrong\n${lines.join("\n")}`);
    this.problems = problems;
  }
}

/** Your own names and patterns, read and ready: see `desk.names`. */
export class Names {
  readonly #list: Uint8Array;
  /** An engine knows only what it has read itself. */
  readonly #read = new WeakMap<Engine, EngineNames>();

  /** @internal */
  constructor(list: Uint8Array) {
    this.#list = list;
  }

  /** @internal */
  in(engine: Engine): EngineNames {
    const read = this.#read.get(engine) ?? new engine.OwnNames(this.#list);
    this.#read.set(engine, read);
    return read;
  }
}

const NO_NAMES = new Names(new Uint8Array());

/** Reads articles. Everything stays on this machine. */
export class Desk {
  readonly #module: WebAssembly.Module;
  #engine: Engine | undefined;

  private constructor(module: WebAssembly.Module) {
    this.#module = module;
    this.#engine = start(module);
  }

  /** @internal */
  static async open(wasm: Wasm): Promise<Desk> {
    return new Desk(await compile(wasm));
  }

  /** Everything that is in an article: blocks, names, who is who, quotations, dates. */
  annotate(article: Article, options: AnnotateOptions = {}): AnnotationDocument {
    const { names, offsetUnit, ...rest } = checked(options, ANNOTATE);
    const own = this.#own(names);
    const [bytes, given] = input(article, rest);
    return JSON.parse(
      this.#run((engine) =>
        engine.annotateJson(bytes, given, own.in(engine), offsetUnit !== "codepoint"),
      ),
    );
  }

  /** The article's text and metadata alone, in a fraction of the time. */
  extract(article: Article, options: ExtractOptions = {}): Extract {
    const [bytes, given] = input(article, checked(options, EXTRACT));
    return this.#run((engine) => engine.extract(bytes, given));
  }

  /**
   * The names, dates and amounts of a plain text as it stands: nothing is taken away, linked or
   * attributed, and it takes half the time.
   */
  tag(text: string, options: TagOptions = {}): Tagged[] {
    if (typeof text !== "string") {
      throw new TypeError(`the text must be a string, not ${shown(text)}`);
    }
    const own = this.#own(checked(options, TAG).names);
    const [numbers, labels] = this.#run((engine): [Uint32Array, Label[]] => [
      engine.tag(text, own.in(engine)),
      engine.tables().labels,
    ]);
    const tagged: Tagged[] = [];
    for (let at = 0; at < numbers.length; at += 4) {
      const [start = 0, end = 0, label = 0, thousandths = 0] = numbers.subarray(at, at + 4);
      tagged.push({
        start,
        end,
        text: text.slice(start, end),
        label: labels[label] as Label,
        confidence: thousandths / 1000,
      });
    }
    return tagged;
  }

  /** Reads a list once, for any number of articles; throws a `NamesError` when it has mistakes. */
  names(list: NameList): Names {
    const asEntries = Array.isArray(list);
    const names = new Names(bytesOf(asEntries ? JSON.stringify(list) : (list as Article), "list"));
    const problems: NameProblem[] = this.#run((engine) => names.in(engine).problems());
    if (problems.length > 0) throw new NamesError(problems, asEntries);
    return names;
  }

  #own(names: Names | NameList | null | undefined): Names {
    return names instanceof Names ? names : names == null ? NO_NAMES : this.names(names);
  }

  #run<T>(work: (engine: Engine) => T): T {
    this.#engine ??= start(this.#module);
    try {
      return work(this.#engine);
    } catch (cause) {
      this.#engine = undefined;
      throw new Error(`the engine failed and is started anew for the next call: ${cause}`, {
        cause,
      });
    }
  }
}

async function compile(wasm: Wasm): Promise<WebAssembly.Module> {
  if (wasm instanceof WebAssembly.Module) return wasm;
  const isAddress = typeof wasm === "string" || wasm instanceof URL;
  const found = isAddress ? await fetch(wasm) : wasm;
  if (typeof Response !== "function" || !(found instanceof Response)) {
    return WebAssembly.compile(bytesOf(found, "engine") as Uint8Array<ArrayBuffer>);
  }
  if (!found.ok) throw new Error(`the engine is not at ${found.url}: status ${found.status}`);
  // Compiling while the bytes arrive wants the right type, which not every server sends.
  return found.headers.get("content-type") === "application/wasm"
    ? WebAssembly.compileStreaming(found)
    : WebAssembly.compile(await found.arrayBuffer());
}

function input(article: Article, options: ExtractOptions): [Uint8Array, ExtractOptions] {
  const bytes = bytesOf(article, "article");
  // What a page says of its bytes no longer holds for a string.
  return [bytes, typeof article === "string" ? { ...options, encoding: "utf-8" } : options];
}

function bytesOf(given: unknown, what: string): Uint8Array {
  if (typeof given === "string") return new TextEncoder().encode(given);
  if (given instanceof Uint8Array) return given;
  if (ArrayBuffer.isView(given)) {
    return new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
  }
  if (Object.prototype.toString.call(given) === "[object ArrayBuffer]") {
    return new Uint8Array(given as ArrayBuffer);
  }
  throw new TypeError(`the ${what} must be a string or bytes, not ${shown(given)}`);
}

type Check = [what: string, holds: (value: unknown) => boolean];

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const TEXT: Check = ["a string", (value) => typeof value === "string"];
const INDEXES: Check = [
  "an array of indexes",
  (value) => Array.isArray(value) && value.every((one) => Number.isInteger(one) && one >= 0),
];
const oneOf = (...words: string[]): Check => [
  words.map((word) => `"${word}"`).join(" or "),
  (value) => words.includes(value as string),
];

const EXTRACT = {
  id: TEXT,
  input: oneOf("html", "text"),
  encoding: TEXT,
  published: ["YYYY-MM-DD", (value) => typeof value === "string" && DAY.test(value)],
  restored: INDEXES,
  removed: INDEXES,
} satisfies Record<keyof ExtractOptions, Check>;

const TAG = {
  // Lists are checked when they are read.
  names: ["a list of names", () => true],
} satisfies Record<keyof TagOptions, Check>;

const ANNOTATE = {
  ...EXTRACT,
  ...TAG,
  keepAll: ["true or false", (value) => typeof value === "boolean"],
  offsetUnit: oneOf("utf16", "codepoint"),
} satisfies Record<keyof AnnotateOptions, Check>;

/** The options that say something; a TypeError names what is wrong. */
function checked<T extends object>(options: T, checks: Record<string, Check>): T {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw new TypeError(`the options must be an object, not ${shown(options)}`);
  }
  const given = Object.entries(options).filter(([, value]) => value != null);
  for (const [name, value] of given) {
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
    if (!check) {
      throw new TypeError(`no option ${name}; there are: ${Object.keys(checks).join(", ")}`);
    }
    const [what, holds] = check;
    if (!holds(value)) throw new TypeError(`${name} must be ${what}, not ${shown(value)}`);
  }
  return Object.fromEntries(given) as T;
}

function shown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" && value !== null ? "an object" : String(value);
}
