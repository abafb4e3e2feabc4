import assert from "node:assert/strict";
import { test } from "node:test";
import type { Block } from "../engine/result.js";
import type { Decisions } from "./decisions.js";
import { cleanText, layout, type Placed, placed, reasonsOf } from "./layout.js";

/** Blocks from letters: `p` paragraph, `l` list item, `x` removed, all one character long. */
function blocks(letters: string): Block[] {
  return [...letters].map((letter, start) => ({
    start,
    end: start + 1,
    role: { l: "list-item", x: "boilerplate" }[letter] ?? "paragraph",
    keep: letter !== "x",
    code: letter === "x" ? "comment-form" : "article",
    sentence: "",
    confidence: 1,
  }));
}

function kept(indexes: readonly number[]): Decisions {
  return new Map(indexes.map((index) => [index, { keep: true, by: "article" }]));
}

function drawn(letters: string, restored: number[] = []): string {
  return layout(placed(blocks(letters), kept(restored)))
    .map((part) => {
      if (part.kind === "block") return `${part.item.index}`;
      const inner = part.items.map(({ index }) => index).join(",");
      return part.kind === "list" ? `<${inner}>` : `(${inner})`;
    })
    .join(" ");
}

const CASES: [string, number[], string][] = [
  ["", [], ""],
  ["pp", [], "0 1"],
  ["xpxxp", [], "(0) 1 (2,3) 4"],
  ["pllp", [], "0 <1,2> 3"],
  ["plxlp", [], "0 <1> (2) <3> 4"],
  ["pxxxp", [2], "0 (1) 2 (3) 4"],
  ["xx", [0, 1], "0 1"],
];

for (const [letters, restored, expected] of CASES) {
  test(`layout of "${letters}" with [${restored}] brought back`, () => {
    assert.equal(drawn(letters, restored), expected);
  });
}

test("reasons come once each, in order, and not all of a long list", () => {
  const items = ["share", "comment-form", "share", "a", "b"].map((code, index) => ({
    index,
    block: { ...(blocks("x")[0] as Block), code },
    decision: undefined,
  }));
  assert.equal(reasonsOf(items.slice(0, 3)), "share buttons, comment form");
  assert.equal(reasonsOf(items), "share buttons, comment form, a and 1 more");
  const [first, ...others] = placed(blocks("xx"), new Map([[0, { keep: false, by: "site" }]]));
  assert.equal(reasonsOf([first as Placed, ...others]), "your choice, comment form");
});

test("clean text leaves out what is removed and puts list items together", () => {
  const clean = (decisions: Decisions) => cleanText("abcde", placed(blocks("pxllp"), decisions));
  assert.equal(clean(kept([])), "a\n\n- c\n- d\n\ne");
  assert.equal(clean(kept([1])), "a\n\nb\n\n- c\n- d\n\ne");
  assert.equal(clean(new Map([[4, { keep: false, by: "site" }]])), "a\n\n- c\n- d");
});
