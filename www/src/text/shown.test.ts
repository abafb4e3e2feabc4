import assert from "node:assert/strict";
import { test } from "node:test";
import type { Reading } from "../engine/result.js";
import { shownOf } from "./shown.js";

const block = (start: number, end: number, keep: boolean) => ({
  start,
  end,
  keep,
  role: "paragraph",
  code: "",
  sentence: "",
  confidence: 1,
});
const entity = (index: number, start: number, cluster: number) => ({
  index,
  start,
  end: start + 1,
  label: "PERSON",
  cluster,
  confidence: 1,
  why: "",
});
const cluster = (index: number, mentions: number[]) => ({
  index,
  mentions,
  name: `${index}`,
  label: "PERSON",
  variants: [],
  roles: [],
  why: "",
});

const WHOLE: Reading = {
  text: "",
  headline: undefined,
  byline: undefined,
  published: undefined,
  site: undefined,
  language: "en",
  sources: {},
  blocks: [block(0, 10, true), block(12, 20, false), block(22, 30, false), block(32, 40, true)],
  entities: [entity(0, 2, 1), entity(1, 13, 0), entity(2, 23, 2), entity(3, 33, 0)],
  clusters: [cluster(0, [1, 3]), cluster(1, [0]), cluster(2, [2])],
  quotes: [
    { start: 14, end: 16, kind: "direct", speaker: 2, confidence: 1 },
    { start: 34, end: 36, kind: "direct", speaker: 0, confidence: 1 },
  ],
  warnings: [],
  milliseconds: 1,
};

test("what stands in removed passages is left out and the rest numbered anew", () => {
  const { entities, clusters, quotes } = shownOf(WHOLE, new Set());
  assert.deepEqual(
    entities.map(({ index, start, cluster: of }) => [index, start, of]),
    [
      [0, 2, 1],
      [1, 33, 0],
    ],
  );
  assert.deepEqual(
    clusters.map(({ name, mentions }) => [name, mentions]),
    [
      ["0", [1]],
      ["1", [0]],
    ],
  );
  assert.deepEqual(
    quotes.map(({ start, speaker }) => [start, speaker]),
    [[34, 0]],
  );
});

test("a passage that was brought back brings its names and quotations", () => {
  const { entities, clusters, quotes } = shownOf(WHOLE, new Set([1]));
  assert.deepEqual(
    entities.map(({ start }) => start),
    [2, 13, 33],
  );
  assert.deepEqual(clusters[0]?.mentions, [1, 2]);
  // Its speaker is named in a passage that is still away.
  assert.deepEqual(
    quotes.map(({ speaker }) => speaker),
    [-1, 0],
  );
});
