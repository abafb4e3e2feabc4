// npm run bench: sizes and speeds, with others' libraries in the same browser and the same run.
// The times are of this machine at this moment; the ratios are what to look at.

import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { binary, buildNative } from "./lib/core.mjs";
import { root, shared, site, wasmOut } from "./lib/paths.mjs";
import { entry, run, say } from "./lib/say.mjs";
import { score } from "./lib/scores.mjs";
import { serve } from "./lib/serve.mjs";
import { setup } from "./setup.mjs";
import { buildWasm } from "./wasm.mjs";

const ROUNDS = 30;

function filesOf(folder, ending) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => ending.test(name));
  return names.sort().map((name) => join(folder, name));
}

function textOf(path) {
  const bytes = readFileSync(path);
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

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

/** Wall time of the command line over many files, the start of the process included. */
async function native(files) {
  say("\nNative command line");
  const bytes = files.reduce((sum, path) => sum + textOf(path).length, 0);
  const times = [];
  for (let round = 0; round < 3; round += 1) {
    const from = performance.now();
    await run(binary, ["annotate", "--format", "jsonl", ...files], { quiet: true });
    times.push(performance.now() - from);
  }
  const best = Math.min(...times);
  row(
    `annotate ${files.length} files, ${kB(bytes)}`,
    ms(best),
    `${(bytes / best / 1000).toFixed(1)} MB/s`,
  );
}

/** Runs in the page: every engine over every article, some rounds, median and first. */
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
    const encode = new TextEncoder();
    const bytes = (texts) => texts.map((text) => encode.encode(text));
    const own = (inputs, input) => () => {
      for (const one of inputs) wasm_bindgen.read(one, { id: "", input });
    };
    const bodies = {};
    const readability = () => {
      for (const [id, html] of pages) {
        const document = new DOMParser().parseFromString(html, "text/html");
        bodies[id] = { articleBody: new Readability(document).parse()?.textContent ?? "" };
      }
    };
    const compromise = () => {
      for (const text of articles) {
        const read = nlp(text);
        for (const kind of ["people", "places", "organizations"])
          read[kind]().json({ offset: true });
      }
    };
    const html = bytes(pages.map(([, page]) => page));
    const result = {
      own: measure(own(bytes(articles), "text"), rounds),
      compromise: measure(compromise, 5),
    };
    if (pages.length > 0) {
      result.ownPages = measure(own(html, "html"), 2);
      result.readability = measure(readability, 2);
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
  const idOf = (path) =>
    path
      .split("/")
      .at(-1)
      .replace(/\.html\.gz$/, "");
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
    if (pages.length > 0) accuracy(bodies, folder);
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
  say(`  ${articles.length} articles, ${kB(articles.reduce((s, p) => s + statSync(p).size, 0))}`);
  each("copydesk, everything", result.own);
  each("compromise, people, places, organisations", result.compromise);
  if (pages.length === 0) return say("  web pages: skipped, they are not on this machine");
  say(`  ${pages.length} web pages`);
  each("copydesk, everything", result.ownPages);
  each("Readability.js with DOMParser, text alone", result.readability);
}

function accuracy(bodies, folder) {
  const gold = join(shared, "data", "extract", "dev", "gold.json");
  const predicted = join(folder, "readability.json");
  writeFileSync(predicted, JSON.stringify(bodies));
  say("\nArticle text of the same pages (npm run eval has our figures)");
  say(`  Readability.js: ${score("score_extract.py", gold, predicted)}`);
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
  const real = filesOf(join(shared, "articles"), /\.txt$/);
  const articles = real.length ? real : filesOf(join(root, "www", "articles"), /\.(txt|html)$/);
  const pages = filesOf(join(shared, "data", "extract", "dev", "html"), /\.html\.gz$/);
  say(`\n${cpus().length} × ${cpus()[0]?.model}, node ${process.version}`);
  sizes();
  await native(pages.length ? pages : articles);
  await inChromium(articles, pages);
});
