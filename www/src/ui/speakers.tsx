// Who is quoted, with a way from quotation to quotation.

import { useMemo } from "preact/hooks";
import type { Reading } from "../engine/result.js";
import { currentQuote, drawer, showQuotes } from "../state/view.js";
import { type SpeakerRow, speakerRows } from "../text/names.js";
import { goWithinQuotes } from "./actions.js";

function Row({ row }: { row: SpeakerRow }) {
  const { name, quotes } = row;
  const at = currentQuote.value === null ? -1 : quotes.indexOf(currentQuote.value);
  const total = quotes.length;
  return (
    <li>
      <button
        type="button"
        class="name"
        data-quoted={row.speaker < 0 ? "" : `c${row.speaker + 1}`}
        aria-current={at >= 0 ? "true" : undefined}
        onClick={() => {
          drawer.value = null;
          goWithinQuotes(quotes);
        }}
      >
        <span class="name-text">{name}</span>
        <span class="count">{at >= 0 && total > 1 ? `${at + 1}/${total}` : total}</span>
        <span class="hidden-text"> {total === 1 ? "quotation" : "quotations"}</span>
      </button>
    </li>
  );
}

export function Speakers({ reading }: { reading: Reading }) {
  const rows = useMemo(() => speakerRows(reading), [reading]);
  if (rows.length === 0 || !showQuotes.value) return null;
  return (
    <section class="name-group" aria-labelledby="speakers-title">
      <h3 id="speakers-title">Who is quoted</h3>
      <ul>
        {rows.map((row) => (
          <Row key={row.speaker} row={row} />
        ))}
      </ul>
    </section>
  );
}
