// What buttons, keys, drops and pastes do. Components call these and hold no logic of their own.

import type { Reading } from "../engine/result.js";
import { articleFrom, type Clip, isLink } from "../input/clip.js";
import { takeFiles } from "../input/files.js";
import type { Incoming } from "../input/incoming.js";
import {
  type Article,
  add,
  jsonOf,
  keepsNothing,
  openArticle,
  remove,
  titleOf,
} from "../state/articles.js";
import {
  announcement,
  chooseMention,
  chooseQuote,
  currentMention,
  currentQuote,
  drawer,
  liveMentions,
  message,
  openReading,
} from "../state/view.js";
import { counted } from "../text/format.js";
import { fingerprint } from "../text/hash.js";
import { kindOf } from "../text/kinds.js";
import { cleanText, placed } from "../text/layout.js";
import { step } from "../text/names.js";

/** Adds articles and says what became of each file. */
async function take(articles: readonly Incoming[], refused: readonly string[]): Promise<void> {
  drawer.value = null;
  const { fresh, known } = articles.length > 0 ? await add(articles) : { fresh: 0, known: 0 };
  const parts = [
    fresh > 0 ? `${counted(fresh, "article")} added.` : "",
    known > 0 ? `${counted(known, "article")} ${known === 1 ? "was" : "were"} here already.` : "",
    refused.length > 0 ? `${counted(refused.length, "file")} left out:` : "",
  ].filter(Boolean);
  if (keepsNothing.value && fresh > 0) {
    parts.unshift("This browser keeps nothing for the page: a reload loses what was added.");
  }
  message.value = {
    text: parts.join(" ") || "There was nothing to read.",
    lines: [...refused],
    lasting: refused.length > 0 || keepsNothing.value,
  };
}

export async function takeAll(files: Iterable<File> | Promise<File[]>): Promise<void> {
  try {
    const { articles, refused } = await takeFiles(await files);
    await take(articles, refused);
  } catch (error) {
    message.value = { text: `The files could not be read: ${String(error)}`, lasting: true };
  }
}

/** Adds what a clipboard holds; the bytes name it, so that a second paste is the same article. */
export async function takeClip(clip: Clip): Promise<boolean> {
  if (isLink(clip)) {
    message.value = {
      text: "That is a link, and Copydesk fetches nothing: open it and copy the article itself.",
      lasting: true,
    };
    return false;
  }
  const article = articleFrom(clip, "pasted");
  if (!article) {
    message.value = { text: "There is no text on the clipboard to read." };
    return false;
  }
  await take([{ ...article, id: `pasted-${fingerprint(article.bytes).slice(0, 6)}` }], []);
  return true;
}

/** Takes added articles out of the list, with a way back. */
export function removeArticles(gone: readonly Article[]): void {
  const first = gone[0];
  if (!first) return;
  const what = gone.length === 1 ? `“${titleOf(first)}”` : counted(gone.length, "article");
  const undo = gone.map(remove);
  const back = () => {
    for (const one of undo.reverse()) one();
    message.value = { text: `${what} ${gone.length === 1 ? "is" : "are"} back.` };
  };
  message.value = { text: `Removed ${what}.`, action: { label: "Undo", run: back } };
  requestAnimationFrame(() => document.querySelector<HTMLElement>(".toast .button")?.focus());
}

export async function copyText(): Promise<void> {
  const reading = openReading.value;
  const article = openArticle.value;
  if (!reading || !article) return;
  const text = cleanText(reading.text, placed(reading.blocks, article.decisions.value));
  try {
    await navigator.clipboard.writeText(text);
    message.value = { text: "The article’s text is on the clipboard." };
  } catch {
    message.value = { text: "The browser did not allow copying.", lasting: true };
  }
}

/** Offers a file for download. */
export function saveFile(name: string, content: string, type: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  // The download has its own hold on the data by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export async function downloadJson(): Promise<void> {
  const article = openArticle.value;
  if (!article) return;
  try {
    saveFile(`${article.id}.json`, await jsonOf(article), "application/json");
  } catch (error) {
    message.value = { text: `The file could not be made: ${String(error)}`, lasting: true };
  }
}

let marks: { of: Reading; elements: Map<string, HTMLElement> } | null = null;

/** The element of a mention in the open article; looked up once for each reading. */
export function markOf(index: number | null): HTMLElement | null {
  const reading = openReading.value;
  if (index === null || !reading) return null;
  const id = `e${index + 1}`;
  const known = marks?.of === reading ? marks.elements.get(id) : undefined;
  if (known?.isConnected) return known;
  const all = document.querySelectorAll<HTMLElement>("[data-article] mark[data-entity]");
  const elements = new Map([...all].map((mark) => [mark.dataset.entity ?? "", mark]));
  marks = { of: reading, elements };
  return elements.get(id) ?? null;
}

/** Makes a mention the current one, shows it and puts the focus there. */
export function goTo(index: number | null): void {
  chooseMention(index);
  const mark = markOf(index);
  if (!mark) return;
  show(mark);
  announce(index);
}

function show(element: HTMLElement): void {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
  element.focus({ preventScroll: true });
}

/** The first piece of a quotation in the open article. */
export function quoteOf(index: number | null): HTMLElement | null {
  if (index === null) return null;
  return document.querySelector<HTMLElement>(`[data-article] [data-quote="q${index + 1}"]`);
}

/** The next or previous of some quotations, round the end. */
export function goWithinQuotes(quotes: readonly number[], by: 1 | -1 = 1): void {
  const index = step(quotes, currentQuote.value, by);
  chooseQuote(index);
  const quote = quoteOf(index);
  if (!quote) return;
  quote.tabIndex = -1;
  show(quote);
}

function announce(index: number | null): void {
  const reading = openReading.value;
  const entity = index === null ? undefined : reading?.entities[index];
  if (!reading || !entity) return;
  const cluster = reading.clusters[entity.cluster];
  const place = cluster ? cluster.mentions.indexOf(entity.index) + 1 : 1;
  const of =
    cluster && cluster.mentions.length > 1 ? `, ${place} of ${cluster.mentions.length}` : "";
  announcement.value = `${kindOf(entity.label).one}${of}`;
}

/** The next or previous highlighted mention in the article, round the end. */
export function goBy(by: 1 | -1): void {
  goTo(step(liveMentions.value, currentMention.value, by));
}

/** The next or previous mention of one name, round the end. */
export function goWithin(mentions: readonly number[], by: 1 | -1 = 1): void {
  goTo(step(mentions, currentMention.value, by));
}
