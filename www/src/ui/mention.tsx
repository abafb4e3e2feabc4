// The card of the current mention: what it was taken for, how sure that is, and why.

import { useLayoutEffect, useRef } from "preact/hooks";
import type { Reading } from "../engine/result.js";
import { indexOfName } from "../state/own-names.js";
import { currentMention, liveMentions } from "../state/view.js";
import { niceDate, sureness } from "../text/format.js";
import { isNamed, kindOf } from "../text/kinds.js";
import { goWithin, markOf } from "./actions.js";
import { CardTools } from "./card-tools.js";
import { editOwn } from "./own.js";
import { keepPlaced } from "./place.js";

/** Marks the current mention and the others of the same name; one mark takes the Tab key. */
function point(reading: Reading, current: number | null): void {
  const root = document.querySelector("[data-article]");
  if (!root) return;
  for (const old of root.querySelectorAll("mark[data-current], [data-same]")) {
    old.removeAttribute("data-current");
    old.removeAttribute("data-same");
  }
  for (const old of root.querySelectorAll('mark[tabindex="0"]')) old.setAttribute("tabindex", "-1");
  const stop = current ?? liveMentions.value[0] ?? null;
  markOf(stop)?.setAttribute("tabindex", "0");
  if (current === null) return;
  const cluster = reading.clusters[reading.entities[current]?.cluster ?? -1];
  for (const index of cluster?.mentions ?? []) markOf(index)?.setAttribute("data-same", "");
  if (cluster) {
    for (const said of root.querySelectorAll(`[data-speaker="c${cluster.index + 1}"]`)) {
      said.setAttribute("data-same", "");
    }
  }
  markOf(current)?.setAttribute("data-current", "");
}

export function MentionCard({ reading }: { reading: Reading }) {
  const card = useRef<HTMLElement>(null);
  const current = currentMention.value;
  const live = liveMentions.value;
  const entity = current !== null && live.includes(current) ? reading.entities[current] : undefined;
  useLayoutEffect(() => {
    point(reading, entity ? current : null);
    const mark = markOf(current);
    const box = card.current;
    if (!mark || !box) return;
    return keepPlaced(box, mark);
  }, [reading, current, live, entity]);
  if (!entity) return null;
  const cluster = reading.clusters[entity.cluster];
  const mentions = cluster?.mentions ?? [entity.index];
  const kind = kindOf(entity.label);
  const said = cluster ? reading.quotes.filter(({ speaker }) => speaker === cluster.index) : [];
  const name = cluster?.name ?? reading.text.slice(entity.start, entity.end);
  return (
    <aside ref={card} class="card" data-card data-label={entity.label} aria-label={`About ${name}`}>
      <p class="card-kind">
        {kind.one} · {sureness(entity.confidence)}
      </p>
      <p class="card-name">{name}</p>
      {entity.value && <p class="card-value">{niceDate(entity.value)}</p>}
      {cluster && cluster.roles.length > 0 && <p>{cluster.roles.join(", ")}</p>}
      {entity.why && <p class="card-why">Why: {entity.why}</p>}
      {cluster && cluster.variants.length > 1 && (
        <p class="card-why">Written as {cluster.variants.join(", ")}</p>
      )}
      {said.length > 0 && (
        <p class="card-why">Quoted {said.length === 1 ? "once" : `${said.length} times`} here</p>
      )}
      {isNamed(entity.label) && (
        <button
          type="button"
          class="link card-own"
          onClick={() => editOwn({ text: reading.text.slice(entity.start, entity.end), ...entity })}
        >
          {indexOfName(reading.text.slice(entity.start, entity.end)) < 0
            ? "Add to your names"
            : "Change in your names"}
        </button>
      )}
      <CardTools
        places={mentions}
        current={entity.index}
        go={(step) => goWithin(mentions, step)}
        close={() => {
          currentMention.value = null;
        }}
      />
    </aside>
  );
}
