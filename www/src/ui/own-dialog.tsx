// The reader's own names and patterns: the list, its form, files in and out.

import { useRef, useState } from "preact/hooks";
import type { OwnName } from "../engine/protocol.js";
import { ownKept, ownNames, removeName, removeNames, undoNames } from "../state/own-names.js";
import { counted } from "../text/format.js";
import { kindOf } from "../text/kinds.js";
import { matches } from "../text/names.js";
import { Modal } from "./modal.js";
import { clearDraft, draft, editAt, exportList, importLists, ownMessage, tell } from "./own.js";
import { OwnForm } from "./own-form.js";

/** From this many entries on the list has a filter. */
const FILTER_FROM = 12;
/** Mistakes in a file that are shown: whoever has more has one of them many times. */
const MOST_MISTAKES = 20;
/** Entries that are shown; the filter finds the others. */
const MOST_SHOWN = 200;

function textOf({ name, pattern }: OwnName): string {
  return name ?? pattern ?? "";
}

async function remove(at: number, entry: OwnName): Promise<void> {
  await removeName(at);
  clearDraft();
  tell(`Removed “${textOf(entry)}”.`, { undo: true });
}

async function removeAll(): Promise<void> {
  const count = ownNames.value.length;
  await removeNames();
  clearDraft();
  tell(`Removed ${counted(count, "entry", "entries")}.`, { undo: true });
}

async function undo(): Promise<void> {
  await undoNames();
  clearDraft();
  tell("The list is as it was.");
}

function Entry({ entry, at }: { entry: OwnName; at: number }) {
  const kind = kindOf(entry.label);
  const text = textOf(entry);
  return (
    <li data-own={at} data-label={entry.label} aria-current={draft.value.at === at || undefined}>
      <span class="swatch" aria-hidden="true">
        {kind.code}
      </span>
      <span class="own-entry">
        {entry.pattern === undefined ? <span dir="auto">{text}</span> : <code>{text}</code>}
        <span class="hidden-text">, {kind.one}</span>
        {entry.aliases.length > 0 && (
          <span class="variants" dir="auto">
            <span class="hidden-text">also </span>
            {entry.aliases.join(" · ")}
          </span>
        )}
      </span>
      <button
        type="button"
        class="link"
        aria-label={`Edit “${text}”`}
        onClick={() => {
          editAt(at);
          document.getElementById("own-text")?.focus();
        }}
      >
        Edit
      </button>
      <button
        type="button"
        class="link"
        aria-label={`Remove “${text}”`}
        onClick={() => remove(at, entry)}
      >
        Remove
      </button>
    </li>
  );
}

function List() {
  const [query, setQuery] = useState("");
  const all = ownNames.value;
  const found = all
    .map((entry, at) => ({ entry, at }))
    .filter(({ entry }) =>
      matches(query, [textOf(entry), ...entry.aliases, kindOf(entry.label).many]),
    );
  if (all.length === 0) return <p class="hint">The list is empty.</p>;
  return (
    <>
      {all.length >= FILTER_FROM && (
        <input
          class="filter"
          type="search"
          placeholder={`Filter ${counted(all.length, "entry", "entries")}`}
          aria-label="Filter your names"
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      )}
      <ul class="own-list">
        {found.slice(0, MOST_SHOWN).map(({ entry, at }) => (
          <Entry key={at} entry={entry} at={at} />
        ))}
      </ul>
      {found.length > MOST_SHOWN && (
        <p class="hint">
          {counted(found.length - MOST_SHOWN, "more entry", "more entries")}; the filter finds them.
        </p>
      )}
    </>
  );
}

function Message() {
  const now = ownMessage.value;
  return (
    <div class="own-message" role="status">
      {now && (
        <p>
          {now.text}{" "}
          {now.undo && (
            <button type="button" class="link" onClick={undo}>
              Undo
            </button>
          )}
        </p>
      )}
      {now && now.lines.length > 0 && (
        <ul class="own-problems">
          {now.lines.slice(0, MOST_MISTAKES).map((line) => (
            <li key={line}>{line}</li>
          ))}
          {now.lines.length > MOST_MISTAKES && (
            <li>and {now.lines.length - MOST_MISTAKES} more.</li>
          )}
        </ul>
      )}
      {!ownKept.value && (
        <p>This browser keeps nothing for the page: export the list before you leave.</p>
      )}
    </div>
  );
}

function Files() {
  const picker = useRef<HTMLInputElement>(null);
  const empty = ownNames.value.length === 0;
  return (
    <div class="pickers">
      <button type="button" class="button" onClick={() => picker.current?.click()}>
        Import…
      </button>
      <button type="button" class="button" disabled={empty} onClick={() => exportList("json")}>
        Export JSON
      </button>
      <button type="button" class="button" disabled={empty} onClick={() => exportList("csv")}>
        Export CSV
      </button>
      <button type="button" class="button" disabled={empty} onClick={removeAll}>
        Remove all
      </button>
      <input
        ref={picker}
        id="own-picker"
        type="file"
        multiple
        hidden
        accept=".json,.csv,.txt,.gz"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = "";
          void importLists(files);
        }}
      />
    </div>
  );
}

export function OwnDialog() {
  return (
    <Modal name="own" title="Your names and patterns">
      <p class="hint">
        What stands here goes before everything that Copydesk finds by itself, in every article. Of
        two that fit the same words the longer counts, then the upper one.
      </p>
      <OwnForm />
      <Files />
      <Message />
      <List />
      <p class="hint">
        Lists come as JSON, or as CSV with the columns name, pattern, label and aliases; you can
        drop them here. They are kept in this browser alone.
      </p>
    </Modal>
  );
}
