// What the reader decided of blocks: in one article, and by rules for a whole site.
//
// Takes blocks, the reader's own decisions and the site's rules; gives the blocks that stand
// otherwise than the engine has them. Pure functions.

import type { Reading, Span } from "../engine/result.js";

/** A block that the reader keeps or removes, against the engine. */
export interface Decision {
  keep: boolean;
  /** Here, or by a rule for the article's site. */
  by: "article" | "site";
}

export type Decisions = ReadonlyMap<number, Decision>;

/** What the reader decided in one article, by the block's place in its text. */
export interface OwnDecision extends Span {
  keep: boolean;
}

/** "Passages that read like this one are kept, or removed, on this site." */
export interface Rule {
  /** The site's name as the article gave it. */
  site: string;
  /** What passages are known by. */
  signature: string;
  keep: boolean;
  /** How the passage read where it was decided; long ones are cut. */
  text: string;
  /** Milliseconds since 1970. */
  made: number;
}

const LONGEST_SIGNATURE = 200;
const LONGEST_SAMPLE = 160;

/** Letters without accents or case, each run of digits as 0, one space between words. */
function fold(text: string): string {
  const letters = text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  return letters
    .replace(/\p{Nd}+/gu, "0")
    .replace(/[^\p{L}0]+/gu, " ")
    .trim();
}

/**
 * What a passage is known by in other articles of its site: its words, whatever the numbers in
 * them. Long ones are cut, with the sum of all. A passage without a letter has none.
 */
export function signatureOf(text: string): string | undefined {
  const folded = fold(text);
  if (!/\p{L}/u.test(folded)) return undefined;
  if (folded.length <= LONGEST_SIGNATURE) return folded;
  let sum = 0;
  for (let at = 0; at < folded.length; at += 1) {
    sum = (Math.imul(sum, 31) + folded.charCodeAt(at)) >>> 0;
  }
  return `${folded.slice(0, LONGEST_SIGNATURE)}… ${sum.toString(36)}`;
}

/** Sites are the same whatever the case and signs in their names. */
export function siteKey(site: string | undefined): string | undefined {
  return (site && fold(site)) || undefined;
}

/** The rule that a decision about a block makes, if the article names its site. */
export function ruleOf(
  { site, text }: Pick<Reading, "site" | "text">,
  { start, end }: Span,
  keep: boolean,
  made: number,
): Rule | undefined {
  const passage = text.slice(start, end);
  const signature = signatureOf(passage);
  if (!site || !siteKey(site) || !signature) return undefined;
  const words = passage.replace(/\s+/g, " ");
  const sample = words.length > LONGEST_SAMPLE ? `${words.slice(0, LONGEST_SAMPLE)}…` : words;
  return { site, signature, keep, text: sample, made };
}

function placeOf({ start, end }: Span): string {
  return `${start}-${end}`;
}

/** The blocks that stand otherwise than the engine has them; the article's own decisions go first. */
export function decisionsOf(
  { blocks, text }: Pick<Reading, "blocks" | "text">,
  own: readonly OwnDecision[],
  rules: ReadonlyMap<string, Rule>,
): Decisions {
  const here = new Map(own.map((decision) => [placeOf(decision), decision.keep]));
  const found = new Map<number, Decision>();
  blocks.forEach((block, index) => {
    const wanted = here.get(placeOf(block));
    const signature =
      wanted === undefined && rules.size > 0
        ? signatureOf(text.slice(block.start, block.end))
        : undefined;
    const rule = signature === undefined ? undefined : rules.get(signature);
    const keep = wanted ?? rule?.keep ?? block.keep;
    if (keep !== block.keep)
      found.set(index, { keep, by: wanted === undefined ? "site" : "article" });
  });
  return found;
}

/** What a decision changes. */
export interface Change {
  own: OwnDecision[];
  made: Rule[];
  forgotten: Rule[];
}

/**
 * The reader keeps or removes blocks of an article. A decision against the engine makes a rule for
 * the site; taking it back forgets the rule; one against a rule that was made elsewhere holds here
 * alone. Without `makesRules` all of it holds here alone.
 */
export function decide(
  reading: Pick<Reading, "blocks" | "site" | "text">,
  own: readonly OwnDecision[],
  rules: ReadonlyMap<string, Rule>,
  { indexes, keep, makesRules, now }: DecideOptions,
): Change {
  const here = new Map(own.map((decision) => [placeOf(decision), decision]));
  const made = new Map<string, Rule>();
  const forgotten: Rule[] = [];
  for (const block of indexes.flatMap((index) => reading.blocks[index] ?? [])) {
    const fresh = ruleOf(reading, block, keep, now);
    let rule = fresh && rules.get(fresh.signature);
    const before = here.get(placeOf(block));
    if (before?.keep === keep) continue;
    if (makesRules && fresh) {
      if (rule && rule.keep === before?.keep) {
        forgotten.push(rule);
        rule = undefined;
      } else if (!rule && !before && keep !== block.keep) made.set(fresh.signature, fresh);
    }
    here.delete(placeOf(block));
    const { start, end } = block;
    if ((rule?.keep ?? block.keep) !== keep) here.set(placeOf(block), { start, end, keep });
  }
  return { own: [...here.values()], made: [...made.values()], forgotten };
}

export interface DecideOptions {
  indexes: readonly number[];
  keep: boolean;
  makesRules: boolean;
  /** Milliseconds since 1970. */
  now: number;
}
