import assert from "node:assert/strict";
import { test } from "node:test";
import type { Block } from "../engine/result.js";
import { cleanText, layout, reasonsOf } from "./layout.js";

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

function drawn(letters: string, restored: number[] = []): string {
  return layout(blocks(letters), new Set(restored))
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
  }));
  assert.equal(reasonsOf(items.slice(0, 3)), "share buttons, comment form");
  assert.equal(reasonsOf(items), "share buttons, comment form, a and 1 more");
});

test("clean text leaves out what is removed and puts list items together", () => {
  assert.equal(cleanText("abcde", blocks("pxllp"), new Set()), "a\n\n- c\n- d\n\ne");
  assert.equal(cleanText("abcde", blocks("pxllp"), new Set([1])), "a\n\nb\n\n- c\n- d\n\ne");
});
