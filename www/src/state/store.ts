// What outlives a reload: added articles, what the reader decided of passages, and the rules for
// sites that this made, in IndexedDB. Where the browser refuses it, everything works until the page is closed.

import type { OwnName } from "../engine/protocol.js";
import type { OwnDecision, Rule } from "../text/decisions.js";

/** An article that the reader added. */
export interface StoredArticle {
  key: string;
  id: string;
  bytes: Uint8Array<ArrayBuffer>;
  input?: "html" | "text";
  /** Milliseconds since 1970; articles come back in this order. */
  added: number;
}

/** The passages kept or removed in one article, by their place in its text. */
export interface StoredChoice {
  key: string;
  /** Start, end, and whether it is kept; the first version knew kept ones only. */
  spans: [number, number, boolean?][];
}

/** A rule by its site and signature. */
export type StoredRule = Rule & { key: string };

const DATABASE = "copydesk";
const STORES = ["articles", "choices", "rules", "own"] as const;
type StoreName = (typeof STORES)[number];
const VERSION = 3;

function promised<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** A database that neither opens nor fails must not keep the page from starting. */
const PATIENCE_MS = 3000;

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, VERSION);
  request.onupgradeneeded = () => {
    for (const name of STORES) {
      if (request.result.objectStoreNames.contains(name)) continue;
      request.result.createObjectStore(name, { keyPath: "key" });
    }
  };
  const late = new Promise<never>((_, reject) =>
    setTimeout(reject, PATIENCE_MS, new Error("late")),
  );
  return Promise.race([promised(request), late]);
}

export class Store {
  #database: Promise<IDBDatabase> | null = null;
  /** Whether the last attempt to keep something failed. */
  failed = false;

  async #objects(name: StoreName, mode: IDBTransactionMode): Promise<IDBObjectStore> {
    this.#database ??= open();
    return (await this.#database).transaction(name, mode).objectStore(name);
  }

  async #all<T>(name: StoreName): Promise<T[]> {
    try {
      return await promised((await this.#objects(name, "readonly")).getAll() as IDBRequest<T[]>);
    } catch {
      this.failed = true;
      return [];
    }
  }

  /** Whether it was kept. */
  async #change(
    name: StoreName,
    change: (objects: IDBObjectStore) => IDBRequest,
  ): Promise<boolean> {
    try {
      await promised(change(await this.#objects(name, "readwrite")));
      this.failed = false;
    } catch {
      this.failed = true;
    }
    return !this.failed;
  }

  async articles(): Promise<StoredArticle[]> {
    return (await this.#all<StoredArticle>("articles")).sort((a, b) => a.added - b.added);
  }

  async choices(): Promise<Map<string, OwnDecision[]>> {
    const stored = await this.#all<StoredChoice>("choices");
    return new Map(
      stored.map(({ key, spans }) => [
        key,
        spans.map(([start, end, keep = true]) => ({ start, end, keep })),
      ]),
    );
  }

  rules(): Promise<StoredRule[]> {
    return this.#all<StoredRule>("rules");
  }

  /** The reader's own list of names. */
  async own(): Promise<OwnName[]> {
    const [list] = await this.#all<{ key: string; entries: OwnName[] }>("own");
    return list?.entries ?? [];
  }

  keepOwn(entries: readonly OwnName[]): Promise<boolean> {
    return this.#change("own", (objects) => objects.put({ key: "list", entries }));
  }

  keepArticle(article: StoredArticle): Promise<boolean> {
    return this.#change("articles", (objects) => objects.put(article));
  }

  dropArticle(key: string): Promise<boolean> {
    return this.#change("articles", (objects) => objects.delete(key));
  }

  keepChoice(key: string, decisions: readonly OwnDecision[]): Promise<boolean> {
    const spans = decisions.map(({ start, end, keep }) => [start, end, keep]);
    return this.#change("choices", (objects) =>
      spans.length > 0 ? objects.put({ key, spans }) : objects.delete(key),
    );
  }

  keepRule(rule: StoredRule): Promise<boolean> {
    return this.#change("rules", (objects) => objects.put(rule));
  }

  dropRule(key: string): Promise<boolean> {
    return this.#change("rules", (objects) => objects.delete(key));
  }
}

export const store = new Store();

/** A small setting in localStorage; `null` where it is unset or the browser refuses. */
export function setting(name: string): string | null {
  try {
    return localStorage.getItem(`copydesk.${name}`);
  } catch {
    return null;
  }
}

/** Keeps a setting if the browser lets it. */
export function keepSetting(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`copydesk.${name}`);
    else localStorage.setItem(`copydesk.${name}`, value);
  } catch {
    // The setting holds until the page is closed.
  }
}
