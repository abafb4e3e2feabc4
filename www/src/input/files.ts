// Files and folders to articles: picked, dropped, plain or gzipped. What is no article is named
// with the reason; nothing is dropped in silence.

import { idOf } from "../text/format.js";
import { gunzip, isGzip } from "./gzip.js";
import type { Incoming } from "./incoming.js";

/** A long book is 3 MB; beyond this a browser's tab suffers before the engine does. */
export const MOST_BYTES = 64 * 1024 * 1024;

const ARTICLE = /\.(txt|html?)(\.gz)?$/i;

export interface Taken {
  articles: Incoming[];
  /** One line for each file that is no article: "photo.jpg – not a .txt or .html file". */
  refused: string[];
}

type Checked = { incoming: Incoming } | { reason: string };

/** Text holds no NUL byte unless it is UTF-16, which begins with a mark. */
export function looksBinary(bytes: Uint8Array): boolean {
  const utf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return !utf16 && bytes.subarray(0, 8192).includes(0);
}

async function check(file: File): Promise<Checked> {
  if (!ARTICLE.test(file.name)) return { reason: "not a .txt, .html, .htm or .gz of these" };
  if (file.size > MOST_BYTES) return { reason: "larger than 64 MB" };
  let bytes = new Uint8Array(await file.arrayBuffer());
  if (isGzip(bytes)) {
    try {
      bytes = await gunzip(bytes, MOST_BYTES);
    } catch (error) {
      const large = error instanceof RangeError;
      return { reason: large ? "larger than 64 MB when unpacked" : "a damaged .gz file" };
    }
  }
  if (bytes.length === 0) return { reason: "empty" };
  if (looksBinary(bytes)) return { reason: "not text" };
  return { incoming: { id: idOf(file.name), bytes } };
}

/** Reads files one after the other, in the order of their names. */
export async function takeFiles(files: Iterable<File>): Promise<Taken> {
  const taken: Taken = { articles: [], refused: [] };
  const ordered = [...files].sort((a, b) => a.name.localeCompare(b.name, "en"));
  for (const file of ordered) {
    // What the system puts into folders is nobody's article.
    if (file.name.startsWith(".")) continue;
    const checked = await check(file).catch(() => ({ reason: "it could not be read" }));
    if ("incoming" in checked) taken.articles.push(checked.incoming);
    else taken.refused.push(`${file.name} – ${checked.reason}`);
  }
  return taken;
}

function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  return new Promise((resolve, reject) => {
    // A reader gives its entries in batches and an empty one at the end.
    const more = () =>
      reader.readEntries((batch) => {
        if (batch.length === 0) return resolve(all);
        all.push(...batch);
        more();
      }, reject);
    more();
  });
}

const fileOf = (entry: FileSystemFileEntry) =>
  new Promise<File>((resolve, reject) => entry.file(resolve, reject));

/** The files of a drop, those inside dropped folders too. Call it within the event. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  const loose = [...transfer.files];
  if (entries.length === 0) return loose;
  const files: File[] = [];
  while (entries.length > 0) {
    const entry = entries.pop();
    if (entry?.isFile) files.push(await fileOf(entry as FileSystemFileEntry));
    else if (entry) entries.push(...(await entriesOf(entry as FileSystemDirectoryEntry)));
  }
  return files;
}
