// Numbers and dates in words.

/** "1 passage", "3 passages". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/** A day as the engine writes it, for a reader; anything else as it is. */
export function niceDate(value: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!match) return value;
  const date = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])));
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(date);
}

/** A language's name, or nothing for English, which goes without saying. */
export function foreignLanguage(tag: string | undefined): string | undefined {
  return tag && !/^en\b/i.test(tag) ? languageName(tag) : undefined;
}

/** A language's name in English. */
export function languageName(tag: string): string | undefined {
  try {
    return new Intl.DisplayNames("en", { type: "language" }).of(tag);
  } catch {
    // Pages name their language in ways that are no tags.
    return tag;
  }
}

/** How sure the engine is, as a reader says it. */
export function sureness(confidence: number): string {
  return `${Math.round(confidence * 100)}% sure`;
}

/** Full tenths of certainty, 0 to 10; what the style sheet can select by. */
export function tenths({ confidence }: { confidence: number }): number {
  return Math.floor(confidence * 10 + 1e-9);
}

/** An article's id: its file's name without folder, `.gz`, `.html`, `.htm` or `.txt`. */
export function idOf(name: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? name;
  return base.replace(/\.gz$/i, "").replace(/\.(html?|txt)$/i, "") || "article";
}

/** A name for a list: "the-lantern" is "The lantern". */
export function titleFromId(id: string): string {
  const words = id.replace(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
