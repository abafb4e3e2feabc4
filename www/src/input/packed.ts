// What the build put into the page; `scripts/page/build.mjs` and `articles.mjs` pack it.

export interface PackedArticle {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** The bytes of one of the page's data blocks. */
export function dataBlock(id: string): Uint8Array<ArrayBuffer> {
  const text = document.getElementById(id)?.textContent?.trim() ?? "";
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
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
