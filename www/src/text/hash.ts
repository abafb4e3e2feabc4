// A short name for bytes: the same article added twice is one article.

/** FNV-1a over the bytes, with their length. */
export function fingerprint(bytes: Uint8Array): string {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return `${(hash >>> 0).toString(16).padStart(8, "0")}-${bytes.length}`;
}
