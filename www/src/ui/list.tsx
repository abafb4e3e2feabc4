// The list of articles.

import {
  type Article,
  articles,
  open,
  openKey,
  openNeighbour,
  titleOf,
} from "../state/articles.js";
import { rules } from "../state/rules.js";
import { drawer, listFilter } from "../state/view.js";
import { counted, niceDate } from "../text/format.js";
import { matches } from "../text/names.js";
import { removeArticles } from "./actions.js";
import { openRules } from "./passages.js";

/** Below this many a filter is clutter. */
const FILTER_FROM = 5;

/** From so many on, removing them one by one is a chore. */
const CLEAR_FROM = 3;

function shownArticles(): readonly Article[] {
  const query = listFilter.value;
  // Without a filter the list need not be made again whenever one of them has been read.
  if (!query.trim()) return articles.value;
  return articles.value.filter((article) => {
    const progress = article.progress.value;
    const text = progress.kind === "read" ? progress.reading.text : undefined;
    return matches(query, [titleOf(article), article.id, text]);
  });
}

function detailOf(article: Article): string {
  const progress = article.progress.value;
  if (progress.kind === "failed") return "Could not be read";
  if (progress.kind === "waiting") return "Waiting";
  if (progress.kind === "reading") return "Reading…";
  const { site, published } = progress.reading;
  const parts = [site, published && niceDate(published)].filter(Boolean);
  return parts.join(" · ") || article.id;
}

/** Arrow keys move between the articles, as in any list. */
function onArrow(event: KeyboardEvent, among: readonly Article[]): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined;
  if (!by) return;
  event.preventDefault();
  if (!openNeighbour(by, among)) return;
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>("#list button[aria-current=true]")?.focus(),
  );
}

function Item({ article }: { article: Article }) {
  const current = article.key === openKey.value;
  const title = titleOf(article);
  return (
    <li class="item" data-item={article.id} data-state={article.progress.value.kind}>
      <button
        type="button"
        class="item-open"
        aria-current={current ? "true" : undefined}
        onClick={() => {
          open(article.key);
          drawer.value = null;
        }}
      >
        <span class="item-title" dir="auto">
          {title}
        </span>
        <span class="item-detail">{detailOf(article)}</span>
      </button>
      {article.added !== null && (
        <button
          type="button"
          class="button icon quiet item-remove"
          aria-label={`Remove “${title}” from the list`}
          title="Remove from the list"
          onClick={() => removeArticles([article])}
        >
          <span aria-hidden="true">×</span>
        </button>
      )}
    </li>
  );
}

export function ArticleList() {
  const shown = shownArticles();
  const all = articles.value.length;
  const added = articles.value.filter((article) => article.added !== null);
  return (
    <>
      <div class="side-head">
        <h2>{counted(all, "article")}</h2>
      </div>
      {all >= FILTER_FROM && (
        <input
          id="list-filter"
          class="filter"
          type="search"
          placeholder="Filter articles"
          aria-label="Filter the articles"
          value={listFilter.value}
          onInput={(event) => {
            listFilter.value = event.currentTarget.value;
          }}
        />
      )}
      <ul class="items" onKeyDown={(event) => onArrow(event, shown)}>
        {shown.map((article) => (
          <Item key={article.key} article={article} />
        ))}
      </ul>
      {shown.length === 0 && all > 0 && <p class="hint">No article matches.</p>}
      <p class="hint">Paste or drop articles anywhere on this page.</p>
      {rules.value.length > 0 && (
        <button type="button" class="link" onClick={openRules}>
          Remembered for sites ({rules.value.length})
        </button>
      )}
      {added.length >= CLEAR_FROM && (
        <button type="button" class="link" onClick={() => removeArticles(added)}>
          Remove the {added.length} added articles
        </button>
      )}
    </>
  );
}
