// What buttons and keys do with passages: keep them, remove them, forget rules for a site.

import type { Block } from "../engine/result.js";
import { type Decided, decideBlocks, openArticle } from "../state/articles.js";
import { forget, forgotten, rulesFor } from "../state/rules.js";
import {
  announcement,
  chooseMention,
  dialog,
  drawer,
  message,
  openReading,
  pointedBlock,
} from "../state/view.js";
import { type Rule, signatureOf } from "../text/decisions.js";
import { counted } from "../text/format.js";

/** The pressed button is gone after the change: the focus goes to what took its place. */
function focusBlock(index: number): void {
  requestAnimationFrame(() => {
    const block = document.querySelector<HTMLElement>(`[data-block="${index}"]`);
    const toggle = block?.closest(".fold")?.querySelector<HTMLElement>(".fold-toggle");
    if (block && !toggle) block.tabIndex = -1;
    (toggle ?? block)?.focus({ preventScroll: true });
  });
}

/** Keeps passages in the article, or removes them, here and in other articles of its site. */
export function decidePassages(indexes: readonly number[], keep: boolean): void {
  decideHere(indexes, keep, true);
}

/** Brings all passages back here alone: looking at everything says nothing about a site. */
export function bringAllBack(indexes: readonly number[]): void {
  decideHere(indexes, true, false);
}

function decideHere(indexes: readonly number[], keep: boolean, makesRules: boolean): void {
  const article = openArticle.value;
  const reading = openReading.value;
  if (!article || !reading || indexes.length === 0) return;
  // Mentions are numbered anew.
  chooseMention(null);
  pointedBlock.value = null;
  const decided = decideBlocks(article, { indexes, keep, makesRules });
  if (!decided) return;
  focusBlock(indexes[0] ?? 0);
  announcement.value = `${counted(indexes.length, "passage")} ${keep ? "kept" : "removed"}`;
  message.value = null;
  const first = reading.blocks[indexes[0] ?? -1];
  const above = makesRules && first ? ruleAbout(first) : undefined;
  void tellRules(decided, reading.site, keep, above?.keep === keep ? undefined : above);
}

/** Says what a decision means for the site's other articles, with the way out of that. */
async function tellRules(
  { made, forgotten, stored }: Decided,
  site: string | undefined,
  keep: boolean,
  against: Rule | undefined,
): Promise<void> {
  const done = keep ? "kept" : "removed";
  const lost = (await stored) ? "" : " This browser keeps nothing for the page: a reload loses it.";
  const lasting = lost !== "";
  const [rule] = made;
  if (rule) {
    const what = made.length === 1 ? "A passage like this is" : "Passages like these are";
    const run = () => {
      forget(made);
      message.value = { text: `Only here, then: other articles of ${site} stay as they were.` };
    };
    const text = `${what} ${done} in every article of ${site} now.${lost}`;
    message.value = { text, lasting, action: { label: "Only here", run } };
  } else if (forgotten.length > 0) {
    message.value = { text: `Forgotten for ${site}.${lost}`, lasting };
  } else if (against) {
    const run = () => {
      forget([against]);
      message.value = { text: `Forgotten for ${site}.` };
    };
    const text = `In this article alone: on ${site} it stays ${keep ? "removed" : "kept"}.${lost}`;
    message.value = { text, lasting, action: { label: "Forget for the site", run } };
  } else if (lasting) message.value = { text: lost.trim(), lasting };
}

/** The rule that a block of the open article falls under. */
export function ruleAbout(block: Block): Rule | undefined {
  const reading = openReading.value;
  if (!reading) return undefined;
  const signature = signatureOf(reading.text.slice(block.start, block.end));
  return signature === undefined ? undefined : rulesFor(reading.site).get(signature);
}

/** Forgets the rule about a passage; where it was decided, the passage stays as it is. */
export function forgetRule(index: number, rule: Rule): void {
  chooseMention(null);
  forget([rule]);
  focusBlock(index);
  announcement.value = `Forgotten for ${rule.site}`;
}

/** Removes the passage that has the focus, or else the one under the pointer. */
export function removeHere(): void {
  const focused = document.activeElement?.closest<HTMLElement>("[data-block]");
  const place = focused?.dataset.block ?? pointedBlock.value;
  const index = Number(place ?? Number.NaN);
  const shown = document.querySelector(`[data-block="${index}"][data-keep="true"]`);
  if (shown) decidePassages([index], false);
}

/** Opens what is remembered for sites. */
export function openRules(): void {
  forgotten.value = [];
  message.value = null;
  drawer.value = null;
  dialog.value = "rules";
}

/** Forgets rules from their list; the focus stays in it. */
export function forgetListed(gone: readonly Rule[]): void {
  forget(gone);
  announcement.value = `${counted(gone.length, "choice")} forgotten`;
  requestAnimationFrame(() => {
    const next = document.querySelector<HTMLElement>(".forgotten .link, .rules .link");
    next?.focus();
  });
}
