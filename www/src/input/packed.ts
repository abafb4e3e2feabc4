// The articles that the build put into the page; `scripts/page/articles.mjs` packs them.

export interface PackedArticle {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** One line of JSON with names and sizes, then the bytes one after the other. */
export function unpack(whole: Uint8Array<ArrayBuffer>): PackedArticle[] {
  const lineEnd = whole.indexOf(0x0a);
  const head = JSON.parse(new TextDecoder().decode(whole.subarray(0, lineEnd))) as {
    name: string;
    size: number;
  }[];
  let at = lineEnd + 1;
  return head.map(({ name, size }) => {
    const bytes = whole.slice(at, at + size);
    at += size;
    return { name, bytes };
  });
}
