// What the dialog of own names does: opening it, files in and out.

import { signal } from "@preact/signals";
import type { OwnProblem } from "../engine/protocol.js";
import { gunzip, isGzip } from "../input/gzip.js";
import { importNames, indexOfName, ownNames, writtenNames } from "../state/own-names.js";
import { currentMention, dialog } from "../state/view.js";
import { counted } from "../text/format.js";
import { saveFile } from "./actions.js";

/** What stands in the form. */
export interface Draft {
  /** The place in the list of the entry that is edited; `null` for a new one. */
  at: number | null;
  what: "name" | "pattern";
  text: string;
  label: string;
  aliases: string;
}

const EMPTY: Draft = { at: null, what: "name", text: "", label: "PERSON", aliases: "" };

export const draft = signal<Draft>(EMPTY);

export interface OwnMessage {
  text: string;
  lines: string[];
  /** Whether the last change can be taken back. */
  undo: boolean;
}

export const ownMessage = signal<OwnMessage | null>(null);

export function tell(text: string, { undo = false, lines = [] as string[] } = {}): void {
  ownMessage.value = { text, undo, lines };
}

/** Puts an entry of the list into the form. */
export function editAt(at: number): void {
  const entry = ownNames.value[at];
  if (!entry) return;
  const what = entry.pattern === undefined ? "name" : "pattern";
  const text = entry.name ?? entry.pattern ?? "";
  draft.value = { at, what, text, label: entry.label, aliases: entry.aliases.join(" | ") };
}

export function clearDraft(): void {
  draft.value = EMPTY;
}

/** Opens the dialog, with a name in the form where one is given. */
export function editOwn(name: { text: string; label: string } | null): void {
  clearDraft();
  ownMessage.value = null;
  if (name) {
    const text = name.text.split(/\s+/).join(" ");
    const at = indexOfName(text);
    if (at < 0) draft.value = { ...EMPTY, text, label: name.label };
    else editAt(at);
  }
  currentMention.value = null;
  dialog.value = "own";
}

export function sentenceOf({ line, column, message }: OwnProblem): string {
  return `Line ${line}, column ${column}: ${message}`;
}

/** No list is larger when unpacked. */
const MOST_BYTES = 8 << 20;

/** Adds the lists in some files and says what became of each. */
export async function importLists(files: readonly File[]): Promise<void> {
  const lines: string[] = [];
  let [fresh, known, wrong] = [0, 0, 0];
  for (const file of files) {
    try {
      let bytes = new Uint8Array(await file.arrayBuffer());
      if (isGzip(bytes)) bytes = await gunzip(bytes, MOST_BYTES);
      const read = await importNames(bytes);
      fresh += read.fresh;
      known += read.known;
      wrong += read.problems.length;
      lines.push(...read.problems.map((problem) => `${file.name}: ${sentenceOf(problem)}`));
    } catch (error) {
      wrong += 1;
      lines.push(`${file.name}: it could not be read (${String(error)}).`);
    }
  }
  const parts = [
    `${counted(fresh, "entry", "entries")} added`,
    known > 0 ? `${counted(known, "entry", "entries")} there already` : "",
    wrong > 0 ? `${counted(wrong, "mistake")} left out` : "",
  ];
  tell(`${parts.filter(Boolean).join(", ")}.`, { lines, undo: fresh > 0 });
}

/** Offers the list as a file. */
export async function exportList(form: "json" | "csv"): Promise<void> {
  const list = await writtenNames();
  const kind = form === "json" ? "application/json" : "text/csv";
  saveFile(`names.${form}`, list[form], kind);
}
