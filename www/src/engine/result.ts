// The flat result of `src/wasm.rs` as plain objects; nothing else reads its numbers.

import type { Field, FlatResult, Tables } from "./protocol.js";

const NONE = 0xffff_ffff;
const BLOCK_STRIDE = 6;
const ENTITY_STRIDE = 5;
const QUOTE_STRIDE = 9;

/** UTF-16 offsets into the reading's text, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

export interface Block extends Span {
  role: string;
  keep: boolean;
  code: string;
  sentence: string;
  confidence: number;
}

export interface Entity extends Span {
  index: number;
  label: string;
  /** Index into the clusters; −1 for none. */
  cluster: number;
  confidence: number;
  why: string;
  /** The day, month or year that a date means. */
  value?: string;
}

export interface Quote extends Span {
  kind: "direct" | "indirect" | "mixed";
  /** Index into the clusters; −1 for none. */
  speaker: number;
  confidence: number;
}

export interface Cluster {
  index: number;
  name: string;
  label: string;
  mentions: number[];
  variants: string[];
  roles: string[];
  why: string;
}

export interface Warning extends Span {
  code: string;
  message: string;
}

/** One article as the page shows it. */
export interface Reading {
  text: string;
  headline: string | undefined;
  byline: string | undefined;
  published: string | undefined;
  site: string | undefined;
  language: string | undefined;
  /** Where each of these was found, in words that follow "from". */
  sources: Partial<Record<Field, string>>;
  blocks: Block[];
  entities: Entity[];
  clusters: Cluster[];
  quotes: Quote[];
  warnings: Warning[];
  milliseconds: number;
}

const KINDS = ["direct", "indirect", "mixed"] as const;

function* rows(numbers: Uint32Array, stride: number): Generator<number[]> {
  for (let at = 0; at + stride <= numbers.length; at += stride) {
    yield Array.from(numbers.subarray(at, at + stride));
  }
}

function index(number: number | undefined): number {
  return number === undefined || number === NONE ? -1 : number;
}

function blocksOf(flat: FlatResult, tables: Tables): Block[] {
  return [...rows(flat.blocks, BLOCK_STRIDE)].map(
    ([start = 0, end = 0, role = 0, keep, reason = 0, permille = 0]) => ({
      start,
      end,
      role: tables.roles[role] ?? "paragraph",
      keep: keep === 1,
      code: tables.reasons[reason]?.code ?? "",
      sentence: tables.reasons[reason]?.sentence ?? "",
      confidence: permille / 1000,
    }),
  );
}

function entitiesOf(flat: FlatResult, tables: Tables): Entity[] {
  const whys = flat.whys.split("\n");
  const values = new Map(flat.rest.dates.map((date) => [date.entity, date.value]));
  return [...rows(flat.entities, ENTITY_STRIDE)].map(
    ([start = 0, end = 0, label = 0, cluster, permille = 0], at) => {
      const value = values.get(at);
      return {
        index: at,
        start,
        end,
        label: tables.labels[label] ?? "",
        cluster: index(cluster),
        confidence: permille / 1000,
        why: whys[at] ?? "",
        ...(value === undefined ? {} : { value }),
      };
    },
  );
}

function quotesOf(flat: FlatResult): Quote[] {
  return [...rows(flat.quotes, QUOTE_STRIDE)].map((row) => ({
    start: row[0] ?? 0,
    end: row[1] ?? 0,
    kind: KINDS[row[2] ?? 0] ?? "direct",
    speaker: index(row[7]),
    confidence: (row[8] ?? 0) / 1000,
  }));
}

function sourcesOf({ rest }: FlatResult, { sources }: Tables): Reading["sources"] {
  const phrases = new Map(sources.map(({ code, phrase }) => [code, phrase]));
  const found = Object.entries(rest.sources).map(([field, code]) => [field, phrases.get(code)]);
  return Object.fromEntries(found);
}

/** Derives what the page shows from what the engine gave. */
export function readingOf(flat: FlatResult, tables: Tables, milliseconds = 0): Reading {
  const { headline, byline, published, site, language, clusters, warnings } = flat.rest;
  return {
    text: flat.text,
    headline,
    byline,
    published,
    site,
    language,
    sources: sourcesOf(flat, tables),
    blocks: blocksOf(flat, tables),
    entities: entitiesOf(flat, tables),
    clusters: clusters.map((cluster, at) => ({
      ...cluster,
      index: at,
      label: tables.labels[cluster.label] ?? "",
    })),
    quotes: quotesOf(flat),
    warnings,
    milliseconds,
  };
}
