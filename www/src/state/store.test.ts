import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import type { Rule } from "../text/decisions.js";
import { forget, forgotten, loadRules, remember, rememberAgain, rules, rulesFor } from "./rules.js";
import { Store } from "./store.js";

type Stores = Record<string, Map<unknown, { key: unknown }>>;

/** As much of IndexedDB as the page uses, over maps; every request succeeds a moment later. */
class FakeDatabase {
  constructor(readonly stores: Stores = {}) {}

  #request<T>(result: T) {
    const request = { result, onsuccess: () => {}, onupgradeneeded: () => {} };
    setTimeout(() => {
      request.onupgradeneeded();
      request.onsuccess();
    });
    return request;
  }

  open() {
    return this.#request({
      objectStoreNames: { contains: (name: string) => name in this.stores },
      createObjectStore: (name: string) => {
        this.stores[name] = new Map();
      },
      transaction: (name: string) => ({ objectStore: () => this.#objects(name) }),
    });
  }

  #objects(name: string) {
    const objects = this.stores[name] ?? new Map();
    return {
      getAll: () => this.#request([...objects.values()]),
      put: (value: { key: unknown }) => this.#request(objects.set(value.key, value)),
      delete: (key: unknown) => this.#request(objects.delete(key)),
    };
  }
}

function use(database: FakeDatabase | undefined): void {
  Object.defineProperty(globalThis, "indexedDB", { value: database, configurable: true });
}

afterEach(() => use(undefined));

function rule(site: string, signature: string, keep = false, made = 1): Rule {
  return { site, signature, keep, text: signature, made };
}

test("decisions of an article are kept; those of the first version were of kept passages", async () => {
  const old = { key: "old", spans: [[3, 9]] };
  const database = new FakeDatabase({ articles: new Map(), choices: new Map([["old", old]]) });
  use(database);
  const store = new Store();
  await store.keepChoice("new", [{ start: 1, end: 2, keep: false }]);
  assert.deepEqual(
    [...(await store.choices())],
    [
      ["old", [{ start: 3, end: 9, keep: true }]],
      ["new", [{ start: 1, end: 2, keep: false }]],
    ],
  );
  await store.keepChoice("old", []);
  assert.deepEqual([...(await new Store().choices()).keys()], ["new"]);
  assert.deepEqual(Object.keys(database.stores), ["articles", "choices", "rules", "own"]);
});

test("the list of own names outlives the page", async () => {
  use(new FakeDatabase());
  const names = [{ name: "Oslo", label: "GPE", aliases: [] }];
  assert.deepEqual(await new Store().own(), []);
  assert.equal(await new Store().keepOwn(names), true);
  assert.deepEqual(await new Store().own(), names);
});

test("where the browser keeps nothing, rules hold until the page is closed", async () => {
  assert.equal(await remember([rule("Echo", "a")]), false);
  assert.equal(rulesFor("echo").size, 1);
  forget(rules.value);
  assert.equal(rulesFor("echo").size, 0);
});

test("rules are found by their site, one for a passage, and forgotten and had back", async () => {
  await remember([rule("The Echo", "a"), rule("Herald", "a")]);
  await remember([rule("the echo", "a", true)]);
  assert.deepEqual(
    rules.value.map(({ site, keep }) => [site, keep]),
    [
      ["the echo", true],
      ["Herald", false],
    ],
  );
  assert.equal(rulesFor("THE ECHO").get("a")?.keep, true);
  assert.equal(rulesFor(undefined).size, 0);
  forget(rules.value.slice(0, 1));
  assert.deepEqual([rules.value.length, forgotten.value.length], [1, 1]);
  rememberAgain();
  assert.deepEqual([rules.value.length, forgotten.value.length], [2, 0]);
  forget(rules.value);
});

test("rules outlive the page, the newest first", async () => {
  use(new FakeDatabase());
  const [first, second] = [rule("Echo", "a", false, 1), rule("Herald", "b", true, 2)];
  assert.equal(await remember([first]), true);
  await remember([second]);
  rules.value = [];
  await loadRules();
  assert.deepEqual(rules.value, [second, first]);
  forget([first]);
  rules.value = [];
  await loadRules();
  assert.deepEqual(rules.value, [second]);
});
