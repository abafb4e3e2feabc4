// The reading view: one article, or why there is none.

import { useEffect, useMemo } from "preact/hooks";
import type { Field } from "../engine/protocol.js";
import type { Reading } from "../engine/result.js";
import { type Article, readAgain, titleOf } from "../state/articles.js";
import {
  chooseMention,
  chooseQuote,
  dialog,
  hiddenKinds,
  leastSure,
  liveMentions,
  pointedBlock,
  showCodes,
  showQuotes,
  showReasons,
  toggleReasons,
} from "../state/view.js";
import { counted, foreignLanguage, languageName, niceDate } from "../text/format.js";
import { isShown, layout, type Part, type Placed, placed } from "../text/layout.js";
import { perBlock } from "../text/segments.js";
import { copyText, downloadJson } from "./actions.js";
import { BlockView, type Inside } from "./block.js";
import { Fold } from "./fold.js";
import { MentionCard } from "./mention.js";
import { bringAllBack, decidePassages, openRules } from "./passages.js";
import { QuoteCard } from "./quote-card.js";
import { Remover } from "./remover.js";

/** From here on, blocks outside the window are not laid out. */
const LONG_FROM_BLOCKS = 120;

function markReady(): void {
  document.documentElement.dataset.ready = "true";
}

function wordsOf(text: string, items: readonly Placed[]): number {
  const count = ({ block }: Placed) =>
    text.slice(block.start, block.end).match(/\S+/g)?.length ?? 0;
  return items.filter(isShown).reduce((sum, item) => sum + count(item), 0);
}

const FIELDS: readonly [Field, string][] = [
  ["headline", "Headline"],
  ["byline", "Author"],
  ["published", "Date"],
  ["site", "Site"],
  ["language", "Language"],
];

/** Values that a reader would not write as the engine does. */
const SHOWN: Partial<Record<Field, (value: string) => string | undefined>> = {
  published: niceDate,
  language: languageName,
};

/** Where headline, author, date, site and language were found. */
function Sources({ reading }: { reading: Reading }) {
  const found = FIELDS.filter(([field]) => reading.sources[field]);
  if (found.length === 0) return null;
  return (
    <details class="sources">
      <summary>Where this comes from</summary>
      <dl>
        {found.map(([field, name]) => (
          <div key={field} data-source={field}>
            <dt>{name}</dt>
            <dd>
              <bdi>{SHOWN[field]?.(reading[field] ?? "") ?? reading[field]}</bdi>
              <span class="source">from {reading.sources[field]}</span>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Kicker({ article, reading }: { article: Article; reading: Reading }) {
  const items = placed(reading.blocks, article.decisions.value);
  const has = (role: string) => items.some((item) => isShown(item) && item.block.role === role);
  const { headline, site, published, byline, language } = reading;
  const parts = [
    site,
    published && niceDate(published),
    byline && !has("byline") && `By ${byline}`,
    foreignLanguage(language) && `In ${foreignLanguage(language)}`,
  ].filter(Boolean);
  return (
    <header class="article-head">
      {parts.length > 0 && <p class="kicker">{parts.join(" · ")}</p>}
      {!has("headline") &&
        (headline ? <h1>{headline}</h1> : <h1 class="untitled">{article.id}</h1>)}
      <div class="grounds">
        <Sources reading={reading} />
        <button type="button" class="link" onClick={toggleReasons}>
          {showReasons.value ? "Hide reasons" : "Show reasons"}
        </button>
      </div>
    </header>
  );
}

function Warnings({ reading }: { reading: Reading }) {
  if (reading.warnings.length === 0) return null;
  return (
    <ul class="warnings" aria-label="Warnings">
      {reading.warnings.map(({ code, message, start }) => (
        <li key={`${code}-${start}`} data-warning={code}>
          {message}
        </li>
      ))}
    </ul>
  );
}

function Tools({ article, reading }: { article: Article; reading: Reading }) {
  const decisions = article.decisions.value;
  const items = useMemo(() => placed(reading.blocks, decisions), [reading, decisions]);
  const words = useMemo(() => wordsOf(reading.text, items), [reading, items]);
  const away = items.filter((item) => !isShown(item)).map(({ index }) => index);
  const back = items.filter(({ decision }) => decision?.keep).map(({ index }) => index);
  const bySite = items.filter(({ decision }) => decision?.by === "site").length;
  return (
    <div class="tools">
      <p>{counted(words, "word")}</p>
      {away.length > 0 && (
        <p>
          {counted(away.length, "passage")} removed{" "}
          <button type="button" class="link" onClick={() => bringAllBack(away)}>
            Bring all back
          </button>
        </p>
      )}
      {back.length > 0 && (
        <p>
          {back.length} brought back{" "}
          <button type="button" class="link" onClick={() => decidePassages(back, false)}>
            Remove {back.length === 1 ? "it" : "them"} again
          </button>
        </p>
      )}
      {bySite > 0 && (
        <p>
          {bySite} by your choice on {reading.site}{" "}
          <button type="button" class="link" onClick={openRules}>
            See {bySite === 1 ? "it" : "them"}
          </button>
        </p>
      )}
      <p class="tools-out">
        <button type="button" class="link" onClick={copyText}>
          Copy text
        </button>
        <button type="button" class="link" onClick={downloadJson}>
          Download JSON
        </button>
      </p>
    </div>
  );
}

function PartView({ part, reading, inside }: { part: Part; reading: Reading; inside: Inside }) {
  if (part.kind === "fold") {
    const startsOpen = !reading.blocks.some(({ keep }) => keep);
    return <Fold items={part.items} text={reading.text} startsOpen={startsOpen} />;
  }
  if (part.kind === "block") {
    return <BlockView reading={reading} inside={inside} item={part.item} />;
  }
  return (
    <ul>
      {part.items.map((item) => (
        <BlockView key={item.index} reading={reading} inside={inside} item={item} />
      ))}
    </ul>
  );
}

function partKey(part: Part): string {
  const item = part.kind === "block" ? part.item : part.items[0];
  return `${part.kind}-${item?.index}`;
}

/** A click or the focus on a highlight makes it the current one. */
function onChoose(event: Event): void {
  const target = event.target instanceof Element ? event.target : null;
  if (!target || (event.type === "click" && !(getSelection()?.isCollapsed ?? true))) return;
  const mark = target.closest<HTMLElement>("mark[data-entity]");
  const index = Number(mark?.dataset.entity?.slice(1)) - 1;
  if (liveMentions.value.includes(index)) chooseMention(index);
  else if (event.type === "click") onChooseQuote(target);
}

/** A click on a quotation chooses it, one on anything else closes the card. */
function onChooseQuote(target: Element): void {
  const id = target.closest<HTMLElement>("[data-article] [data-quote]")?.dataset.quote;
  if (id && showQuotes.value) chooseQuote(Number(id.slice(1)) - 1);
  else if (!target.closest(".card, button")) chooseMention(null);
}

/** The passage under a mouse can be removed; beside the text it stays the last one. */
function onPoint(event: PointerEvent): void {
  if (event.pointerType === "touch") return;
  const target = event.target instanceof Element ? event.target : null;
  const block = target?.closest<HTMLElement>("[data-block]");
  if (block) pointedBlock.value = Number(block.dataset.block);
}

function Body({ article, reading }: { article: Article; reading: Reading }) {
  const decisions = article.decisions.value;
  const parts = useMemo(() => layout(placed(reading.blocks, decisions)), [reading, decisions]);
  const inside = useMemo(
    () => ({
      entities: perBlock(reading.blocks, reading.entities),
      quotes: perBlock(reading.blocks, reading.quotes),
    }),
    [reading],
  );
  return (
    <>
      {parts.map((part) => (
        <PartView key={partKey(part)} part={part} reading={reading} inside={inside} />
      ))}
    </>
  );
}

function ReadArticle({ article, reading }: { article: Article; reading: Reading }) {
  useEffect(markReady, [reading]);
  return (
    <article
      data-article={article.id}
      data-off={[...hiddenKinds.value].join(" ")}
      data-least={leastSure.value}
      data-codes={showCodes.value}
      data-quotes={showQuotes.value}
      data-long={reading.blocks.length >= LONG_FROM_BLOCKS}
      onClick={onChoose}
      onFocusIn={onChoose}
      onPointerOver={onPoint}
      onKeyDown={(event) => event.key === "Enter" && onChoose(event)}
    >
      <Tools article={article} reading={reading} />
      <Kicker article={article} reading={reading} />
      <Warnings reading={reading} />
      <Body article={article} reading={reading} />
      <Remover reading={reading} />
      <MentionCard reading={reading} />
      <QuoteCard reading={reading} />
    </article>
  );
}

function Failed({ article, message }: { article: Article; message: string }) {
  useEffect(markReady, []);
  return (
    <div class="failed" role="alert" data-failed={article.id}>
      <h1>{titleOf(article)}</h1>
      <p>This article could not be read. The others are not affected.</p>
      <p class="failed-why">{message}</p>
      <button type="button" class="button" onClick={() => readAgain(article)}>
        Try again
      </button>
    </div>
  );
}

function Nothing() {
  return (
    <div class="nothing">
      <h1>No article is open</h1>
      <p>Paste one anywhere on this page, drop files or folders, or add them here.</p>
      <button
        type="button"
        class="button primary"
        onClick={() => {
          dialog.value = "paste";
        }}
      >
        Add articles
      </button>
    </div>
  );
}

export function Reader({ article }: { article: Article | null }) {
  if (!article) return <Nothing />;
  const progress = article.progress.value;
  if (progress.kind === "read") {
    return <ReadArticle key={article.key} article={article} reading={progress.reading} />;
  }
  if (progress.kind === "failed") return <Failed article={article} message={progress.message} />;
  return (
    <p class="late waiting" role="status">
      Reading “{titleOf(article)}”…
    </p>
  );
}
