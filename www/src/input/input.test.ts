import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { articleFrom, fragment, isLink } from "./clip.js";
import { looksBinary, takeFiles } from "./files.js";
import { gunzip } from "./gzip.js";
import { unpack } from "./packed.js";

const encode = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

test("a clipboard's markup goes before its text, but only where it has blocks", () => {
  const page = articleFrom({ html: "<p>One <b>two</b></p>", text: "One two" }, "a");
  assert.equal(page?.input, "html");
  const editor = articleFrom({ html: "<span>One two</span>", text: "One two" }, "a");
  assert.equal(editor?.input, "text");
  assert.equal(articleFrom({ html: "", text: "<!doctype html><p>x" }, "a")?.input, "html");
  assert.equal(articleFrom({ html: "", text: " \n" }, "a"), null);
});

test("an address alone is a link, an address in a sentence is not", () => {
  assert.ok(isLink({ html: "<a>x</a>", text: " https://news.example/a?b=c\n" }));
  assert.ok(!isLink({ html: "", text: "See https://news.example/ for more" }));
});

test("only the fragment that was copied is read", () => {
  const html = "<html><body><!--StartFragment--><p>x</p><!--EndFragment--></body></html>";
  assert.equal(fragment(html), "<p>x</p>");
  assert.equal(fragment("<p>y</p>"), "<p>y</p>");
});

test("files that are articles are taken, the others named with the reason", async () => {
  const zipped = Uint8Array.from(gzipSync("<p>zipped"));
  const { articles, refused } = await takeFiles([
    new File(["beta"], "b.txt"),
    new File(["alpha"], "a.html"),
    new File([zipped], "c.htm.gz"),
    new File([Uint8Array.of(0x1f, 0x8b, 1, 2)], "broken.txt.gz"),
    new File(["x"], "photo.jpg"),
    new File([], "nothing.txt"),
    new File([Uint8Array.of(0, 1, 2, 0)], "program.txt"),
    new File(["x"], ".DS_Store"),
  ]);
  const found = articles.map(({ id, bytes }) => `${id}: ${decode(bytes)}`);
  assert.deepEqual(found, ["a: alpha", "b: beta", "c: <p>zipped"]);
  assert.deepEqual(refused, [
    "broken.txt.gz – a damaged .gz file",
    "nothing.txt – empty",
    "photo.jpg – not a .txt, .html, .htm or .gz of these",
    "program.txt – not text",
  ]);
});

test("UTF-16 with its mark is text", () => {
  assert.ok(!looksBinary(Uint8Array.of(0xff, 0xfe, 0x41, 0)));
  assert.ok(looksBinary(Uint8Array.of(0x41, 0)));
});

test("unpacking stops at the limit", async () => {
  const zipped = Uint8Array.from(gzipSync("x".repeat(100_000)));
  assert.equal((await gunzip(zipped)).length, 100_000);
  await assert.rejects(gunzip(zipped, 1000), RangeError);
});

test("packed articles come out byte for byte", () => {
  const head = `${JSON.stringify([
    { name: "a.txt", size: 3 },
    { name: "b.txt", size: 0 },
    { name: "c.txt", size: 2 },
  ])}\n`;
  const found = unpack(encode(`${head}onexy`)).map(({ name, bytes }) => `${name}=${decode(bytes)}`);
  assert.deepEqual(found, ["a.txt=one", "b.txt=", "c.txt=xy"]);
});
