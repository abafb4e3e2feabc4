// The list of articles: where each one comes from and how far its reading is.
//
// Everything on the page is derived from these signals; only this module changes them.

import { batch, computed, effect, type Signal, signal, untracked } from "@preact/signals";
import type { Engine } from "../engine/client.js";
import type { OwnList, ReadOptions } from "../engine/protocol.js";
import { type Block, type Reading, readingOf } from "../engine/result.js";
import type { Incoming } from "../input/incoming.js";
import {
  type Change,
  type DecideOptions,
  type Decisions,
  decide,
  decisionsOf,
  type OwnDecision,
} from "../text/decisions.js";
import { titleFromId } from "../text/format.js";
import { fingerprint } from "../text/hash.js";
import { forget, loadRules, remember, rules, rulesFor } from "./rules.js";
import { store } from "./store.js";

export type Progress =
  | { kind: "waiting" }
  | { kind: "reading" }
  | { kind: "read"; reading: Reading }
  | { kind: "failed"; message: string };

export interface Article {
  /** Made from the bytes, so that the same article is kept once. */
  key: string;
  id: string;
  bytes: Uint8Array<ArrayBuffer>;
  input: "html" | "text" | undefined;
  /** Whether the reader added it, so that it can be removed. */
  added: number | null;
  progress: Signal<Progress>;
  /** Which list of own names it was read with, by {@link listNumber}. */
  readWith: number;
  /** Blocks that the reader, here or by a rule for the site, has otherwise than the engine. */
  decisions: Signal<Decisions>;
}

let engine: Engine | null = null;
/** What the reader decided in each article. */
let choices = new Map<string, OwnDecision[]>();

export const articles = signal<readonly Article[]>([]);
export const openKey = signal<string | null>(null);
export const openArticle = computed(
  () => articles.value.find((article) => article.key === openKey.value) ?? null,
);

/** Counts the changes to the list of own names. */
const listNumber = signal(0);

function isDone({ progress, readWith }: Article): boolean {
  const { kind } = progress.value;
  return kind === "failed" || (kind === "read" && readWith === listNumber.value);
}

/** How many articles are read, of how many; for the progress line. */
export const readCount = computed(() => articles.value.filter(isDone).length);

export const keepsNothing = signal(false);

function make(incoming: Incoming, added: number | null): Article {
  const origin = added === null ? "built" : "added";
  return {
    key: `${origin}:${incoming.id}:${fingerprint(incoming.bytes)}`,
    id: incoming.id,
    bytes: incoming.bytes,
    input: incoming.input,
    added,
    progress: signal<Progress>({ kind: "waiting" }),
    readWith: 0,
    decisions: signal<Decisions>(new Map()),
  };
}

const MOST_TITLE = 80;

/** The title in lists: the headline once it is known, or else how the article begins. */
export function titleOf(article: Article): string {
  const progress = article.progress.value;
  const reading = progress.kind === "read" ? progress.reading : null;
  const title =
    reading?.headline ||
    textOf(reading, ({ role }) => role === "headline") ||
    textOf(reading, () => true);
  if (!title) return titleFromId(article.id);
  return title.length > MOST_TITLE * 2 ? `${title.slice(0, MOST_TITLE).trimEnd()}…` : title;
}

/** The text of the first kept block of a kind. */
function textOf(reading: Reading | null, is: (block: Block) => boolean): string | undefined {
  const block = reading?.blocks.find((one) => one.keep && is(one));
  return block && reading?.text.slice(block.start, block.end);
}

/** Shows the build's articles and those kept from before; reads them once there is an engine. */
export async function begin(built: readonly Incoming[], remembered: string | null): Promise<void> {
  const [kept, keptChoices] = await Promise.all([store.articles(), store.choices(), loadRules()]);
  choices = keptChoices;
  const all = [...built.map((one) => make(one, null)), ...kept.map((one) => make(one, one.added))];
  batch(() => {
    articles.value = all;
    const known = all.find(({ key }) => key === remembered);
    openKey.value = (known ?? all[0])?.key ?? null;
  });
  effect(() => {
    void rules.value;
    untracked(() => articles.value.forEach(settle));
  });
}

/** Hands over the engine, with a list of own names, and begins to read. */
export function attach(started: Engine, names: Uint8Array<ArrayBuffer>): void {
  engine = started;
  // Without it the articles are read all the same.
  if (names.length > 0) started.names(names, true).catch(() => undefined);
  void readAll();
}

/** Reads a list of own names; with `use`, and if it is right, every article is read again. */
export async function readNames(bytes: Uint8Array<ArrayBuffer>, use: boolean): Promise<OwnList> {
  if (!engine) throw new Error("The reader has not started.");
  const list = await engine.names(bytes, use);
  if (use && list.problems.length === 0) {
    listNumber.value += 1;
    void readAll();
  }
  return list;
}

export function failAll(message: string): void {
  for (const { progress } of articles.value) progress.value = { kind: "failed", message };
}

function nextWaiting(): Article | undefined {
  const waits = (article: Article | null) => article !== null && !isDone(article);
  const open = openArticle.peek();
  return open && waits(open) ? open : articles.peek().find(waits);
}

let running = false;

/** Reads what waits, the open article first; one failure does not stop the others. */
async function readAll(): Promise<void> {
  if (running || !engine) return;
  running = true;
  for (let next = nextWaiting(); next; next = nextWaiting()) await readOne(engine, next);
  running = false;
}

function optionsOf(article: Article): ReadOptions {
  const { id, input } = article;
  // Pasted and dropped markup was encoded by the page itself.
  return input ? { id, input, encoding: "utf-8" } : { id };
}

async function readOne(on: Engine, article: Article): Promise<void> {
  const list = listNumber.peek();
  // What can be seen already stays so until it is read again.
  if (article.progress.peek().kind !== "read") article.progress.value = { kind: "reading" };
  try {
    const { result, tables, milliseconds } = await on.read(article.bytes, optionsOf(article));
    let reading = readingOf(result, tables, milliseconds);
    const decisions = decisionsIn(article, reading);
    if (decisions.size > 0) reading = await readDecided(on, article, reading, decisions);
    batch(() => {
      article.readWith = list;
      article.decisions.value = decisions;
      article.progress.value = { kind: "read", reading };
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    article.progress.value = { kind: "failed", message };
  }
}

function decisionsIn(article: Article, reading: Reading): Decisions {
  return decisionsOf(reading, choices.get(article.key) ?? [], rulesFor(reading.site));
}

/** What the engine is to know of the reader's decisions. */
function decidedOptions(article: Article, decisions: Decisions): ReadOptions {
  const chosen = [...decisions];
  const indexes = (kept: boolean) =>
    chosen.flatMap(([index, { keep: keeps }]) => (keeps === kept ? [index] : []));
  return { ...optionsOf(article), restored: indexes(true), removed: indexes(false) };
}

/** Reads the names as the reader's decisions have it; the blocks stay as the engine judged them. */
async function readDecided(
  on: Engine,
  article: Article,
  { blocks }: Reading,
  decisions: Decisions,
): Promise<Reading> {
  const options = decidedOptions(article, decisions);
  const { result, tables, milliseconds } = await on.read(article.bytes, options);
  return { ...readingOf(result, tables, milliseconds), blocks };
}

export function readAgain(article: Article): void {
  article.progress.value = { kind: "waiting" };
  void readAll();
}

/** The annotation document, as the command line writes it, with the reader's decisions. */
export function jsonOf(article: Article): Promise<string> {
  if (!engine) return Promise.reject(new Error("The reader has not started."));
  return engine.json(article.bytes, decidedOptions(article, article.decisions.value));
}

export function open(key: string): void {
  openKey.value = key;
}

/** The neighbour in the list becomes the open article; false at either end. */
export function openNeighbour(by: 1 | -1, among: readonly Article[] = articles.value): boolean {
  const at = among.findIndex(({ key }) => key === openKey.value);
  const next = among[at + by];
  if (next) openKey.value = next.key;
  return next !== undefined;
}

/** Adds articles and opens the first of them; those that are there already are opened as well. */
export async function add(
  incoming: readonly Incoming[],
): Promise<{ fresh: number; known: number }> {
  const now = Date.now();
  const made = incoming.map((one, index) => make(one, now + index / 1000));
  const there = new Set(articles.value.map(({ key }) => key));
  const fresh = made.filter(({ key }) => !there.has(key) && there.add(key));
  batch(() => {
    articles.value = [...articles.value, ...fresh];
    openKey.value = made[0]?.key ?? openKey.value;
  });
  void readAll();
  for (const article of fresh) await keep(article);
  return { fresh: fresh.length, known: made.length - fresh.length };
}

async function keep({ key, id, bytes, input, added }: Article): Promise<void> {
  const article = { key, id, bytes, added: added ?? 0, ...(input ? { input } : {}) };
  keepsNothing.value = !(await store.keepArticle(article));
}

/** Takes an added article out of the list; gives what puts it back. */
export function remove(article: Article): () => void {
  const before = articles.value;
  const at = before.indexOf(article);
  batch(() => {
    if (openKey.value === article.key) {
      openKey.value = (before[at + 1] ?? before[at - 1])?.key ?? null;
    }
    articles.value = before.filter((other) => other !== article);
  });
  void store.dropArticle(article.key);
  return () => {
    const now = articles.value;
    batch(() => {
      articles.value = [...now.slice(0, at), article, ...now.slice(at)];
      openKey.value = article.key;
    });
    void keep(article);
    void readAll();
  };
}

function isSame(one: Decisions, other: Decisions): boolean {
  const same = [...one].every(([index, { keep: keeps, by }]) => {
    const there = other.get(index);
    return there?.keep === keeps && there.by === by;
  });
  return same && one.size === other.size;
}

/** Brings an article in line with what is decided now, and reads its names again if need be. */
function settle(article: Article): void {
  const progress = article.progress.value;
  if (progress.kind !== "read") return;
  const next = decisionsIn(article, progress.reading);
  if (isSame(next, article.decisions.value)) return;
  article.decisions.value = next;
  void refresh(article, next);
}

/** Names as they are now, unless the reader has changed more meanwhile. */
async function refresh(article: Article, decisions: Decisions): Promise<void> {
  const progress = article.progress.value;
  if (!engine || progress.kind !== "read") return;
  try {
    const reading = await readDecided(engine, article, progress.reading, decisions);
    if (article.decisions.value === decisions) article.progress.value = { kind: "read", reading };
  } catch {
    // The text is as the reader wants it; only the names were not read again.
  }
}

/** What a decision did to the rules for the site, and whether it outlives the page. */
export interface Decided extends Pick<Change, "made" | "forgotten"> {
  stored: Promise<boolean>;
}

/** Keeps blocks of an article or removes them; kept for the next visit. */
export function decideBlocks(
  article: Article,
  options: Omit<DecideOptions, "now">,
): Decided | undefined {
  const progress = article.progress.value;
  if (progress.kind !== "read") return undefined;
  const { reading } = progress;
  const before = choices.get(article.key) ?? [];
  const now = Date.now();
  const change = decide(reading, before, rulesFor(reading.site), { ...options, now });
  choices.set(article.key, change.own);
  const kept = store.keepChoice(article.key, change.own);
  forget(change.forgotten);
  const stored = Promise.all([kept, remember(change.made)]).then((all) => all.every(Boolean));
  settle(article);
  return { made: change.made, forgotten: change.forgotten, stored };
}
