// The form for one name or pattern; what the engine says against it stands beside the field.

import { useEffect, useRef, useState } from "preact/hooks";
import type { OwnName } from "../engine/protocol.js";
import { putName } from "../state/own-names.js";
import { KINDS } from "../text/kinds.js";
import { clearDraft, type Draft, draft, tell } from "./own.js";

function entryOf({ what, text, label, aliases }: Draft): OwnName {
  if (what === "pattern") return { pattern: text, label, aliases: [] };
  const others = aliases
    .split("|")
    .map((alias) => alias.trim())
    .filter(Boolean);
  return { name: text.trim(), label, aliases: others };
}

/** The character at which the engine stopped, from 0; the message says it from 1. */
function placeIn(message: string): number | null {
  const found = /^At character (\d+)/.exec(message);
  return found ? Number(found[1]) - 1 : null;
}

export function OwnForm() {
  const now = draft.value;
  const field = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const set = (part: Partial<Draft>) => {
    draft.value = { ...draft.value, ...part };
    setProblem(null);
  };
  useEffect(() => {
    setProblem(null);
    field.current?.focus();
  }, [now.at]);
  const save = async (event: Event) => {
    event.preventDefault();
    // Whoever types fast is ahead of the last rendering.
    const said = draft.value;
    let message: string | undefined;
    try {
      message = (await putName(entryOf(said), said.at))[0]?.message;
    } catch (error) {
      message = String(error);
    }
    setProblem(message ?? null);
    field.current?.focus();
    if (message) {
      const place = placeIn(message);
      if (place !== null) field.current?.setSelectionRange(place, place + 1);
      return;
    }
    tell(`${said.at === null ? "Added" : "Changed"} “${said.text.trim()}”.`, { undo: true });
    draft.value = { ...said, at: null, text: "", aliases: "" };
  };
  const isPattern = now.what === "pattern";
  return (
    <form class="own-form" aria-label="A name or a pattern" onSubmit={save}>
      <fieldset class="own-what">
        <legend class="hidden-text">What to look for</legend>
        {(["name", "pattern"] as const).map((what) => (
          <label key={what} class="check">
            <input
              type="radio"
              name="own-what"
              checked={now.what === what}
              onChange={() => set({ what })}
            />
            {what === "name" ? "A name" : "A pattern"}
          </label>
        ))}
      </fieldset>
      <label class="own-text">
        <span>{isPattern ? "Pattern (a regular expression)" : "Name"}</span>
        <input
          ref={field}
          id="own-text"
          autofocus
          class={isPattern ? "filter own-pattern" : "filter"}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          aria-invalid={problem ? "true" : undefined}
          aria-describedby={problem ? "own-problem" : undefined}
          value={now.text}
          onInput={(event) => set({ text: event.currentTarget.value })}
        />
      </label>
      <label>
        <span>Kind</span>
        <select
          id="own-label"
          class="filter"
          value={now.label}
          onChange={(event) => set({ label: event.currentTarget.value })}
        >
          {KINDS.map(({ label, many }) => (
            <option key={label} value={label}>
              {many}
            </option>
          ))}
        </select>
      </label>
      {problem && (
        <p id="own-problem" class="own-problem" role="alert">
          {problem}
        </p>
      )}
      {isPattern ? (
        <p class="hint own-wide">
          For instance <code>{"\\bAct \\d+"}</code>. A group marks the name inside the match.
        </p>
      ) : (
        <label class="own-wide">
          <span>Other spellings, with | between them</span>
          <input
            id="own-aliases"
            class="filter"
            autocomplete="off"
            spellcheck={false}
            value={now.aliases}
            onInput={(event) => set({ aliases: event.currentTarget.value })}
          />
        </label>
      )}
      <p class="own-save own-wide">
        <button type="submit" class="button primary">
          {now.at === null ? "Add to the list" : "Change it"}
        </button>
        {now.at !== null && (
          <button type="button" class="button" onClick={clearDraft}>
            Leave it as it was
          </button>
        )}
      </p>
    </form>
  );
}
