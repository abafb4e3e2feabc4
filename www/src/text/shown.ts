// A reading of everything, cut down to what the reader has in view.
//
// The engine reports names inside removed passages when asked to. Takes such a reading and the
// blocks brought back; gives one whose mentions and quotations all stand in shown blocks, numbered
// anew, with clusters that have mentions left.

import type { Block, Reading, Span } from "../engine/result.js";

/** A test for spans, to be called with growing starts: does it begin in a shown block? */
function inShown(blocks: readonly Block[], restored: ReadonlySet<number>): (span: Span) => boolean {
  let at = 0;
  return ({ start }) => {
    while (at < blocks.length && (blocks[at]?.end ?? 0) <= start) at += 1;
    const block = blocks[at];
    return block !== undefined && block.start <= start && (block.keep || restored.has(at));
  };
}

export function shownOf(whole: Reading, restored: ReadonlySet<number>): Reading {
  const kept = whole.entities.filter(inShown(whole.blocks, restored));
  const entityNow = new Map(kept.map((entity, now) => [entity.index, now]));
  const clusters = whole.clusters
    .map((cluster) => ({
      ...cluster,
      mentions: cluster.mentions.flatMap((mention) => entityNow.get(mention) ?? []),
    }))
    .filter(({ mentions }) => mentions.length > 0);
  const clusterNow = new Map(clusters.map((cluster, now) => [cluster.index, now]));
  return {
    ...whole,
    entities: kept.map((entity, index) => ({
      ...entity,
      index,
      cluster: clusterNow.get(entity.cluster) ?? -1,
    })),
    clusters: clusters.map((cluster, index) => ({ ...cluster, index })),
    quotes: whole.quotes
      .filter(inShown(whole.blocks, restored))
      .map((quote) => ({ ...quote, speaker: clusterNow.get(quote.speaker) ?? -1 })),
  };
}
