// The card of the current quotation: of what sort it is and who said it.

import { useLayoutEffect, useRef } from "preact/hooks";
import type { Quote, Reading } from "../engine/result.js";
import { currentQuote, showQuotes } from "../state/view.js";
import { sureness } from "../text/format.js";
import { goWithinQuotes, quoteOf } from "./actions.js";
import { CardTools } from "./card-tools.js";
import { keepPlaced } from "./place.js";

const SORTS: Record<Quote["kind"], string> = {
  direct: "Quotation",
  indirect: "Reported speech",
  mixed: "Partly quoted",
};

/** Every piece of the current quotation is marked; a mention may part it. */
function point(current: number | null): void {
  const root = document.querySelector("[data-article]");
  for (const old of root?.querySelectorAll("[data-quote][data-current]") ?? []) {
    old.removeAttribute("data-current");
  }
  if (current === null) return;
  for (const piece of root?.querySelectorAll(`[data-quote="q${current + 1}"]`) ?? []) {
    piece.setAttribute("data-current", "");
  }
}

export function QuoteCard({ reading }: { reading: Reading }) {
  const card = useRef<HTMLElement>(null);
  const current = showQuotes.value ? currentQuote.value : null;
  useLayoutEffect(() => {
    point(current);
    const about = quoteOf(current);
    return about && card.current ? keepPlaced(card.current, about) : undefined;
  }, [reading, current]);
  const quote = current === null ? undefined : reading.quotes[current];
  if (!quote || current === null) return null;
  const speaker = reading.clusters[quote.speaker];
  const name = speaker?.name ?? "Speaker not named";
  const same = reading.quotes.flatMap((other, index) =>
    other.speaker === quote.speaker ? [index] : [],
  );
  return (
    <aside ref={card} class="card" data-card data-quote-card aria-label={`Quotation: ${name}`}>
      <p class="card-kind">
        {SORTS[quote.kind]} · {sureness(quote.confidence)}
      </p>
      <p class="card-name">{name}</p>
      {speaker && speaker.roles.length > 0 && <p>{speaker.roles.join(", ")}</p>}
      <CardTools
        places={same}
        current={current}
        go={(step) => goWithinQuotes(same, step)}
        close={() => {
          currentQuote.value = null;
        }}
      />
    </aside>
  );
}
