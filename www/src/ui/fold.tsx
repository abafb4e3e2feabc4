// Removed passages where they stood: one quiet line for neighbours, all of them on demand.

import { showReasons, toggleFold, turnedFolds } from "../state/view.js";
import { counted } from "../text/format.js";
import { type Placed, reasonsOf } from "../text/layout.js";
import { decidePassages } from "./passages.js";
import { Verdict } from "./verdict.js";

function Removed({ item, text }: { item: Placed; text: string }) {
  const { block, index } = item;
  return (
    <div class="removed" data-block={index} data-role={block.role} data-keep="false">
      <del dir="auto">{text.slice(block.start, block.end)}</del>
      <Verdict item={item} />
    </div>
  );
}

interface Properties {
  items: readonly Placed[];
  text: string;
  /** Open until the reader closes it: where nothing was kept there is nothing else to read. */
  startsOpen: boolean;
}

export function Fold({ items, text, startsOpen }: Properties) {
  const first = items[0]?.index ?? 0;
  const open = turnedFolds.value.has(first) !== (startsOpen || showReasons.value);
  const body = `fold-${first}`;
  return (
    <div class="fold" data-fold={first} data-open={open}>
      <p class="fold-line">
        <button
          type="button"
          class="fold-toggle"
          aria-expanded={open}
          aria-controls={body}
          onClick={() => toggleFold(first)}
        >
          {counted(items.length, "passage")} removed
          <span class="fold-reasons"> — {reasonsOf(items)}</span>
        </button>
        <button
          type="button"
          class="link"
          aria-label={`Bring back ${counted(items.length, "passage")}`}
          onClick={() =>
            decidePassages(
              items.map(({ index }) => index),
              true,
            )
          }
        >
          Bring back
        </button>
      </p>
      <div id={body} class="fold-body" hidden={!open}>
        {items.map((item) => (
          <Removed key={item.index} item={item} text={text} />
        ))}
      </div>
    </div>
  );
}
