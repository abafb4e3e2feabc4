import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Reading } from "../engine/result.js";
import { counted, foreignLanguage, idOf, niceDate, titleFromId } from "./format.js";
import { fingerprint } from "./hash.js";
import { countKinds, KINDS } from "./kinds.js";
import { matches, speakerRows, step } from "./names.js";

test("stepping through mentions goes round", () => {
  const list = [2, 5, 9];
  const cases: [number | null, 1 | -1, number | null][] = [
    [null, 1, 2],
    [null, -1, 9],
    [2, 1, 5],
    [3, 1, 5],
    [9, 1, 2],
    [2, -1, 9],
    [6, -1, 5],
  ];
  for (const [from, by, to] of cases) assert.equal(step(list, from, by), to);
  assert.equal(step([], null, 1), null);
});

test("speakers come by how often they are quoted, the nameless last", () => {
  const reading = {
    clusters: [{ name: "Ana" }, { name: "Bo" }],
    quotes: [-1, 1, -1, 0, 1, -1].map((speaker) => ({ speaker })),
  } as unknown as Reading;
  assert.deepEqual(
    speakerRows(reading).map(({ name, quotes }) => [name, quotes]),
    [
      ["Bo", [1, 4]],
      ["Ana", [3]],
      ["Speaker not named", [0, 2, 5]],
    ],
  );
});

test("a filter ignores case and accents and wants every word", () => {
  assert.ok(matches("joly minister", ["Mélanie Joly", "foreign minister"]));
  assert.ok(matches("melanie", ["Mélanie"]));
  assert.ok(matches("  ", []));
  assert.ok(!matches("joly president", ["Mélanie Joly", undefined]));
});

test("an id is the file's name without folder and endings", () => {
  const cases: [string, string][] = [
    ["a.txt", "a"],
    ["folder/b.html.gz", "b"],
    ["c.HTM", "c"],
    ["two.dots.txt", "two.dots"],
    [".txt", "article"],
  ];
  for (const [name, id] of cases) assert.equal(idOf(name), id);
  assert.equal(titleFromId("the-lantern"), "The lantern");
});

test("numbers and dates in words", () => {
  assert.equal(counted(1, "passage"), "1 passage");
  assert.equal(counted(1200, "passage"), "1,200 passages");
  assert.equal(niceDate("2025-03-14"), "14 March 2025");
  assert.equal(niceDate("2025-03"), "2025-03");
  const languages = ["en", "en-GB", "fr", "not a tag", undefined].map(foreignLanguage);
  assert.deepEqual(languages, [undefined, undefined, "French", "not a tag", undefined]);
});

test("kinds are counted in the page's order", () => {
  const found = countKinds(["DATE", "ORG", "PERSON", "ORG", "X"].map((label) => ({ label })));
  assert.deepEqual(
    found.map(({ kind, count }) => `${kind.label} ${count}`),
    ["PERSON 1", "ORG 2", "DATE 1", "X 1"],
  );
});

test("the same bytes have the same fingerprint, other bytes another", () => {
  const of = (text: string) => fingerprint(new TextEncoder().encode(text));
  assert.equal(of("abc"), of("abc"));
  assert.notEqual(of("abc"), of("abd"));
  assert.equal(of(""), "811c9dc5-0");
});

test("the style sheet has every kind's letters and words", () => {
  const sheet = readFileSync("www/styles/kind-words.css", "utf8");
  for (const { label, code, one } of KINDS) {
    const rule = `mark[data-label="${label}"] {\n  --code: "${code}";\n  --said: ", ${one}";\n}`;
    assert.ok(sheet.includes(rule), label);
  }
});
