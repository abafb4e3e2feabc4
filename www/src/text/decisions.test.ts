import assert from "node:assert/strict";
import { test } from "node:test";
import type { Block } from "../engine/result.js";
import {
  decide,
  decisionsOf,
  type OwnDecision,
  type Rule,
  signatureOf,
  siteKey,
} from "./decisions.js";

const SAME: [string, string][] = [
  ["Sign up for our newsletter", "SIGN UP for  our\nnewsletter!"],
  ["Updated 9:14, 3 of 12 comments", "Updated 18:02, 11 of 240 comments"],
  ["Lisez l’éditorial", "lisez l'editorial"],
  ["Читайте также №5", "читайте также № 17"],
];

for (const [one, other] of SAME) {
  test(`“${one}” reads like “${other.replace("\n", " ")}”`, () => {
    assert.ok(signatureOf(one));
    assert.equal(signatureOf(one), signatureOf(other));
  });
}

test("what reads otherwise is not the same, and what holds no letter has no signature", () => {
  assert.notEqual(
    signatureOf("Sign up for our newsletter"),
    signatureOf("Sign up for their letter"),
  );
  const long = "A line that goes on and on. ".repeat(20);
  assert.notEqual(signatureOf(`${long}One end`), signatureOf(`${long}Another end`));
  assert.equal(signatureOf(`${long}One end`), signatureOf(`${long}one END`));
  assert.ok((signatureOf(long)?.length ?? 0) < 220);
  assert.equal(signatureOf("12 · 3"), undefined);
  assert.equal(signatureOf(" "), undefined);
  assert.equal(siteKey("The Saltby Echo"), siteKey("the saltby echo "));
  assert.equal(siteKey("  "), undefined);
});

/** A reading of lines; one that begins with a minus is removed by the engine. */
function reading(lines: string[], site: string | undefined = "Echo") {
  let start = 0;
  const blocks = lines.map((line): Block => {
    const block = { start, end: start + line.length, keep: !line.startsWith("-") };
    start = block.end + 1;
    return { ...block, role: "paragraph", code: "", sentence: "", confidence: 1 };
  });
  return { text: lines.join("\n"), blocks, site };
}

function byRules(rules: readonly Rule[]): Map<string, Rule> {
  return new Map(rules.map((rule) => [rule.signature, rule]));
}

/** Decides step by step and gives the state: own decisions, rules, what stands otherwise. */
class Reader {
  own: OwnDecision[] = [];
  rules: Rule[] = [];

  constructor(readonly page: ReturnType<typeof reading>) {}

  do(index: number, keep: boolean, makesRules = true): this {
    const options = { indexes: [index], keep, makesRules, now: 1 };
    const change = decide(this.page, this.own, byRules(this.rules), options);
    this.own = change.own;
    const gone = new Set(change.forgotten.map(({ signature }) => signature));
    this.rules = [...this.rules.filter(({ signature }) => !gone.has(signature)), ...change.made];
    return this;
  }

  state(): string {
    const otherwise = decisionsOf(this.page, this.own, byRules(this.rules));
    const shown = [...otherwise].map(([at, { keep, by }]) => `${at}${keep ? "+" : "-"}${by[0]}`);
    return `${shown.join(" ")} | ${this.rules.map(({ keep, text }) => `${keep ? "+" : "-"}${text}`).join(" ")}`;
  }
}

const LINES = ["Head", "Read this too", "-Share", "Last"];
const RULES: Rule[] = [
  { site: "Echo", signature: "read this too", keep: false, text: "Read this too", made: 0 },
];

const STORIES: [string, (r: Reader) => Reader, string][] = [
  ["removing makes a rule", (r) => r.do(1, false), "1-a | -Read this too"],
  ["bringing back makes one", (r) => r.do(2, true), "2+a | +-Share"],
  ["taking it back forgets it", (r) => r.do(1, false).do(1, true), " | "],
  ["removing again forgets it", (r) => r.do(2, true).do(2, false), " | "],
  ["twice is once", (r) => r.do(1, false).do(1, false), "1-a | -Read this too"],
  ["what stands so already makes no rule", (r) => r.do(1, true).do(2, false), " | "],
  ["here alone makes none", (r) => r.do(1, false, false), "1-a | "],
  ["here alone forgets none", (r) => r.do(1, false).do(1, true, false), " | -Read this too"],
];

for (const [name, story, expected] of STORIES) {
  test(name, () => assert.equal(story(new Reader(reading(LINES))).state(), expected));
}

const ELSEWHERE: [string, (r: Reader) => Reader, string][] = [
  ["a rule removes", (r) => r, "1-s | -Read this too"],
  ["against a rule holds here alone", (r) => r.do(1, true), " | -Read this too"],
  ["and can be taken back", (r) => r.do(1, true).do(1, false), "1-s | -Read this too"],
];

for (const [name, story, expected] of ELSEWHERE) {
  test(`in another article ${name}`, () => {
    const reader = new Reader(reading(["Other", "READ this, too!", "Read this"]));
    reader.rules = RULES;
    assert.equal(story(reader).state(), expected);
  });
}

test("without a site, or for a block without letters, it is remembered here alone", () => {
  for (const page of [reading(LINES, ""), reading(["Head", "12"])]) {
    assert.equal(new Reader(page).do(1, false).state(), "1-a | ");
  }
});

test("decisions about blocks that are no longer there do nothing", () => {
  const page = reading(LINES);
  assert.equal(decisionsOf(page, [{ start: 1, end: 3, keep: false }], new Map()).size, 0);
  const change = decide(page, [], new Map(), {
    indexes: [99],
    keep: false,
    makesRules: true,
    now: 1,
  });
  assert.deepEqual(change, { own: [], made: [], forgotten: [] });
});
