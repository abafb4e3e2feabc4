// The side of names: the legend that switches kinds on and off, and everyone who is named.

import { useMemo } from "preact/hooks";
import type { Reading } from "../engine/result.js";
import {
  currentMention,
  drawer,
  hiddenKinds,
  leastSure,
  nameFilter,
  openReading,
  showCodes,
  showQuotes,
  sureMentions,
  toggleKind,
} from "../state/view.js";
import { tenths } from "../text/format.js";
import { countKinds } from "../text/kinds.js";
import { matches, type NameGroup, type NameRow, nameGroups } from "../text/names.js";
import { goWithin } from "./actions.js";
import { editOwn } from "./own.js";
import { Speakers } from "./speakers.js";

const FILTER_FROM = 12;

/** Hides what is less sure than the reader wants. */
function Sureness() {
  const least = leastSure.value;
  return (
    <label class="sureness">
      <span>{least === 0 ? "However sure" : `At least ${least * 10}% sure`}</span>
      <input
        type="range"
        min={0}
        max={9}
        step={1}
        value={least}
        aria-valuetext={least === 0 ? "however sure" : `at least ${least * 10}% sure`}
        onInput={(event) => {
          leastSure.value = Number(event.currentTarget.value);
        }}
      />
    </label>
  );
}

function Legend({ reading }: { reading: Reading }) {
  // Every kind that occurs stays in the legend, even when none of its mentions is sure enough.
  const occurring = useMemo(() => countKinds(reading.entities), [reading]);
  const sure = new Map(
    countKinds(sureMentions.value).map(({ kind, count }) => [kind.label, count]),
  );
  const kinds = occurring.map(({ kind }) => ({ kind, count: sure.get(kind.label) ?? 0 }));
  const off = hiddenKinds.value;
  const anyOn = kinds.some(({ kind }) => !off.has(kind.label));
  return (
    <section class="legend" aria-labelledby="legend-title">
      <div class="side-head">
        <h2 id="legend-title">Highlights</h2>
        {kinds.length > 0 && (
          <button
            type="button"
            class="link"
            onClick={() => {
              hiddenKinds.value = new Set(anyOn ? kinds.map(({ kind }) => kind.label) : []);
            }}
          >
            {anyOn ? "None" : "All"}
          </button>
        )}
      </div>
      <ul class="kinds">
        {kinds.map(({ kind, count }) => (
          <li key={kind.label}>
            <button
              type="button"
              class="kind"
              data-label={kind.label}
              aria-pressed={!off.has(kind.label)}
              onClick={() => toggleKind(kind.label)}
            >
              <span class="swatch" aria-hidden="true">
                {kind.code}
              </span>
              <span class="kind-name">{kind.many}</span>
              <span class="count">{count}</span>
            </button>
          </li>
        ))}
        {reading.quotes.length > 0 && (
          <li>
            <button
              type="button"
              class="kind"
              data-label="QUOTE"
              aria-pressed={showQuotes.value}
              onClick={() => {
                showQuotes.value = !showQuotes.value;
              }}
            >
              <span class="swatch" aria-hidden="true">
                “”
              </span>
              <span class="kind-name">Quotations</span>
              <span class="count">{reading.quotes.length}</span>
            </button>
          </li>
        )}
      </ul>
      {kinds.length > 0 && <Sureness />}
      {kinds.length > 0 ? (
        <label class="check">
          <input
            type="checkbox"
            checked={showCodes.value}
            onChange={(event) => {
              showCodes.value = event.currentTarget.checked;
            }}
          />
          Mark kinds by letters too
        </label>
      ) : (
        <p class="hint">No names were found in this article.</p>
      )}
    </section>
  );
}

function Row({ row }: { row: NameRow }) {
  const indexes = row.mentions.map(({ index }) => index);
  const at = currentMention.value === null ? -1 : indexes.indexOf(currentMention.value);
  const total = indexes.length;
  return (
    <li>
      <button
        type="button"
        class="name"
        data-name={`c${row.cluster.index + 1}`}
        aria-current={at >= 0 ? "true" : undefined}
        onClick={() => {
          drawer.value = null;
          goWithin(indexes);
        }}
      >
        <span class="name-text">{row.cluster.name}</span>
        <span class="count">{at >= 0 && total > 1 ? `${at + 1}/${total}` : total}</span>
        <span class="hidden-text"> {total === 1 ? "mention" : "mentions"} </span>
        {row.variants.length > 0 && (
          <span class="variants">
            <span class="hidden-text">also </span>
            {row.variants.join(" · ")}
          </span>
        )}
      </button>
    </li>
  );
}

function Group({ group, query }: { group: NameGroup; query: string }) {
  const rows = group.rows.flatMap((row) => {
    const mentions = row.mentions.filter((entity) => tenths(entity) >= leastSure.value);
    const found = matches(query, [row.cluster.name, ...row.variants, group.kind.many]);
    return found && mentions.length > 0 ? [{ ...row, mentions }] : [];
  });
  if (rows.length === 0 || hiddenKinds.value.has(group.kind.label)) return null;
  return (
    <section class="name-group" data-label={group.kind.label}>
      <h3>{group.kind.many}</h3>
      <ul>
        {rows.map((row) => (
          <Row key={row.cluster.index} row={row} />
        ))}
      </ul>
    </section>
  );
}

function NameList({ reading }: { reading: Reading }) {
  const groups = useMemo(() => nameGroups(reading), [reading]);
  const total = reading.clusters.length;
  if (total === 0) return null;
  return (
    <section aria-labelledby="names-title">
      <div class="side-head">
        <h2 id="names-title">In this article</h2>
      </div>
      {total >= FILTER_FROM && (
        <input
          id="names-filter"
          class="filter"
          type="search"
          placeholder="Filter names"
          aria-label="Filter the names"
          value={nameFilter.value}
          onInput={(event) => {
            nameFilter.value = event.currentTarget.value;
          }}
        />
      )}
      <Speakers reading={reading} />
      {groups.map((group) => (
        <Group key={group.kind.label} group={group} query={nameFilter.value} />
      ))}
    </section>
  );
}

export function Names() {
  const reading = openReading.value;
  if (!reading) return null;
  return (
    <>
      <Legend reading={reading} />
      <NameList reading={reading} />
      <button type="button" class="link own-open" onClick={() => editOwn(null)}>
        Your names and patterns
      </button>
    </>
  );
}
