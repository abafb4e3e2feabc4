// The same input and options give the same bytes from the command line and from WebAssembly.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { copydesk, loadWasm } from "../../scripts/lib/core.mjs";
import { bytesOf, idOf, listed, pastedPages, webPages } from "../../scripts/lib/files.mjs";
import { root, shared } from "../../scripts/lib/paths.mjs";

const wasm = loadWasm();
const scratch = mkdtempSync(join(tmpdir(), "copydesk-parity-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

const none = new wasm.OwnNames(new Uint8Array());
const OWN = JSON.stringify([
  { name: "ana lopez", label: "ORG", aliases: ["Malmö", "Word of Ana"] },
  { name: "The", label: "PRODUCT" },
  { pattern: "(?i)[a-zé]+day\\b", label: "EVENT" },
  { pattern: "\\b[A-Z]\\w+ (?P<name>\\w{4,9})", label: "LAW" },
]);
const list = join(scratch, "own.json");
writeFileSync(list, OWN);

const SETTINGS = [
  { flags: [], options: {}, names: none },
  {
    flags: ["--keep-all", "--published", "2024-02-29"],
    options: { keepAll: true, published: "2024-02-29" },
    names: none,
  },
  { flags: ["--names", list], options: {}, names: new wasm.OwnNames(Buffer.from(OWN)) },
];

function compare(files) {
  const inputs = files.map((file) => ({ id: idOf(file), bytes: bytesOf(file) }));
  for (const { flags, options, names } of SETTINGS) {
    const native = lines(["annotate", "--format", "jsonl", ...flags, ...files]);
    const wasmOf = (id, bytes) => wasm.annotateJson(bytes, { id, ...options }, names, false);
    same(inputs, native, wasmOf, `with ${flags.join(" ")}`);
  }
  const native = lines(["extract", "--format", "jsonl", ...files]);
  same(inputs, native, (id, bytes) => JSON.stringify(wasm.extract(bytes, { id })), "extracted");
}

const lines = (args) => copydesk(args).trimEnd().split("\n");

function same(inputs, native, wasmOf, how) {
  assert.equal(native.length, inputs.length);
  for (const [index, { id, bytes }] of inputs.entries()) {
    assert.ok(wasmOf(id, bytes) === native[index], `${id} ${how} differs`);
  }
}

function corpus(name, files) {
  const skip = files.length === 0 ? "not on this machine" : false;
  test(`${name}: ${files.length} files`, { skip }, () => compare(files));
}

corpus("the samples", listed(join(root, "www", "articles"), /\.(txt|html)$/));
corpus("real articles", listed(join(shared, "articles"), /\.txt$/));
corpus("real pages", webPages());
corpus("pasted pages", pastedPages());

test("odd input", () => {
  const odd = {
    "bom.txt": Buffer.from(
      "\ufeffMayor Ana Lopez spoke on Friday.\r\n\r\nHe’d paid £3.5 million.\r\n",
    ),
    "latin.html": Buffer.from(
      '<meta charset="iso-8859-1"><p>Caf\xe9 owner Jos\xe9 Ruiz said so.</p>',
      "latin1",
    ),
    "utf16.txt": Buffer.from("\ufeffAna Lopez, of Lisbon, spoke.", "utf16le"),
    "cut.txt": Buffer.from("Ana Lopez spoke in Malmö").subarray(0, -1),
    "astral.txt": Buffer.from("😀 Ana 😀 Lopez 👩‍👩‍👧 said “yes” on 3 May 2024.\n\n𝒜𝓃𝒶 agreed.\n"),
    "marks.txt": Buffer.from("a\u0301\u0302\u200d\u00ad\u2028\u2029\u0085 \u00a0 e\u0301lan\n"),
    "deep.html": Buffer.from(
      `${"<div>".repeat(5000)}Deep text by Ana Lopez${"</div>".repeat(5000)}`,
    ),
    "broken.html": Buffer.from('<p>One <b>two <i>three</p><table><td>four<!-- <script>"</p>five'),
    "line.txt": Buffer.from(`${"Word of Ana Lopez. ".repeat(20000)}\n`),
  };
  const files = Object.entries(odd).map(([name, bytes]) => {
    const path = join(scratch, name);
    writeFileSync(path, bytes);
    return path;
  });
  compare(files);
});

test("numbers of every size are written alike", () => {
  const line = Array.from(
    { length: 400 },
    (_, i) => `Item ${i} cost $${(i * 1.37).toFixed(2)} on ${1 + (i % 28)} March ${1900 + i}.`,
  );
  const path = join(scratch, "numbers.txt");
  writeFileSync(path, line.join("\n\n"));
  compare([path]);
});
