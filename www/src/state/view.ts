// What the reader is looking at: kinds switched off, the current mention, messages, theme.

import { computed, effect, signal } from "@preact/signals";
import type { Reading } from "../engine/result.js";
import { tenths } from "../text/format.js";
import { openArticle, openKey, titleOf } from "./articles.js";
import { keepSetting, setting } from "./store.js";

/** Labels whose highlights are switched off; the choice holds for every article. */
export const hiddenKinds = signal<ReadonlySet<string>>(new Set());
/** Mentions that are less sure than this many tenths are not highlighted. */
export const leastSure = signal(0);
export const showQuotes = signal(true);
/** Whether each highlight carries its kind's letters. */
export const showCodes = signal(setting("codes") === "on");

/** Index of the current mention in the open article. */
export const currentMention = signal<number | null>(null);
/** Index of the current quotation; never set together with a current mention. */
export const currentQuote = signal<number | null>(null);
/** Whether every passage says why it stands there, and can be removed. */
export const showReasons = signal(false);
/** Index of the block under the pointer. */
export const pointedBlock = signal<number | null>(null);
/** First blocks of the folds that the reader opened, or closed where they start open. */
export const turnedFolds = signal<ReadonlySet<number>>(new Set());

export const listFilter = signal("");
export const nameFilter = signal("");

export type Drawer = "list" | "names";
/** On narrow windows the two side columns are drawers; at most one is open. */
export const drawer = signal<Drawer | null>(null);

export type Dialog = "own" | "help" | "paste" | "rules";
export const dialog = signal<Dialog | null>(null);

export type Theme = "auto" | "light" | "dark";
export const theme = signal<Theme>((setting("theme") as Theme | null) ?? "auto");
/** Single-letter keys can be switched off, for those whose tools type letters. */
export const letterKeys = signal(setting("letterKeys") !== "off");

export interface Message {
  text: string;
  lines?: string[];
  action?: { label: string; run(): void };
  /** Stays until it is closed. */
  lasting?: boolean;
}
export const message = signal<Message | null>(null);
/** Said to screen readers and shown nowhere. */
export const announcement = signal("");

export const openReading = computed((): Reading | null => {
  const progress = openArticle.value?.progress.value;
  return progress?.kind === "read" ? progress.reading : null;
});

/** The mentions that are sure enough, of whatever kind. */
export const sureMentions = computed(() => {
  const least = leastSure.value;
  return (openReading.value?.entities ?? []).filter((entity) => tenths(entity) >= least);
});

/** Indexes of the mentions that are highlighted now, in the text's order. */
export const liveMentions = computed(() => {
  const off = hiddenKinds.value;
  return sureMentions.value.filter(({ label }) => !off.has(label)).map(({ index }) => index);
});

export function chooseMention(index: number | null): void {
  currentQuote.value = null;
  currentMention.value = index;
}

export function chooseQuote(index: number | null): void {
  currentMention.value = null;
  currentQuote.value = index;
}

export function toggleKind(label: string): void {
  const next = new Set(hiddenKinds.value);
  if (!next.delete(label)) next.add(label);
  hiddenKinds.value = next;
}

export function toggleFold(first: number): void {
  const next = new Set(turnedFolds.value);
  if (!next.delete(first)) next.add(first);
  turnedFolds.value = next;
}

/** All folds follow: those that the reader turned would turn the other way. */
export function toggleReasons(): void {
  turnedFolds.value = new Set();
  showReasons.value = !showReasons.value;
}

/** Ties settings to the page and to the browser's storage; runs once. */
export function tie(): void {
  effect(() => {
    const root = document.documentElement;
    if (theme.value === "auto") delete root.dataset.theme;
    else root.dataset.theme = theme.value;
    keepSetting("theme", theme.value === "auto" ? null : theme.value);
  });
  effect(() => {
    const article = openArticle.value;
    document.title = article ? `${titleOf(article)} – Copydesk` : "Copydesk";
  });
  effect(() => keepSetting("codes", showCodes.value ? "on" : null));
  effect(() => keepSetting("letterKeys", letterKeys.value ? null : "off"));
  effect(() => {
    const key = openKey.value;
    currentMention.value = null;
    currentQuote.value = null;
    turnedFolds.value = new Set();
    pointedBlock.value = null;
    nameFilter.value = "";
    if (key) keepSetting("open", key);
  });
}
