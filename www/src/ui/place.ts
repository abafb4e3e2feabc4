// Where a card stands: under what it is about, inside the article's width.

const GAP = 8;

export function place(card: HTMLElement, about: HTMLElement): void {
  const frame = card.offsetParent?.getBoundingClientRect();
  const lines = about.getClientRects();
  const first = lines[0];
  if (!frame || !first) return;
  const most = Math.max(0, frame.width - card.offsetWidth);
  const left = Math.min(Math.max(0, first.left - frame.left), most);
  const last = lines[lines.length - 1] ?? first;
  card.style.left = `${left}px`;
  card.style.top = `${last.bottom - frame.top + GAP}px`;
}

/** Places the card now and whenever the text around it changes its shape; gives the end of that. */
export function keepPlaced(card: HTMLElement, about: HTMLElement): () => void {
  place(card, about);
  const again = new ResizeObserver(() => place(card, about));
  const block = about.closest("[data-block]");
  if (block) again.observe(block);
  return () => again.disconnect();
}
