import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Engine, limitFor, TIMEOUT_MS, type WorkerLike } from "./client.js";
import type { FlatResult, Reply, Request, Tables } from "./protocol.js";

const TABLES: Tables = { labels: [], roles: [], reasons: [], sources: [] };
const MODULE = {} as WebAssembly.Module;

/** A worker whose answers the test writes: `null` is silence. */
class FakeWorker implements WorkerLike {
  onmessage: ((event: MessageEvent<Reply>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  ended = false;
  /** The list of own names that it was started with. */
  names: Uint8Array | null = null;
  #answer: (request: Request) => Reply | null;

  constructor(answer: (request: Request) => Reply | null) {
    this.#answer = answer;
  }

  postMessage(request: Request): void {
    if (request.kind === "start") this.names = request.names;
    const reply: Reply | null =
      request.kind === "start" ? { kind: "started", tables: TABLES } : this.#answer(request);
    queueMicrotask(() => {
      if (reply && !this.ended) this.onmessage?.({ data: reply } as MessageEvent<Reply>);
    });
  }

  terminate(): void {
    this.ended = true;
  }
}

/** An engine whose workers read well, fail on "trap" and say nothing on "silence". */
function engine(): { engine: Engine; workers: FakeWorker[] } {
  const workers: FakeWorker[] = [];
  const answer = (request: Request): Reply | null => {
    if (request.kind === "names") {
      const { number, bytes } = request;
      const problems = bytes.length > 1 ? [{ line: 1, column: 1, message: "no" }] : [];
      return { kind: "names", number, list: { entries: [], problems, json: "", csv: "" } };
    }
    if (request.kind !== "read") return null;
    const { number, options } = request;
    if (options.id === "silence") return null;
    if (options.id === "trap") return { kind: "failed", number, message: "unreachable" };
    return { kind: "read", number, result: { text: options.id } as FlatResult, milliseconds: 1 };
  };
  const start = () => {
    const worker = new FakeWorker(answer);
    workers.push(worker);
    return worker;
  };
  return { engine: new Engine(MODULE, start), workers };
}

const read = (on: Engine, id: string) => on.read(new Uint8Array(), { id });

test("requests are answered in their order", async () => {
  const { engine: on, workers } = engine();
  const replies = await Promise.all(["a", "b", "c"].map((id) => read(on, id)));
  assert.deepEqual(
    replies.map(({ result }) => result.text),
    ["a", "b", "c"],
  );
  assert.equal(workers.length, 1);
});

test("a trap fails its own request alone and a new worker goes on", async () => {
  const { engine: on, workers } = engine();
  const replies = await Promise.allSettled(["a", "trap", "c"].map((id) => read(on, id)));
  assert.deepEqual(
    replies.map(({ status }) => status),
    ["fulfilled", "rejected", "fulfilled"],
  );
  assert.deepEqual(
    workers.map(({ ended }) => ended),
    [true, false],
  );
});

test("a list in use outlives a trap; one that is wrong or only looked at does not", async () => {
  const { engine: on, workers } = engine();
  await on.names(new Uint8Array([7]), true);
  await on.names(new Uint8Array([8]), false);
  await on.names(new Uint8Array([9, 9]), true);
  await assert.rejects(read(on, "trap"));
  await read(on, "after");
  assert.deepEqual(
    workers.map(({ names }) => [...(names ?? [])]),
    [[], [7]],
  );
});

test("silence ends in a time-out, and the next request is answered", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    const { engine: on, workers } = engine();
    const silent = assert.rejects(read(on, "silence"), /longer than 20 seconds/);
    const after = read(on, "after");
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    mock.timers.tick(TIMEOUT_MS);
    await silent;
    assert.equal((await after).result.text, "after");
    assert.equal(workers.length, 2);
  } finally {
    mock.timers.reset();
  }
});

test("large articles may take longer", () => {
  assert.equal(limitFor(999_999), TIMEOUT_MS);
  assert.equal(limitFor(10_000_000), TIMEOUT_MS + 100_000);
});

test("a worker that never starts fails those who wait, and is tried again by the next", async () => {
  let broken = true;
  const start = () => {
    const worker = new FakeWorker(({ kind }) =>
      kind === "read"
        ? { kind: "read", number: 2, result: { text: "" } as FlatResult, milliseconds: 0 }
        : null,
    );
    if (broken) {
      worker.postMessage = () =>
        queueMicrotask(() => worker.onerror?.({ message: "no" } as ErrorEvent));
    }
    return worker;
  };
  const on = new Engine(MODULE, start);
  await assert.rejects(read(on, "a"), /no/);
  broken = false;
  await read(on, "b");
});
