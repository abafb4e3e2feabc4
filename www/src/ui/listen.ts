// Keys, pastes and drops that the whole page takes.

import { signal } from "@preact/signals";
import { clipOf } from "../input/clip.js";
import { droppedFiles } from "../input/files.js";
import { openNeighbour } from "../state/articles.js";
import {
  chooseMention,
  currentMention,
  currentQuote,
  type Drawer,
  dialog,
  drawer,
  letterKeys,
} from "../state/view.js";
import { goBy, takeAll, takeClip } from "./actions.js";
import { editOwn, importLists } from "./own.js";
import { removeHere } from "./passages.js";

/** Whether something is being dragged over the page. */
export const dragging = signal(false);

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select") !== null;
}

const LETTERS: Record<string, () => void> = {
  j: () => openNeighbour(1),
  k: () => openNeighbour(-1),
  n: () => goBy(1),
  p: () => goBy(-1),
  x: removeHere,
  "/": () => focusField("list"),
  f: () => focusField("names"),
  y: () => editOwn(null),
  "?": () => {
    dialog.value = "help";
  },
};

function focusField(name: "list" | "names"): void {
  drawer.value = name;
  // The drawer is there after the next rendering.
  requestAnimationFrame(() => document.getElementById(`${name}-filter`)?.focus());
}

/** The focus goes back to the button that opened it. */
function closeDrawer(name: Drawer): void {
  drawer.value = null;
  document.querySelector<HTMLElement>(`.drawer-button[data-drawer="${name}"]`)?.focus();
}

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.key === "Escape") {
    if (currentMention.value !== null || currentQuote.value !== null) chooseMention(null);
    else if (drawer.value) closeDrawer(drawer.value);
    return;
  }
  if (dialog.value || isTyping(event.target) || !letterKeys.value) return;
  const action = LETTERS[event.key];
  if (!action) return;
  event.preventDefault();
  action();
}

function onPaste(event: ClipboardEvent): void {
  if (isTyping(event.target) || !event.clipboardData) return;
  event.preventDefault();
  const { clipboardData } = event;
  dialog.value = null;
  if (clipboardData.files.length > 0) void takeAll([...clipboardData.files]);
  else void takeClip(clipOf(clipboardData));
}

function onDrop(event: DragEvent): void {
  event.preventDefault();
  dragging.value = false;
  const transfer = event.dataTransfer;
  if (!transfer) return;
  if (dialog.value === "own") {
    void importLists([...transfer.files]);
    return;
  }
  dialog.value = null;
  // Both must be taken out of the event before it ends.
  if (transfer.types.includes("Files")) void takeAll(droppedFiles(transfer));
  else void takeClip(clipOf(transfer));
}

/** Puts the listeners in place; runs once. */
export function listen(): void {
  document.addEventListener("keydown", onKey);
  document.addEventListener("paste", onPaste);
  document.addEventListener("drop", onDrop);
  document.addEventListener("dragover", (event) => {
    if (isTyping(event.target)) return;
    event.preventDefault();
    dragging.value = true;
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) dragging.value = false;
  });
}
