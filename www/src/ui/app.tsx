// The page's frame: bar, list, reading view, names; what lies over them.

import { articles, openArticle, readCount } from "../state/articles.js";
import {
  announcement,
  type Drawer,
  dialog,
  drawer,
  openReading,
  type Theme,
  theme,
} from "../state/view.js";
import { AddDialog } from "./add-dialog.js";
import { HelpDialog } from "./help-dialog.js";
import { ArticleList } from "./list.js";
import { dragging } from "./listen.js";
import { Names } from "./names.js";
import { OwnDialog } from "./own-dialog.js";
import { Reader } from "./reader.js";
import { RulesDialog } from "./rules-dialog.js";
import { Toast } from "./toast.js";

/** Opens a drawer with the focus in it, or closes it. */
function toggleDrawer(name: Drawer): void {
  drawer.value = drawer.value === name ? null : name;
  if (!drawer.value) return;
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`#${name} button`)?.focus());
}

function DrawerButton({ name, children }: { name: Drawer; children: string }) {
  return (
    <button
      type="button"
      class="button drawer-button"
      data-drawer={name}
      aria-expanded={drawer.value === name}
      aria-controls={name}
      onClick={() => toggleDrawer(name)}
    >
      {children}
    </button>
  );
}

const NEXT: Record<Theme, Theme> = { auto: "light", light: "dark", dark: "auto" };
const THEME_SIGN: Record<Theme, string> = { auto: "◐", light: "○", dark: "●" };

function ThemeButton() {
  const now = theme.value;
  const label = `Colours: ${now === "auto" ? "as the system" : now}`;
  return (
    <button
      type="button"
      class="button icon"
      title={label}
      aria-label={`${label}. Change to ${NEXT[now] === "auto" ? "as the system" : NEXT[now]}`}
      onClick={() => {
        theme.value = NEXT[now];
      }}
    >
      <span aria-hidden="true">{THEME_SIGN[now]}</span>
    </button>
  );
}

function Bar() {
  return (
    <header class="bar">
      <DrawerButton name="list">Articles</DrawerButton>
      <p class="brand">Copydesk</p>
      <div class="bar-tools">
        <button
          type="button"
          class="button primary"
          onClick={() => {
            dialog.value = "paste";
          }}
        >
          <span>
            Add<span class="wide-only"> articles</span>
          </span>
        </button>
        <ThemeButton />
        <button
          type="button"
          class="button icon"
          title="Help and keys"
          aria-label="Help and keys"
          onClick={() => {
            dialog.value = "help";
          }}
        >
          <span aria-hidden="true">?</span>
        </button>
        {openReading.value && <DrawerButton name="names">Names</DrawerButton>}
      </div>
      <ReadingProgress />
    </header>
  );
}

/** Shown while articles are read, if that takes more than half a second. */
function ReadingProgress() {
  const all = articles.value.length;
  const done = readCount.value;
  if (done >= all) return null;
  return (
    <p class="reading-progress late">
      <progress value={done} max={all} aria-label="Articles read" /> Reading {done + 1} of {all}
    </p>
  );
}

export function App() {
  return (
    <>
      <a class="skip" href="#reading">
        Skip to the article
      </a>
      <Bar />
      <div class="columns" data-drawer={drawer.value ?? "none"}>
        <nav id="list" class="side list" aria-label="Articles">
          <ArticleList />
        </nav>
        {drawer.value && (
          <div
            class="veil"
            aria-hidden="true"
            onClick={() => {
              drawer.value = null;
            }}
          />
        )}
        <main id="reading" tabIndex={-1}>
          <Reader article={openArticle.value} />
        </main>
        <aside id="names" class="side names" aria-label="Names and kinds">
          <Names />
        </aside>
      </div>
      <p class="hidden-text" role="status">
        {announcement.value}
      </p>
      <Toast />
      <AddDialog />
      <HelpDialog />
      <RulesDialog />
      <OwnDialog />
      {dragging.value && (
        <div class="drop-hint" aria-hidden="true">
          <p>
            {dialog.value === "own"
              ? "Drop a list of names to import it"
              : "Drop articles or folders to read them"}
          </p>
        </div>
      )}
    </>
  );
}
