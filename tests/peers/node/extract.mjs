// Times one extractor over the files of a folder; scripts/peers/compare.mjs reads what it prints.
//
// usage: extract.mjs EXTRACTOR FOLDER ROUNDS
// Files are read before the clock starts. The first round warms up, is not timed, and gives the
// texts.

import { readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { parseHTML } from "linkedom";

const BLOCKS = new Set(
  (
    "ADDRESS ARTICLE ASIDE BLOCKQUOTE BR DD DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 " +
    "H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TH TR UL"
  ).split(" "),
);

/** The text below a node, blocks parted: `textContent` would run one paragraph into the next. */
function textOf(node) {
  if (node.nodeType === 3) return node.data;
  let text = "";
  for (let child = node.firstChild; child; child = child.nextSibling) text += textOf(child);
  return BLOCKS.has(node.nodeName) ? `\n${text}\n` : text;
}

const EXTRACTORS = {
  "Readability.js": async () => {
    const { Readability } = await import("@mozilla/readability");
    return (page) => {
      const { document } = parseHTML(page);
      return new Readability(document, { serializer: textOf }).parse()?.content;
    };
  },
  Defuddle: async () => {
    const { DefuddleClass: Defuddle } = await import("defuddle/node");
    // It writes a stack for each page whose data it cannot read, which takes time too.
    console.error = () => {};
    return (page) => {
      const { document } = parseHTML(page);
      // `parse` and not `parseAsync`: that one may ask a server.
      const { content } = new Defuddle(document, { url: "https://example.org/" }).parse();
      return textOf(parseHTML(`<html><body>${content}</body></html>`).document.body);
    };
  },
};

const [name, folder, rounds] = process.argv.slice(2);
const extract = await EXTRACTORS[name]();
const pages = readdirSync(folder).map((file) => [
  basename(file, extname(file)),
  readFileSync(join(folder, file), "utf8"),
]);
const bodies = Object.fromEntries(
  pages.map(([id, page]) => [id, { articleBody: extract(page) ?? null }]),
);
const seconds = [];
for (let round = 0; round < Number(rounds); round += 1) {
  const from = performance.now();
  for (const [, page] of pages) extract(page);
  seconds.push((performance.now() - from) / 1000);
}
process.stdout.write(`${JSON.stringify({ seconds, bodies })}\n`);
