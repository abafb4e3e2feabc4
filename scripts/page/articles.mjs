// The articles that a build carries: the text and HTML files of a folder, packed into one string.
// `www/src/input/packed.ts` unpacks it.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { Problem } from "../lib/say.mjs";

const ARTICLE = /\.(txt|html?)(\.gz)?$/i;

/** The article files under a folder, or the one file, in the order of their paths. */
export function articleFiles(path) {
  const found = [];
  const waiting = [path];
  while (waiting.length > 0) {
    const next = waiting.pop();
    let entry;
    try {
      entry = statSync(next);
    } catch {
      throw new Problem(`${next}: no such file or folder`);
    }
    if (entry.isDirectory()) {
      for (const name of readdirSync(next)) {
        if (!name.startsWith(".")) waiting.push(join(next, name));
      }
    } else if (ARTICLE.test(next)) {
      found.push(next);
    }
  }
  return found.sort();
}

/** One line of JSON with names and sizes, then the files' bytes; gzipped, in base64. */
export function pack(files) {
  const articles = files.map((path) => {
    const bytes = readFileSync(path);
    const zipped = path.toLowerCase().endsWith(".gz");
    return {
      name: basename(path).replace(/\.gz$/i, ""),
      bytes: zipped ? gunzipSync(bytes) : bytes,
    };
  });
  const head = JSON.stringify(articles.map(({ name, bytes }) => ({ name, size: bytes.length })));
  const whole = Buffer.concat([Buffer.from(`${head}\n`), ...articles.map(({ bytes }) => bytes)]);
  return gzipSync(whole, { level: 9 }).toString("base64");
}
