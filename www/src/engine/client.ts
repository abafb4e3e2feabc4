// The page's side of the engine: one worker, one request at a time, first come first served.
//
// A failed reply, an error event or silence ends the worker and starts a new one from the module
// that is compiled already; only the request at hand is answered with an error. The worker is
// made by whatever `startWorker` is given, and the page gives `new Worker`, looked up when it is
// called: a test that puts a wrapper in `window.Worker` can swallow or spoil a message (bytes
// whose length is a lie trap in the allocator) and see a real trap and a real silence.

import type { FlatResult, OwnList, ReadOptions, Reply, Request, Tables } from "./protocol.js";

/** Nobody waits longer than this for one article; articles take some hundredths of a second. */
export const TIMEOUT_MS = 20_000;

/** A megabyte takes about a second on a quiet machine and four on a busy one. */
export const TIMEOUT_PER_MB_MS = 10_000;

/** Starting includes building the engine's tables; slow phones take a second or two. */
export const START_TIMEOUT_MS = 30_000;

export interface WorkerLike {
  postMessage(message: Request): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<Reply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

interface Job {
  request: Exclude<Request, { kind: "start" }>;
  done(reply: Reply): void;
  fail(error: Error): void;
}

export interface ReadReply {
  result: FlatResult;
  tables: Tables;
  milliseconds: number;
}

/** How long the bytes of one article may take. */
export function limitFor(bytes: number): number {
  return TIMEOUT_MS + Math.floor(bytes / 1e6) * TIMEOUT_PER_MB_MS;
}

export class Engine {
  #startWorker: () => WorkerLike;
  #module: WebAssembly.Module;
  #worker: WorkerLike | null = null;
  #tables: Tables | null = null;
  #waiting: Job[] = [];
  #current: Job | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #number = 0;
  /** The list of own names in use, for the workers to come. */
  #names = new Uint8Array();
  #failedStarts = 0;

  constructor(module: WebAssembly.Module, startWorker: () => WorkerLike) {
    this.#module = module;
    this.#startWorker = startWorker;
    this.#start();
  }

  /** Annotates one article. */
  async read(bytes: Uint8Array, options: ReadOptions): Promise<ReadReply> {
    const reply = await this.#ask({ kind: "read", number: this.#next(), bytes, options });
    if (reply.kind !== "read" || !this.#tables) throw new Error("The reader gave a wrong answer.");
    const { result, milliseconds } = reply;
    return { result, tables: this.#tables, milliseconds };
  }

  /** The annotation document of one article, the same bytes as on the command line. */
  async json(bytes: Uint8Array, options: ReadOptions): Promise<string> {
    const reply = await this.#ask({ kind: "json", number: this.#next(), bytes, options });
    if (reply.kind !== "json") throw new Error("The reader gave a wrong answer.");
    return reply.json;
  }

  /** Reads a list of own names; with `use` it holds for every article from now on. */
  async names(bytes: Uint8Array<ArrayBuffer>, use: boolean): Promise<OwnList> {
    const reply = await this.#ask({ kind: "names", number: this.#next(), bytes, use });
    if (reply.kind !== "names") throw new Error("The reader gave a wrong answer.");
    if (use && reply.list.problems.length === 0) this.#names = bytes;
    return reply.list;
  }

  #next(): number {
    this.#number += 1;
    return this.#number;
  }

  #ask(request: Job["request"]): Promise<Reply> {
    return new Promise((done, fail) => {
      this.#waiting.push({ request, done, fail });
      if (!this.#worker) this.#start();
      this.#advance();
    });
  }

  #start(): void {
    this.#tables = null;
    const worker = this.#startWorker();
    this.#worker = worker;
    worker.onmessage = ({ data }) => this.#receive(worker, data);
    worker.onerror = (event) => this.#lost(worker, event.message || "The reader stopped.");
    this.#arm(worker, START_TIMEOUT_MS);
    worker.postMessage({ kind: "start", module: this.#module, names: this.#names });
  }

  #arm(worker: WorkerLike, limit: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#lost(worker, `It took longer than ${limit / 1000} seconds and was stopped.`);
    }, limit);
  }

  #advance(): void {
    if (!this.#worker || !this.#tables || this.#current) return;
    const job = this.#waiting.shift();
    if (!job) return;
    this.#current = job;
    this.#arm(this.#worker, limitFor(job.request.bytes.length));
    this.#worker.postMessage(job.request);
  }

  #receive(worker: WorkerLike, reply: Reply): void {
    if (worker !== this.#worker) return;
    clearTimeout(this.#timer);
    if (reply.kind === "started") {
      this.#tables = reply.tables;
      this.#failedStarts = 0;
    } else if (reply.kind === "failed") {
      this.#lost(worker, `The reader stopped at it (${reply.message}).`);
    } else if (reply.number === this.#current?.request.number) {
      const job = this.#current;
      this.#current = null;
      job.done(reply);
    }
    this.#advance();
  }

  /** Ends a worker that may not be used again, answers its request, goes on with the next. */
  #lost(worker: WorkerLike, message: string): void {
    if (worker !== this.#worker) return;
    clearTimeout(this.#timer);
    worker.terminate();
    this.#worker = null;
    const wasStarting = this.#tables === null;
    this.#current?.fail(new Error(message));
    this.#current = null;
    if (wasStarting) this.#failedStarts += 1;
    if (this.#failedStarts < 2) {
      this.#start();
      return;
    }
    // It does not start at all: everyone who waits is told, and the next request tries again.
    for (const job of this.#waiting.splice(0)) job.fail(new Error(message));
    this.#failedStarts = 0;
  }
}
