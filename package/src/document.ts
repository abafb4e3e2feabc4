// Written from the Rust definitions: COPYDESK_WRITE_TYPES=1 cargo test types

export type InputKind =
  | "html"
  | "text";

export type OffsetUnit =
  | "codepoint"
  | "utf16";

export type Label =
  | "PERSON"
  | "NORP"
  | "FAC"
  | "ORG"
  | "GPE"
  | "LOC"
  | "PRODUCT"
  | "EVENT"
  | "WORK_OF_ART"
  | "LAW"
  | "LANGUAGE"
  | "DATE"
  | "TIME"
  | "PERCENT"
  | "MONEY"
  | "QUANTITY"
  | "ORDINAL"
  | "CARDINAL";

export type Role =
  | "headline"
  | "byline"
  | "dateline"
  | "paragraph"
  | "heading"
  | "list-item"
  | "quote"
  | "caption"
  | "boilerplate";

export type Reason =
  | "article"
  | "context"
  | "headline"
  | "byline"
  | "dateline"
  | "heading"
  | "list"
  | "quote"
  | "caption"
  | "page-data"
  | "navigation"
  | "links"
  | "related"
  | "share"
  | "advertisement"
  | "newsletter"
  | "comment-form"
  | "comments"
  | "notice"
  | "chat"
  | "copyright"
  | "tags"
  | "author-box"
  | "timestamp"
  | "credit"
  | "desk"
  | "contact"
  | "media"
  | "form"
  | "hidden"
  | "section-label"
  | "counter"
  | "repeated"
  | "sidebar"
  | "outside"
  | "fragment"
  | "reader";

export type Source =
  | "json-ld"
  | "open-graph"
  | "twitter"
  | "meta"
  | "microdata"
  | "time"
  | "title"
  | "html-lang"
  | "text"
  | "address"
  | "caller";

export type QuoteKind =
  | "direct"
  | "indirect"
  | "mixed";

export type Granularity =
  | "minute"
  | "day"
  | "week"
  | "month"
  | "quarter"
  | "year"
  | "decade"
  | "century";

/**
 * What is in one article. Offsets count into `text`; ends are exclusive.
 */
export type AnnotationDocument = { format: "copydesk/1", id: string, input: InputKind,
/**
 * What the offsets count: Unicode code points or UTF-16 units, as JavaScript's strings do.
 */
offsetUnit: OffsetUnit, headline: string | null, byline: string | null,
/**
 * `YYYY-MM-DD`.
 */
published: string | null, site: string | null,
/**
 * Code such as `en`.
 */
language: string | null, sources: Sources,
/**
 * For text input the input itself; for HTML the visible text, blocks parted by a blank line.
 */
text: string,
/**
 * Sorted, disjoint, covering every non-blank character.
 */
blocks: Array<Block>,
/**
 * Sorted and disjoint.
 */
entities: Array<Entity>,
/**
 * Every entity is in exactly one.
 */
clusters: Array<Cluster>,
/**
 * Sorted by start.
 */
quotes: Array<Quote>,
/**
 * One for each date entity that has a value.
 */
dates: Array<DateValue>, warnings: Array<Warning>, };

/**
 * Where each piece of metadata that is there was found.
 */
export type Sources = { headline?: Source, byline?: Source, published?: Source, site?: Source, language?: Source, };

/**
 * A paragraph, a heading, a piece of boilerplate.
 */
export type Block = { start: number, end: number, role: Role,
/**
 * Whether it belongs to the article.
 */
keep: boolean, reason: Reason,
/**
 * 0 to 1.
 */
confidence: number, };

/**
 * One mention of something.
 */
export type Entity = { id: string, start: number, end: number, text: string, label: Label,
/**
 * Id of its cluster.
 */
cluster: string | null,
/**
 * 0 to 1.
 */
confidence: number,
/**
 * The evidence in words.
 */
why: string, };

/**
 * Mentions of one person, place or thing.
 */
export type Cluster = { id: string, name: string, label: Label,
/**
 * Ids of its entities.
 */
mentions: Array<string>,
/**
 * Other spellings that occur, without `name`.
 */
variants: Array<string>,
/**
 * What the article calls it, such as `mayor of Lisbon`.
 */
roles: Array<string>,
/**
 * The evidence in words.
 */
why: string, };

/**
 * A place in the text.
 */
export type Span = { start: number, end: number, };

/**
 * A quotation: `start` to `end` is what is said, with quotation marks where it has them.
 */
export type Quote = { id: string, start: number, end: number, kind: QuoteKind,
/**
 * The word that says so, such as `said`.
 */
cue: Span | null,
/**
 * The words that name who said it.
 */
source: Span | null,
/**
 * Id of the cluster of who said it.
 */
speaker: string | null,
/**
 * 0 to 1.
 */
confidence: number, };

/**
 * The value of a date entity.
 */
export type DateValue = {
/**
 * Id of the entity.
 */
entity: string,
/**
 * ISO 8601, as exact as the text.
 */
value: string, granularity: Granularity,
/**
 * The evidence in words.
 */
why: string, };

/**
 * What went wrong or needs a look.
 */
export type Warning = {
/**
 * Code such as `no-article-paywall`.
 */
code: string, message: string, start: number, end: number, };

/**
 * The article alone.
 */
export type Extract = { id: string, headline: string | null, byline: string | null,
/**
 * `YYYY-MM-DD`.
 */
published: string | null, site: string | null,
/**
 * Code such as `en`.
 */
language: string | null,
/**
 * The kept body: paragraphs parted by a blank line.
 */
articleBody: string, };

/**
 * What the caller knows about the input.
 */
export type Options = {
/**
 * Name of the article, for the document's `id`.
 */
id: string,
/**
 * HTML or text; without it the bytes decide.
 */
input: InputKind,
/**
 * Encoding label such as `windows-1252` that overrides what the bytes say.
 */
encoding: string,
/**
 * Day of publication, `YYYY-MM-DD`, where the article does not say.
 */
published: string,
/**
 * Report entities inside removed blocks too.
 */
keepAll: boolean,
/**
 * Indexes of blocks that the reader keeps, whatever was decided.
 */
restored: Array<number>,
/**
 * Indexes of blocks that the reader removes; one that is in both lists is removed.
 */
removed: Array<number>, };

/**
 * Something in a list that cannot be used.
 */
export type NameProblem = {
/**
 * Line in the file, from 1.
 */
line: number,
/**
 * Character in the line, from 1.
 */
column: number,
/**
 * Which entry of the file it is, from 0; nothing where it concerns the file.
 */
entry?: number,
/**
 * A sentence for the person who made the list.
 */
message: string, };
