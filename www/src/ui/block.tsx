// One block of the article, with its mentions and quotations.

import { memo } from "preact/compat";
import type { Entity, Quote, Reading } from "../engine/result.js";
import { showReasons } from "../state/view.js";
import { tenths } from "../text/format.js";
import type { Placed } from "../text/layout.js";
import { type Piece, segments } from "../text/segments.js";
import { Verdict } from "./verdict.js";

/** The mentions and quotations of each block, by the block's index. */
export interface Inside {
  entities: Entity[][];
  quotes: Quote[][];
}

interface Properties {
  reading: Reading;
  inside: Inside;
  item: Placed;
}

function clusterId(index: number): string | undefined {
  return index < 0 ? undefined : `c${index + 1}`;
}

function PieceView({ piece, text }: { piece: Piece; text: string }) {
  const body = text.slice(piece.start, piece.end);
  if (piece.kind === "text") return <>{body}</>;
  const { entity } = piece;
  return (
    <mark
      data-entity={`e${entity.index + 1}`}
      data-label={entity.label}
      data-cluster={clusterId(entity.cluster)}
      data-sure={tenths(entity)}
      tabIndex={-1}
    >
      {body}
    </mark>
  );
}

/** The block's text with everything that is marked in it. */
export const BlockText = memo(({ reading, inside, item }: Properties) => {
  const { text, quotes } = reading;
  const parts = segments(
    item.block,
    inside.entities[item.index] ?? [],
    inside.quotes[item.index] ?? [],
  );
  return (
    <>
      {parts.map(({ quote, pieces }) => {
        const views = pieces.map((piece) => (
          <PieceView key={piece.start} piece={piece} text={text} />
        ));
        if (!quote) return views;
        return (
          <span
            key={pieces[0]?.start}
            data-quote={`q${quotes.indexOf(quote) + 1}`}
            data-speaker={clusterId(quote.speaker)}
            data-kind={quote.kind}
          >
            {views}
          </span>
        );
      })}
    </>
  );
});

const TAGS: Record<string, "h1" | "h2" | "blockquote" | "figcaption" | "li"> = {
  headline: "h1",
  heading: "h2",
  quote: "blockquote",
  caption: "figcaption",
  "list-item": "li",
};

/** A block that stands in the article, by right or because the reader wants it there. */
export function BlockView(properties: Properties) {
  const { reading, item } = properties;
  const { index, block, decision } = item;
  const verdict = (decision || showReasons.value) && <Verdict item={item} />;
  const Tag = TAGS[block.role] ?? "p";
  const view = (
    <Tag
      data-block={index}
      data-role={block.role}
      data-keep="true"
      dir="auto"
      lang={reading.language}
      data-restored={decision ? true : undefined}
    >
      <BlockText {...properties} />
      {Tag === "li" && verdict}
    </Tag>
  );
  return (
    <>
      {Tag === "figcaption" ? <figure>{view}</figure> : view}
      {Tag !== "li" && verdict && <p class="beside">{verdict}</p>}
    </>
  );
}
