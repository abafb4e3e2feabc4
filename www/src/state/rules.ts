// Rules for sites: what the reader decided once and wants in every article of a site.

import { computed, signal } from "@preact/signals";
import { type Rule, siteKey } from "../text/decisions.js";
import { store } from "./store.js";

/** Every rule, the newest first. */
export const rules = signal<readonly Rule[]>([]);

/** The rules that were forgotten last, so that the reader can have them back. */
export const forgotten = signal<readonly Rule[]>([]);

const bySite = computed(() => {
  const sites = new Map<string, Map<string, Rule>>();
  for (const rule of rules.value) {
    const key = siteKey(rule.site) ?? "";
    const site = sites.get(key) ?? new Map<string, Rule>();
    sites.set(key, site.set(rule.signature, rule));
  }
  return sites;
});

const NONE: ReadonlyMap<string, Rule> = new Map();

/** A site's rules by the signature of the passages that they are about. */
export function rulesFor(site: string | undefined): ReadonlyMap<string, Rule> {
  return bySite.value.get(siteKey(site) ?? "") ?? NONE;
}

function keyOf({ site, signature }: Rule): string {
  return `${siteKey(site)}\n${signature}`;
}

export async function loadRules(): Promise<void> {
  const stored = await store.rules();
  rules.value = stored
    .map(({ key: _, ...rule }) => rule)
    .sort((one, other) => other.made - one.made);
}

/** Adds rules, each in place of an older one about the same; says whether they outlive the page. */
export async function remember(made: readonly Rule[]): Promise<boolean> {
  if (made.length === 0) return true;
  const keys = new Set(made.map(keyOf));
  rules.value = [...made, ...rules.value.filter((rule) => !keys.has(keyOf(rule)))];
  const kept = await Promise.all(made.map((rule) => store.keepRule({ ...rule, key: keyOf(rule) })));
  return kept.every(Boolean);
}

export function forget(gone: readonly Rule[]): void {
  if (gone.length === 0) return;
  const keys = new Set(gone.map(keyOf));
  rules.value = rules.value.filter((rule) => !keys.has(keyOf(rule)));
  forgotten.value = gone;
  for (const key of keys) void store.dropRule(key);
}

/** Takes the last forgetting back. */
export function rememberAgain(): void {
  void remember(forgotten.value);
  forgotten.value = [];
}
