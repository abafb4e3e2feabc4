// The reader's own names and patterns: kept in the browser, checked by the engine.

import { signal } from "@preact/signals";
import type { OwnList, OwnName, OwnProblem } from "../engine/protocol.js";
import { readNames } from "./articles.js";
import { store } from "./store.js";

/** The list in use, in its order: of two that fit the same words the first stands. */
export const ownNames = signal<readonly OwnName[]>([]);
/** Whether the last change outlives the page. */
export const ownKept = signal(true);

/** What the list looked like before the last change, so that the reader can have it back. */
let before: readonly OwnName[] = [];

function bytesOf(entries: readonly OwnName[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(entries));
}

/** The list from the last visit, as bytes for the engine; none where there is no list. */
export async function loadOwnNames(): Promise<Uint8Array<ArrayBuffer>> {
  ownNames.value = await store.own();
  return ownNames.value.length > 0 ? bytesOf(ownNames.value) : new Uint8Array();
}

/** The place of a name, or of another spelling of it, in the list; −1 where it is not there. */
export function indexOfName(name: string): number {
  const same = name.split(/\s+/).join(" ");
  return ownNames.value.findIndex((one) => one.name === same || one.aliases.includes(same));
}

/** Makes the entries the list in use; what is wrong comes back, and the old list stays. */
async function change(entries: readonly OwnName[]): Promise<OwnProblem[]> {
  const { problems, entries: read } = await readNames(bytesOf(entries), true);
  if (problems.length === 0) {
    before = ownNames.value;
    ownNames.value = read;
    ownKept.value = await store.keepOwn(read);
  }
  return problems;
}

/** Puts an entry at a place of the list, or at its end. */
export async function putName(entry: OwnName, at: number | null): Promise<OwnProblem[]> {
  // Alone first: what is wrong is told of this entry, not of its place in the list.
  const { problems } = await readNames(bytesOf([entry]), false);
  if (problems.length > 0) return problems;
  const next = [...ownNames.value];
  if (at === null) next.push(entry);
  else next[at] = entry;
  return change(next);
}

export async function removeName(at: number): Promise<void> {
  await change(ownNames.value.filter((_, index) => index !== at));
}

export async function removeNames(): Promise<void> {
  await change([]);
}

/** Takes the last change back. */
export async function undoNames(): Promise<void> {
  await change(before);
}

function keyOf({ name, pattern, label }: OwnName): string {
  return JSON.stringify([name, pattern, label]);
}

/** Adds what is right in a file; says how much that was and what is wrong. */
export async function importNames(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ fresh: number; known: number; problems: OwnProblem[] }> {
  const { entries, problems } = await readNames(bytes, false);
  const there = new Set(ownNames.value.map(keyOf));
  const fresh = entries.filter((entry) => !there.has(keyOf(entry)) && there.add(keyOf(entry)));
  const more = fresh.length > 0 ? await change([...ownNames.value, ...fresh]) : [];
  const added = more.length === 0 ? fresh.length : 0;
  return { fresh: added, known: entries.length - fresh.length, problems: [...problems, ...more] };
}

/** The list as a file. */
export function writtenNames(): Promise<OwnList> {
  return readNames(bytesOf(ownNames.value), false);
}
