import assert from "node:assert/strict";
import { test } from "node:test";
import type { Entity, Quote } from "../engine/result.js";
import { perBlock, segments } from "./segments.js";

const entity = (index: number, start: number, end: number): Entity => ({
  index,
  start,
  end,
  label: "PERSON",
  cluster: 0,
  confidence: 1,
  why: "",
});
const quote = (start: number, end: number): Quote => ({
  start,
  end,
  kind: "direct",
  speaker: -1,
  confidence: 1,
});

/** A block's segments as text: mentions in brackets, quotations in braces. */
function drawn(text: string, entities: Entity[], quotes: Quote[], start = 0, end = text.length) {
  return segments({ start, end }, entities, quotes)
    .map(({ quote: around, pieces }) => {
      const inner = pieces
        .map((piece) => {
          const body = text.slice(piece.start, piece.end);
          return piece.kind === "mention" ? `[${body}]` : body;
        })
        .join("");
      return around ? `{${inner}}` : inner;
    })
    .join("");
}

const TEXT = "Ana said “Bo is in Rome” today";

const CASES: [string, Entity[], Quote[], string][] = [
  ["nothing", [], [], TEXT],
  ["a mention at the start", [entity(0, 0, 3)], [], "[Ana] said “Bo is in Rome” today"],
  ["a quotation", [], [quote(9, 24)], "Ana said {“Bo is in Rome”} today"],
  [
    "mentions inside a quotation",
    [entity(0, 10, 12), entity(1, 19, 23)],
    [quote(9, 24)],
    "Ana said {“[Bo] is in [Rome]”} today",
  ],
  [
    "a mention over a quotation's edge stays whole",
    [entity(0, 19, 30)],
    [quote(9, 24)],
    "Ana said {“Bo is in }[Rome” today]",
  ],
  [
    "the later of two quotations wins",
    [],
    [quote(0, 30), quote(9, 24)],
    "{Ana said }{“Bo is in Rome”}{ today}",
  ],
  [
    "an entity over another is left out",
    [entity(0, 0, 8), entity(1, 4, 12)],
    [],
    "[Ana said] “Bo is in Rome” today",
  ],
];

for (const [name, entities, quotes, expected] of CASES) {
  test(`segments: ${name}`, () => assert.equal(drawn(TEXT, entities, quotes), expected));
}

test("segments: spans that go over the block are clipped to it", () => {
  assert.equal(drawn(TEXT, [entity(0, 0, 12)], [quote(9, 40)], 9, 16), "{[“Bo] is }");
});

test("segments put together are the block's text, whatever the spans", () => {
  let seed = 7;
  const next = (below: number) => {
    seed = (Math.imul(seed, 48271) >>> 0) % 2147483647;
    return seed % below;
  };
  for (let round = 0; round < 300; round += 1) {
    const spans = Array.from({ length: 6 }, () => {
      const start = next(TEXT.length);
      return [start, start + next(12)] as const;
    }).sort(([a], [b]) => a - b);
    const entities = spans.slice(0, 4).map(([start, end], index) => entity(index, start, end));
    const quotes = spans.slice(2).map(([start, end]) => quote(start, end));
    const plain = drawn(TEXT, entities, quotes).replace(/[[\]{}]/g, "");
    assert.equal(plain, TEXT);
  }
});

test("perBlock gives each block what touches it", () => {
  const blocks = [
    { start: 0, end: 10 },
    { start: 12, end: 20 },
    { start: 22, end: 30 },
  ];
  const spans = [quote(2, 4), quote(8, 25), quote(20, 22), quote(26, 28)];
  const inside = perBlock(blocks, spans).map((list) => list.map(({ start }) => start));
  assert.deepEqual(inside, [[2, 8], [8], [8, 26]]);
});
