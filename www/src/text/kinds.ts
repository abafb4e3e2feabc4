// The eighteen kinds of name in words that a reader knows, in the order the page lists them.

export interface Kind {
  label: string;
  /** One mention's kind: "person". */
  one: string;
  /** The legend's word. */
  many: string;
  /** Two or three letters, shown with the colours to tell kinds apart without them. */
  code: string;
}

const kind = (label: string, one: string, many: string, code: string): Kind => ({
  label,
  one,
  many,
  code,
});

export const KINDS: readonly Kind[] = [
  kind("PERSON", "person", "People", "per"),
  kind("ORG", "organisation", "Organisations", "org"),
  kind("GPE", "country, city or state", "Countries and cities", "geo"),
  kind("LOC", "place", "Other places", "loc"),
  kind("FAC", "building or structure", "Buildings", "fac"),
  kind("NORP", "nationality or group", "Nationalities and groups", "grp"),
  kind("EVENT", "event", "Events", "evt"),
  kind("PRODUCT", "product", "Products", "prd"),
  kind("WORK_OF_ART", "title of a work", "Titles of works", "art"),
  kind("LAW", "law or treaty", "Laws and treaties", "law"),
  kind("LANGUAGE", "language", "Languages", "lng"),
  kind("DATE", "date", "Dates", "date"),
  kind("TIME", "time", "Times", "time"),
  kind("MONEY", "amount of money", "Money", "cur"),
  kind("PERCENT", "percentage", "Percentages", "pct"),
  kind("QUANTITY", "measure", "Measures", "qty"),
  kind("CARDINAL", "number", "Numbers", "num"),
  kind("ORDINAL", "ordinal number", "Ordinal numbers", "ord"),
];

const BY_LABEL = new Map(KINDS.map((each) => [each.label, each]));

/** The kind behind a label; an unknown label is shown as it is. */
export function kindOf(label: string): Kind {
  return BY_LABEL.get(label) ?? kind(label, label.toLowerCase(), label, label.slice(0, 3));
}

/** Whether things of the kind have names; dates and numbers have none. */
export function isNamed(label: string): boolean {
  return rankOf(label) < rankOf("DATE");
}

/** Where a kind stands in the page's order; unknown ones come last. */
export function rankOf(label: string): number {
  const at = KINDS.findIndex((each) => each.label === label);
  return at < 0 ? KINDS.length : at;
}

/** How many mentions there are of each kind that occurs, in the page's order. */
export function countKinds(
  entities: readonly { label: string }[],
): { kind: Kind; count: number }[] {
  const counts = new Map<string, number>();
  for (const { label } of entities) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts]
    .map(([label, count]) => ({ kind: kindOf(label), count }))
    .sort((a, b) => rankOf(a.kind.label) - rankOf(b.kind.label));
}
