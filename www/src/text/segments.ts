// One block's text as runs for the page: plain text, mentions, and quotations around them.
//
// Takes a block's span and the sorted entities and quotes that touch it; gives segments whose
// texts, put one after the other, are exactly the block's text. A mention is never split: where
// it crosses a quotation's edge it stands outside. Of two quotations over each other the one that
// begins later wins.

import type { Entity, Quote, Span } from "../engine/result.js";

export type Piece =
  | { kind: "text"; start: number; end: number }
  | { kind: "mention"; start: number; end: number; entity: Entity };

export interface Segment {
  quote: Quote | null;
  pieces: Piece[];
}

/** The spans of `all`, sorted by start, that touch `inside`. */
export function touching<T extends Span>(all: readonly T[], inside: Span): T[] {
  return all.filter((each) => each.start < inside.end && each.end > inside.start);
}

function clipped(entity: Entity, block: Span): Piece {
  const start = Math.max(entity.start, block.start);
  return { kind: "mention", start, end: Math.min(entity.end, block.end), entity };
}

/** The block as plain text and mentions, without a gap. */
function pieces(block: Span, entities: readonly Entity[]): Piece[] {
  const found: Piece[] = [];
  let at = block.start;
  for (const entity of entities) {
    const mention = clipped(entity, block);
    if (mention.start < at || mention.end <= mention.start) continue;
    if (mention.start > at) found.push({ kind: "text", start: at, end: mention.start });
    found.push(mention);
    at = mention.end;
  }
  if (at < block.end) found.push({ kind: "text", start: at, end: block.end });
  return found;
}

/** Cuts plain text wherever a quotation begins or ends. */
function cutAt(piece: Piece, edges: readonly number[]): Piece[] {
  if (piece.kind === "mention") return [piece];
  const cuts = edges.filter((edge) => edge > piece.start && edge < piece.end);
  const bounds = [piece.start, ...cuts, piece.end];
  return bounds
    .slice(1)
    .map((end, index) => ({ kind: "text", start: bounds[index] ?? end, end }) as const);
}

function quoteAround(piece: Span, quotes: readonly Quote[]): Quote | null {
  return quotes.findLast((q) => q.start <= piece.start && q.end >= piece.end) ?? null;
}

/** One block's segments; `entities` and `quotes` may be those of the block alone. */
export function segments(
  block: Span,
  entities: readonly Entity[],
  quotes: readonly Quote[],
): Segment[] {
  const edges = [...new Set(quotes.flatMap((q) => [q.start, q.end]))].sort((a, b) => a - b);
  const result: Segment[] = [];
  for (const piece of pieces(block, entities).flatMap((each) => cutAt(each, edges))) {
    const quote = quoteAround(piece, quotes);
    const last = result.at(-1);
    if (last && last.quote === quote) last.pieces.push(piece);
    else result.push({ quote, pieces: [piece] });
  }
  return result;
}

/** What touches each block, in one walk over both lists, sorted by start. */
export function perBlock<T extends Span>(blocks: readonly Span[], spans: readonly T[]): T[][] {
  let from = 0;
  return blocks.map((block) => {
    while (from < spans.length && (spans[from]?.end ?? 0) <= block.start) from += 1;
    const inside: T[] = [];
    for (let at = from; at < spans.length; at += 1) {
      const span = spans[at];
      if (!span || span.start >= block.end) break;
      if (span.end > block.start) inside.push(span);
    }
    return inside;
  });
}
