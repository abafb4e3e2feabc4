// The order of things in the reading view: kept blocks, lists, and folds of removed passages.
//
// Takes the blocks and which of them the reader brought back; every block comes out exactly once,
// in the article's order.

import type { Block } from "../engine/result.js";

export interface Placed {
  index: number;
  block: Block;
}

export type Part =
  | { kind: "block"; item: Placed }
  | { kind: "list"; items: Placed[] }
  /** Neighbouring removed passages. */
  | { kind: "fold"; items: Placed[] };

/** Whether the block stands in the article as the reader has it. */
export function isShown(item: Placed, restored: ReadonlySet<number>): boolean {
  return item.block.keep || restored.has(item.index);
}

function partKind(item: Placed, restored: ReadonlySet<number>): Part["kind"] {
  if (!isShown(item, restored)) return "fold";
  return item.block.role === "list-item" ? "list" : "block";
}

export function layout(blocks: readonly Block[], restored: ReadonlySet<number>): Part[] {
  const parts: Part[] = [];
  blocks.forEach((block, index) => {
    const item = { index, block };
    const kind = partKind(item, restored);
    const last = parts.at(-1);
    if (kind === "block") parts.push({ kind, item });
    else if (last && last.kind !== "block" && last.kind === kind) last.items.push(item);
    else parts.push({ kind, items: [item] });
  });
  return parts;
}

/** The reasons of a fold in the order they come, each once: "Comment form, related links". */
export function reasonsOf(items: readonly Placed[], most = 3): string {
  const names = [...new Set(items.map(({ block }) => reasonName(block.code)))];
  const shown = names.slice(0, most);
  const rest = names.length - shown.length;
  return shown.join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

/** Codes that do not read well as they stand. */
const REASONS: Record<string, string> = {
  links: "lists of links",
  related: "related articles",
  share: "share buttons",
  newsletter: "sign-up",
  notice: "notices",
  chat: "chat window",
  "author-box": "about the author",
  timestamp: "date line",
  credit: "picture credit",
  desk: "credits",
  media: "players and galleries",
  form: "buttons and fields",
  hidden: "hidden text",
  "section-label": "site or section name",
  counter: "counts",
  repeated: "repetitions",
  sidebar: "side column",
  outside: "text around the article",
  fragment: "scraps",
};

/** A reason's code in words: `comment-form` is "comment form". */
export function reasonName(code: string): string {
  return REASONS[code] ?? code.replaceAll("-", " ");
}

/** The article as a reader would copy it: what is shown, paragraphs parted by a blank line. */
export function cleanText(
  text: string,
  blocks: readonly Block[],
  restored: ReadonlySet<number>,
): string {
  const shown = blocks
    .map((block, index) => ({ block, index }))
    .filter((item) => isShown(item, restored));
  let out = "";
  let before: Block | null = null;
  for (const { block } of shown) {
    const inList = before?.role === "list-item" && block.role === "list-item";
    if (before) out += inList ? "\n" : "\n\n";
    const body = text.slice(block.start, block.end).replace(/\s+/g, " ");
    out += block.role === "list-item" ? `- ${body}` : body;
    before = block;
  }
  return out;
}
