// What a paste or a drop carries: a page's markup where there is some, otherwise its text.

import type { Incoming } from "./incoming.js";

/** The two sides of a clipboard. */
export interface Clip {
  html: string;
  text: string;
}

export function clipOf(transfer: DataTransfer): Clip {
  return { html: transfer.getData("text/html"), text: transfer.getData("text/plain") };
}

/** Markup without what some systems put around the copied part. */
export function fragment(html: string): string {
  // A comment's opening may not stand in an inline script, so no pattern spells it out.
  const inside = /-{2}StartFragment-->([\s\S]*)<!-{2}EndFragment-->/.exec(html);
  return inside?.[1] ?? html;
}

/** Editors copy plain text with a coat of markup; only blocks and links tell more than text. */
export function hasStructure(html: string): boolean {
  return /<(p|h[1-6]|li|article|section|blockquote|figure|table|a|br)[\s>/]/i.test(html);
}

/** Whether there is nothing but an address. */
export function isLink({ text }: Clip): boolean {
  return /^\s*https?:\/\/\S+\s*$/i.test(text);
}

/** Whether typed or pasted text is the source of a page. */
export function looksLikeMarkup(text: string): boolean {
  return /^\s*(<!doctype html|<html|<head|<body|<article|<main|<(p|div|h[1-6])[\s>])/i.test(text);
}

/** The article on a clipboard, or null when there is nothing to read. */
export function articleFrom({ html, text }: Clip, id: string): Incoming | null {
  const encode = (body: string) => new TextEncoder().encode(body);
  const markup = fragment(html);
  if (markup.trim() && hasStructure(markup)) return { id, bytes: encode(markup), input: "html" };
  if (!text.trim()) return null;
  const input = looksLikeMarkup(text) ? "html" : "text";
  return { id, bytes: encode(text), input };
}
