// npm run bench: sizes and speeds, with others' libraries in the same browser and the same run.
// The times are of this machine at this moment; the ratios are what to look at.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { binary, buildNative } from "./lib/core.mjs";
import { bytesOf, idOf, listed, textOf, webPages } from "./lib/files.mjs";
import { root, shared, site, wasmOut } from "./lib/paths.mjs";
import { entry, machine, run, say } from "./lib/say.mjs";
import { scoreExtraction } from "./lib/scores.mjs";
import { serve } from "./lib/serve.mjs";
import { setup } from "./setup.mjs";
import { buildWasm } from "./wasm.mjs";

const ROUNDS = 100;
// The articles are so short that starting the process would count more than reading them.
const TIMES = 100;

const sizeOf = (files) => files.reduce((sum, path) => sum + bytesOf(path).length, 0);
const kB = (bytes) => `${(bytes / 1000).toFixed(0)} kB`;
const ms = (value) => `${value.toFixed(1)} ms`;
const row = (name, ...cells) =>
  say(`  ${name.padEnd(44)}${cells.map((c) => c.padStart(18)).join("")}`);

function sizes() {
  say("\nSize");
  const page = readFileSync(join(site, "index.html"));
  row("dist/site/index.html, gzip", kB(page.length), kB(gzipSync(page, { level: 9 }).length));
  const wasm = readFileSync(join(wasmOut, "copydesk_bg.wasm"));
  row("the engine in it, gzip", kB(wasm.length), kB(gzipSync(wasm, { level: 9 }).length));
}

/** Wall time of the command line over many files, the start of the process included; the best of some. */
async function native(command, files) {
  const bytes = sizeOf(files);
  const times = [];
  for (let round = 0; round < 5; round += 1) {
    const from = performance.now();
    await run(binary, [command, "--format", "jsonl", ...files], { quiet: true });
    times.push(performance.now() - from);
  }
  const best = Math.min(...times);
  const what = `${command} ${files.length} files, ${kB(bytes)}`;
  row(what, ms(best), `${(bytes / best / 1000).toFixed(1)} MB/s`);
}

/**
 * Runs in the page: every engine over every article, some rounds, median and first. The rounds are
 * many, for V8 compiles the functions that count only after a while.
 */
function measureInPage(rounds, done) {
  const timed = (work) => {
    const from = performance.now();
    work();
    return performance.now() - from;
  };
  const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
  const measure = (work, count) => {
    const first = timed(work);
    return { first, warm: median(Array.from({ length: count }, () => timed(work))) };
  };
  (async () => {
    const { articles, pages } = await (await fetch("input.json")).json();
    await wasm_bindgen("copydesk_bg.wasm");
    const none = new wasm_bindgen.OwnNames(new Uint8Array());
    const encode = new TextEncoder();
    const bytes = (texts) => texts.map((text) => encode.encode(text));
    const own = (inputs, input) => () => {
      for (const one of inputs) wasm_bindgen.read(one, { id: "", input }, none);
    };
    const texts = bytes(articles);
    const html = bytes(pages.map(([, page]) => page));
    // A page to its article's text. Each takes what it reads: bytes here, a string there, so that
    // decoding is part of our time and of theirs not.
    const extracts = {
      own: (_, bytes) => wasm_bindgen.extract(bytes, { input: "html" }).articleBody,
      readability: (page) => {
        const document = new DOMParser().parseFromString(page, "text/html");
        return new Readability(document).parse()?.textContent ?? "";
      },
    };
    const bodies = { own: {}, readability: {} };
    const extract = (who) => () => {
      for (const [at, [id, page]] of pages.entries())
        bodies[who][id] = { articleBody: extracts[who](page, html[at]) };
    };
    const compromise = () => {
      for (const text of articles) {
        const read = nlp(text);
        for (const kind of ["people", "places", "organizations"])
          read[kind]().json({ offset: true });
      }
    };
    const ownTag = () => {
      for (const text of articles) wasm_bindgen.tag(text, none);
    };
    const result = { own: measure(own(texts, "text"), rounds) };
    // In turns, so that both meet the same moments of this machine: each of their rounds takes as
    // long as many of ours.
    const taggers = { ownTag: [], compromise: [] };
    for (let round = 0; round < rounds / 10; round += 1) {
      taggers.compromise.push(timed(compromise));
      for (let each = 0; each < 10; each += 1) taggers.ownTag.push(timed(ownTag));
    }
    for (const [who, times] of Object.entries(taggers)) {
      result[who] = { first: times[0], warm: median(times.slice(times.length / 5)) };
    }
    if (pages.length > 0) {
      result.ownPages = measure(own(html, "html"), 3);
      // In turns, so that both meet the same moments of this machine; the best of each.
      const times = Object.keys(extracts).map((who) => [who, []]);
      for (let round = 0; round < 8; round += 1) {
        for (const [who, list] of times) list.push(timed(extract(who)));
      }
      result.extracts = Object.fromEntries(
        times.map(([who, list]) => [who, { first: list[0], warm: Math.min(...list) }]),
      );
    }
    return { result, bodies };
  })().then(done, (error) => done({ error: String(error.stack ?? error) }));
}

async function inChromium(articles, pages) {
  const { start } = await import("../tests/e2e/lib.mjs");
  const folder = mkdtempSync(join(tmpdir(), "copydesk-bench-"));
  const write = (name, content) => writeFileSync(join(folder, name), content);
  const modules = join(root, "node_modules");
  write("copydesk.js", readFileSync(join(wasmOut, "copydesk.js")));
  write("copydesk_bg.wasm", readFileSync(join(wasmOut, "copydesk_bg.wasm")));
  write("compromise.js", readFileSync(join(modules, "compromise/builds/compromise.js")));
  write("readability.js", readFileSync(join(modules, "@mozilla/readability/Readability.js")));
  const input = { articles: articles.map(textOf), pages: pages.map((p) => [idOf(p), textOf(p)]) };
  write("input.json", JSON.stringify(input));
  const scripts = ["copydesk.js", "compromise.js", "readability.js"];
  const tags = scripts.map((name) => `<script src="${name}"></script>`).join("");
  write("index.html", `<!doctype html><meta charset="utf-8">${tags}`);
  const server = await serve(folder);
  const browser = await start("chromium");
  try {
    await browser.driver.manage().setTimeouts({ script: 300_000 });
    await browser.driver.get(server.url);
    const { result, bodies, error } = await browser.driver.executeAsyncScript(
      measureInPage,
      ROUNDS,
    );
    if (error) throw new Error(error);
    report(result, articles, pages);
    if (pages.length > 0) accuracy(bodies);
    await opening(browser);
  } finally {
    await browser.quit();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(result, articles, pages) {
  say("\nIn Chromium (all together)                                  first pass              warm");
  const each = (name, { first, warm }) => row(name, ms(first), ms(warm));
  say(`  ${articles.length} articles, ${kB(sizeOf(articles))}`);
  each("copydesk, everything", result.own);
  each("copydesk, tagging alone", result.ownTag);
  each("compromise, people, places, organisations", result.compromise);
  const faster = result.compromise.warm / result.ownTag.warm;
  row("tagging, ours beside compromise", "", `${faster.toFixed(1)} × as fast`);
  if (pages.length === 0) return say("  web pages: skipped, they are not on this machine");
  say(`  ${pages.length} web pages, ${kB(sizeOf(pages))}`);
  each("copydesk, everything", result.ownPages);
  const { own, readability } = result.extracts;
  each("copydesk, extraction alone", own);
  each("DOMParser and Readability.js", readability);
  const times = readability.warm / own.warm;
  row("extraction, ours beside Readability.js", "", `${times.toFixed(1)} × as fast`);
}

function accuracy(bodies) {
  say("\nArticle text of the same pages, as extracted there");
  say(`  copydesk        ${scoreExtraction(bodies.own).text}`);
  say(`  Readability.js  ${scoreExtraction(bodies.readability).text}`);
}

async function opening(browser) {
  const times = [];
  for (let round = 0; round < 5; round += 1) {
    const from = performance.now();
    await browser.open(`file://${site}/index.html`);
    times.push(performance.now() - from);
  }
  say("\nThe page in Chromium");
  row("from opening the file to the first article", ms(Math.min(...times)));
  const { between, drop, spoil } = await import("../tests/e2e/recovery.mjs");
  await browser.run(spoil);
  await browser.run(drop, ["trap", "unharmed"]);
  await browser.until(() => document.querySelector('[data-item="unharmed"][data-state="read"]'));
  row("from a trap to the next article", ms(await browser.run(between, "trap", "unharmed")));
}

await entry(async () => {
  await setup("test");
  await buildNative();
  await buildWasm();
  const { build } = await import("./page/build.mjs");
  await build({ articles: join(root, "www", "articles"), out: site });
  const real = listed(join(shared, "articles"), /\.txt$/);
  const articles = real.length ? real : listed(join(root, "www", "articles"), /\.(txt|html)$/);
  const pages = webPages();
  say(`\n${machine()}`);
  sizes();
  say("\nNative command line");
  if (pages.length > 0) {
    await native("extract", pages);
    await native("annotate", pages);
  }
  const texts = articles.filter((path) => path.endsWith(".txt"));
  if (texts.length > 0) await native("annotate", Array(TIMES).fill(texts).flat());
  await inChromium(articles, pages);
});
