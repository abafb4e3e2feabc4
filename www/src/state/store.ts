// What outlives a reload: added articles and the passages that the reader brought back, in
// IndexedDB. Where the browser refuses it, everything works until the page is closed.

/** An article that the reader added. */
export interface StoredArticle {
  key: string;
  id: string;
  bytes: Uint8Array<ArrayBuffer>;
  input?: "html" | "text";
  /** Milliseconds since 1970; articles come back in this order. */
  added: number;
}

/** The passages brought back in one article, by their place in its text. */
export interface StoredChoice {
  key: string;
  spans: [number, number][];
}

const DATABASE = "copydesk";
const VERSION = 1;

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
    request.result.createObjectStore("articles", { keyPath: "key" });
    request.result.createObjectStore("choices", { keyPath: "key" });
  };
  const late = new Promise<never>((_, reject) =>
    setTimeout(reject, PATIENCE_MS, new Error("late")),
  );
  return Promise.race([promised(request), late]);
}

type StoreName = "articles" | "choices";

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

  async choices(): Promise<Map<string, StoredChoice["spans"]>> {
    return new Map((await this.#all<StoredChoice>("choices")).map((one) => [one.key, one.spans]));
  }

  keepArticle(article: StoredArticle): Promise<boolean> {
    return this.#change("articles", (objects) => objects.put(article));
  }

  dropArticle(key: string): Promise<boolean> {
    return this.#change("articles", (objects) => objects.delete(key));
  }

  keepChoice(choice: StoredChoice): Promise<boolean> {
    return this.#change("choices", (objects) =>
      choice.spans.length > 0 ? objects.put(choice) : objects.delete(choice.key),
    );
  }
}

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
