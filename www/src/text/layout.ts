// The order of things in the reading view: kept blocks, lists, and folds of removed passages.
//
// Takes the blocks and what the reader decided of them; every block comes out exactly once, in the
// article's order.

import type { Block } from "../engine/result.js";
import type { Decision, Decisions } from "./decisions.js";

export interface Placed {
  index: number;
  block: Block;
  /** What the reader made of it, against the engine. */
  decision: Decision | undefined;
}

export type Part =
  | { kind: "block"; item: Placed }
  | { kind: "list"; items: Placed[] }
  /** Neighbouring removed passages. */
  | { kind: "fold"; items: Placed[] };

/** Whether the block stands in the article as the reader has it. */
export function isShown({ block, decision }: Placed): boolean {
  return decision?.keep ?? block.keep;
}

/** Every block with the reader's decision. */
export function placed(blocks: readonly Block[], decisions: Decisions): Placed[] {
  return blocks.map((block, index) => ({ index, block, decision: decisions.get(index) }));
}

function partKind(item: Placed): Part["kind"] {
  if (!isShown(item)) return "fold";
  return item.block.role === "list-item" ? "list" : "block";
}

export function layout(items: readonly Placed[]): Part[] {
  const parts: Part[] = [];
  for (const item of items) {
    const kind = partKind(item);
    const last = parts.at(-1);
    if (kind === "block") parts.push({ kind, item });
    else if (last && last.kind !== "block" && last.kind === kind) last.items.push(item);
    else parts.push({ kind, items: [item] });
  }
  return parts;
}

/** The reasons of a fold in the order they come, each once: "Comment form, related links". */
export function reasonsOf(items: readonly Placed[], most = 3): string {
  const named = items.map(({ block, decision }) =>
    decision ? "your choice" : reasonName(block.code),
  );
  const names = [...new Set(named)];
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
export function cleanText(text: string, items: readonly Placed[]): string {
  let out = "";
  let before: Block | null = null;
  for (const { block } of items.filter(isShown)) {
    const inList = before?.role === "list-item" && block.role === "list-item";
    if (before) out += inList ? "\n" : "\n\n";
    const body = text.slice(block.start, block.end).replace(/\s+/g, " ");
    out += block.role === "list-item" ? `- ${body}` : body;
    before = block;
  }
  return out;
}
