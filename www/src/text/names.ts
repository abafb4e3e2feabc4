// The entity panel's list: clusters by kind, the most often mentioned first.

import type { Cluster, Entity, Reading } from "../engine/result.js";
import { type Kind, kindOf, rankOf } from "./kinds.js";

export interface NameRow {
  cluster: Cluster;
  mentions: Entity[];
  /** Other ways the article writes the name. */
  variants: string[];
}

export interface NameGroup {
  kind: Kind;
  rows: NameRow[];
}

function rowOf(cluster: Cluster, entities: readonly Entity[]): NameRow {
  const mentions = cluster.mentions.flatMap((at) => entities[at] ?? []);
  const variants = cluster.variants.filter((variant) => variant !== cluster.name);
  return { cluster, mentions, variants };
}

/** Clusters grouped by kind; within a kind by number of mentions, then in the text's order. */
export function nameGroups(reading: Reading): NameGroup[] {
  const groups = new Map<string, NameRow[]>();
  for (const cluster of reading.clusters) {
    const rows = groups.get(cluster.label) ?? [];
    rows.push(rowOf(cluster, reading.entities));
    groups.set(cluster.label, rows);
  }
  return [...groups]
    .sort(([a], [b]) => rankOf(a) - rankOf(b))
    .map(([label, rows]) => ({
      kind: kindOf(label),
      rows: rows.sort((a, b) => b.mentions.length - a.mentions.length),
    }));
}

export interface SpeakerRow {
  /** The speaker's cluster; −1 for all quotations whose speaker is not named. */
  speaker: number;
  name: string;
  /** Indexes of the quotations, in the text's order. */
  quotes: number[];
}

/** Who is quoted, the most often quoted first and those without a name last. */
export function speakerRows({ quotes, clusters }: Reading): SpeakerRow[] {
  const rows = new Map<number, SpeakerRow>();
  quotes.forEach(({ speaker }, index) => {
    const name = clusters[speaker]?.name ?? "Speaker not named";
    const row = rows.get(speaker) ?? { speaker, name, quotes: [] };
    row.quotes.push(index);
    rows.set(speaker, row);
  });
  const last = ({ speaker }: SpeakerRow) => Number(speaker < 0);
  return [...rows.values()].sort((a, b) => last(a) - last(b) || b.quotes.length - a.quotes.length);
}

/** The mention after (or before) the one at `current` in `list`, going round. */
export function step(list: readonly number[], current: number | null, by: 1 | -1): number | null {
  if (list.length === 0) return null;
  if (current === null) return (by === 1 ? list[0] : list.at(-1)) ?? null;
  const next =
    by === 1 ? list.find((each) => each > current) : list.findLast((each) => each < current);
  return next ?? (by === 1 ? list[0] : list.at(-1)) ?? null;
}

const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Whether every word of the query is somewhere in the texts, accents and case aside. */
export function matches(query: string, texts: readonly (string | undefined)[]): boolean {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const whole = fold(texts.filter(Boolean).join("\n"));
  return words.every((word) => whole.includes(word));
}
