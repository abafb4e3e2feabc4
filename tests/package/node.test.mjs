// The package in Node: what it holds, what it gives, what it refuses, what it survives.

import assert from "node:assert/strict";
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { copydesk } from "../../scripts/lib/core.mjs";
import { bytesOf, idOf, listed } from "../../scripts/lib/files.mjs";
import { npm, root, shared, wasmOut } from "../../scripts/lib/paths.mjs";
import { COPYDESK } from "../../scripts/lib/versions.mjs";
import { inside, install } from "./install.mjs";

const TEXT = `😀 Bridge reopens in Lisbon

By Ana Lopez

LISBON, March 14 - Ana Lopez, the mayor of Lisbon, said on Friday that the bridge would reopen.

“It is safe,” Lopez said. Qvist Zorn cited Act 12.
`;
const LIST = [
  { name: "Qvist Zorn", label: "ORG", aliases: ["Q. Zorn"] },
  { pattern: "\\bAct \\d+", label: "LAW" },
];

let installed;
let load;
let NamesError;
let desk;
before(async () => {
  installed = install();
  const entry = installed.write("entry.js", 'export * from "copydesk";');
  const { fetch } = globalThis;
  globalThis.fetch = () => assert.fail("nothing is fetched in Node");
  ({ load, NamesError } = await import(pathToFileURL(entry)));
  desk = await load();
  globalThis.fetch = fetch;
});
after(() => installed.remove());

const labelsOf = ({ entities }) => entities.map(({ text, label }) => `${label} ${text}`);

describe("what is in it", () => {
  test("the files it names, and no others", () => {
    const manifest = JSON.parse(readFileSync(join(npm, "package.json"), "utf8"));
    assert.deepEqual(installed.files, [...manifest.files, "package.json"].sort());
    assert.equal(manifest.name, "copydesk");
    assert.equal(manifest.version, COPYDESK);
  });

  test("the engine of the page", () => {
    const engine = readFileSync(join(wasmOut, "copydesk_bg.wasm"));
    assert.ok(engine.equals(readFileSync(join(npm, "copydesk.wasm"))));
  });

  test("the licences of what is in the engine, and of nothing that only tests or builds", () => {
    const crates = readFileSync(join(npm, "CRATES.md"), "utf8");
    assert.match(crates, /^- encoding_rs [\d.]+: .*BSD-3-Clause/m);
    assert.match(crates, /^## .*html5gum/m);
    assert.doesNotMatch(crates, /ts-rs|proptest|serde_derive|^- copydesk/m);
  });

  test("an example that runs", () => {
    const readme = readFileSync(join(npm, "README.md"), "utf8");
    installed.write("example.js", readme.match(/```js\n(.*?)```/s)[1]);
    const printed = inside(installed.folder, process.execPath, "example.js");
    assert.match(printed, /^PERSON Ana Lopez 0 9$/m);
    assert.match(printed, /^The bridge was opened on Monday\.$/m);
  });

  for (const [where, settings] of [
    ["Node", { module: "nodenext", lib: ["es2022"], types: ["node"] }],
    ["a bundler", { moduleResolution: "bundler", module: "esnext", lib: ["es2022", "dom"] }],
  ]) {
    test(`types for a strict consumer with ${where}`, () => {
      copyFileSync(join(root, "tests/package/consumer.ts"), join(installed.folder, "consumer.ts"));
      const compilerOptions = {
        target: "es2022",
        types: [],
        typeRoots: [join(root, "node_modules/@types")],
        ...settings,
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        noEmit: true,
      };
      const config = { compilerOptions, files: ["consumer.ts"] };
      installed.write("tsconfig.json", JSON.stringify(config));
      const tsc = join(root, "node_modules/typescript/bin/tsc");
      inside(installed.folder, process.execPath, tsc, "--project", ".");
    });
  }
});

describe("what it gives", () => {
  test("an annotation document in UTF-16 units, or in code points", () => {
    const document = desk.annotate(TEXT, { id: "bridge", published: "2025-03-14" });
    assert.equal(document.format, "copydesk/1");
    assert.equal(document.id, "bridge");
    assert.equal(document.offsetUnit, "utf16");
    assert.equal(document.text, TEXT);
    assert.ok(labelsOf(document).includes("PERSON Ana Lopez"));
    assert.ok(document.dates.some(({ value }) => value === "2025-03-14"));
    assert.ok(document.quotes.some(({ kind }) => kind === "direct"));
    for (const { text, start, end } of document.entities) {
      assert.equal(document.text.slice(start, end), text);
    }
    const other = desk.annotate(TEXT, { offsetUnit: "codepoint" });
    assert.equal(other.offsetUnit, "codepoint");
    for (const { text, start, end } of other.entities) {
      assert.equal([...other.text].slice(start, end).join(""), text);
    }
  });

  test("the same from a string and from bytes of every sort", () => {
    const expected = desk.annotate(TEXT);
    const bytes = new TextEncoder().encode(TEXT);
    const within = new Uint8Array(bytes.length + 8);
    within.set(bytes, 4);
    const view = new DataView(within.buffer, 4, bytes.length);
    for (const article of [bytes, bytes.buffer, Buffer.from(TEXT), view]) {
      assert.deepEqual(desk.annotate(article), expected);
    }
  });

  test("a string as it is, whatever its page says of bytes", () => {
    const page = '<meta charset="windows-1252"><h1>Café</h1><p>José Ruiz of Córdoba spoke.</p>';
    assert.match(desk.extract(page).articleBody, /^José Ruiz of Córdoba spoke\.$/);
    assert.match(desk.extract(Buffer.from(page, "latin1")).articleBody, /^José Ruiz of Córdoba/);
    const bytes = Buffer.from("José Ruiz spoke.", "latin1");
    assert.equal(desk.annotate(bytes, { encoding: "latin1" }).text, "José Ruiz spoke.");
  });

  test("a text tagged as it stands", () => {
    const text = "😀 Ana Lopez met Qvist Zorn in Lisbon.";
    const tagged = desk.tag(text, { names: LIST });
    assert.deepEqual(labelsOf({ entities: tagged }), [
      "PERSON Ana Lopez",
      "ORG Qvist Zorn",
      "GPE Lisbon",
    ]);
    for (const { start, end, text: named, confidence } of tagged) {
      assert.equal(text.slice(start, end), named);
      assert.ok(confidence > 0.3 && confidence <= 1);
    }
    assert.deepEqual(desk.tag(""), []);
  });

  test("blocks that the reader keeps or removes", () => {
    const { blocks } = desk.annotate(TEXT);
    const last = blocks.length - 1;
    const document = desk.annotate(TEXT, { removed: [last] });
    assert.deepEqual([blocks[last].keep, document.blocks[last].keep], [true, false]);
    const all = desk.annotate(TEXT, { removed: [last], keepAll: true });
    assert.ok(all.entities.length > document.entities.length);
  });

  test("options that say nothing are none", () => {
    const said = { id: undefined, input: null, published: undefined, names: null };
    assert.deepEqual(desk.annotate(TEXT, said), desk.annotate(TEXT));
  });

  test("own names: an array, JSON or CSV, read before or along with the article", () => {
    const csv = "name,pattern,label,aliases\nQvist Zorn,,ORG,Q. Zorn\n,\\bAct \\d+,LAW,\n";
    const expected = desk.annotate(TEXT, { names: LIST });
    assert.ok(labelsOf(expected).includes("ORG Qvist Zorn"));
    assert.ok(labelsOf(expected).includes("LAW Act 12"));
    for (const list of [LIST, csv, JSON.stringify(LIST), Buffer.from(csv)]) {
      assert.deepEqual(desk.annotate(TEXT, { names: desk.names(list) }), expected);
    }
    assert.ok(!labelsOf(desk.annotate(TEXT)).includes("ORG Qvist Zorn"));
  });

  test("a list that one desk read serves another", async () => {
    const names = desk.names(LIST);
    const other = await load();
    assert.deepEqual(other.annotate(TEXT, { names }), desk.annotate(TEXT, { names }));
  });

  test("an engine from bytes, a module, a response of either type", async () => {
    const bytes = readFileSync(join(npm, "copydesk.wasm"));
    const expected = desk.extract(TEXT);
    const response = (type) => new Response(bytes, { headers: { "content-type": type } });
    const engines = [
      bytes,
      new WebAssembly.Module(bytes),
      response("application/wasm"),
      response("text/plain"),
    ];
    for (const engine of engines) {
      assert.deepEqual((await load(engine)).extract(TEXT), expected);
    }
    await assert.rejects(load(new Response("", { status: 404 })), /the engine is not at .*404/);
    await assert.rejects(load({}), /^TypeError: the engine must be a string or bytes/);
  });
});

describe("the same as the command line", () => {
  const samples = listed(join(root, "www", "articles"), /\.(txt|html)$/);
  const articles = listed(join(shared, "articles"), /\.txt$/);
  for (const [what, files] of [
    ["samples", samples],
    ["real articles", articles],
  ]) {
    const skip = files.length === 0 ? "not on this machine" : false;
    test(`${what}: ${files.length} files`, { skip }, () => {
      const list = installed.write("list.json", JSON.stringify(LIST));
      const names = desk.names(LIST);
      const lines = (...args) =>
        copydesk([...args, ...files])
          .trimEnd()
          .split("\n");
      const flags = ["--format", "jsonl"];
      const tagged = lines("annotate", "--published", "2024-02-29", "--names", list, ...flags);
      const plain = lines("extract", ...flags);
      for (const [index, path] of files.entries()) {
        const [id, bytes] = [idOf(path), bytesOf(path)];
        const options = { id, published: "2024-02-29", names, offsetUnit: "codepoint" };
        // `1.0` there is `1` here: both are read and written once.
        const same = (ours, theirs) =>
          assert.ok(JSON.stringify(ours) === JSON.stringify(JSON.parse(theirs)), id);
        same(desk.annotate(bytes, options), tagged[index]);
        same(desk.extract(bytes, { id }), plain[index]);
      }
    });
  }
});

describe("what it refuses", () => {
  const cases = [
    [() => desk.annotate(), /the article must be a string or bytes, not undefined/],
    [() => desk.annotate(5), /the article must be a string or bytes, not 5/],
    [() => desk.extract({ html: "" }), /the article must be a string or bytes, not an object/],
    [() => desk.annotate(["a"]), /the article must be a string or bytes, not an array/],
    [() => desk.annotate("a", "b"), /the options must be an object, not "b"/],
    [() => desk.annotate("a", null), /the options must be an object, not null/],
    [() => desk.annotate("a", { keepall: true }), /no option keepall; there are: id, .*keepAll/],
    [() => desk.annotate("a", { toString: "b" }), /no option toString/],
    [() => desk.extract("a", { names: [] }), /no option names/],
    [() => desk.tag(new Uint8Array(2)), /the text must be a string, not an object/],
    [() => desk.tag("a", { input: "text" }), /no option input; there are: names/],
    [() => desk.annotate("a", { id: 7 }), /id must be a string, not 7/],
    [() => desk.annotate("a", { input: "pdf" }), /input must be "html" or "text", not "pdf"/],
    [() => desk.annotate("a", { published: "2025-13-01" }), /published must be YYYY-MM-DD/],
    [() => desk.annotate("a", { keepAll: "yes" }), /keepAll must be true or false, not "yes"/],
    [() => desk.annotate("a", { removed: [-1] }), /removed must be an array of indexes/],
    [() => desk.annotate("a", { offsetUnit: "utf8" }), /offsetUnit must be "utf16" or "code/],
    [() => desk.annotate("a", { names: 3 }), /the list must be a string or bytes, not 3/],
    [() => desk.names({}), /the list must be a string or bytes, not an object/],
  ];
  for (const [call, message] of cases) {
    test(String(message), () => assert.throws(call, { name: "TypeError", message }));
  }

  test("a list with mistakes, each with its place", () => {
    const wrong = (list) => {
      try {
        desk.names(list);
      } catch (error) {
        assert.ok(error instanceof NamesError);
        return error;
      }
      assert.fail("no error");
    };
    const csv = wrong("name,label\nAna Lopez,PERSON\nQvist Zorn,PERSN\n");
    assert.match(csv.message, /line 3, column 12: “PERSN” is no label/);
    const [{ line, column, entry }] = csv.problems;
    assert.deepEqual([line, column, entry], [3, 12, 1]);
    assert.match(wrong('[{"name": "Ana"').message, /line 1, column \d+/);
    assert.match(wrong([LIST[0], { pattern: "(", label: "LAW" }]).message, /entry 1: .*unclosed/);
    assert.throws(() => desk.annotate(TEXT, { names: "name\nAna\n" }), NamesError);
  });
});

test("after a trap the call throws, and the next has a fresh engine", async () => {
  const other = await load();
  const names = other.names(LIST);
  const expected = other.annotate(TEXT, { names });
  // The allocator refuses such a length, and the engine traps.
  const lie = Object.defineProperty(new Uint8Array(8), "length", { value: 0xfffffff0 });
  const failed = { name: "Error", message: /^the engine failed and is started anew/ };
  for (let round = 0; round < 3; round += 1) {
    assert.throws(() => other.annotate(lie), failed);
    assert.throws(() => other.names(lie), failed);
    assert.throws(
      () => other.extract(lie),
      ({ cause }) => cause instanceof WebAssembly.RuntimeError,
    );
    assert.deepEqual(other.annotate(TEXT, { names }), expected);
  }
});
