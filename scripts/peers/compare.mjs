// Our extraction beside its peers: the same pages in one run, quality and speed.
//
// Each extractor runs in a process of its own, one after the other, and prints one line of JSON:
// `{ "seconds": [each round's], "bodies": { id: { "articleBody": text } } }`. Pages are in memory,
// unpacked, before its clock starts; a first round, which warms up and gives the texts, is not
// timed. The best round counts: what else this machine does can only add to a time.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildExample } from "../lib/core.mjs";
import { bytesOf, EXTRACT, idOf, pastedPages, textOf, webPages } from "../lib/files.mjs";
import { ask, machine, Problem, say } from "../lib/say.mjs";
import { scoreExtraction } from "../lib/scores.mjs";
import { COPYDESK } from "../lib/versions.mjs";
import * as install from "./install.mjs";

const ROUNDS = 5;

/** Letters that a line needs to be taken for running text by the simplest rule there is. */
const LONG_LINE = 80;

/** What makes each kind of runner ready and gives its command. */
const KINDS = {
  own: async () => [await buildExample("extract_speed")],
  node: install.node,
  python: install.python,
  rust: install.rust,
};

/** Who is measured: the package whose version is named, the runner, its name for the extractor. */
const OWN = { name: "Copydesk", kind: "own", runs: [] };
const ON_PAGES = [
  OWN,
  { name: "Readability.js", of: "@mozilla/readability", kind: "node", runs: ["Readability.js"] },
  { name: "Defuddle", of: "defuddle", kind: "node", runs: ["Defuddle"] },
  { name: "dom_smoothie", kind: "rust", runs: [] },
  { name: "trafilatura", kind: "python", runs: ["trafilatura"] },
  { name: "trafilatura, fast", of: "trafilatura", kind: "python", runs: ["trafilatura fast"] },
  { name: "readability-lxml", kind: "python", runs: ["readability-lxml"] },
  { name: "jusText", kind: "python", runs: ["jusText"] },
  { name: "resiliparse", kind: "python", runs: ["resiliparse"] },
];
const ON_TEXT = [
  OWN,
  { name: "jusText, a line a paragraph", of: "jusText", kind: "python", runs: ["jusText lines"] },
  { name: `lines of ${LONG_LINE} letters or more`, rule: (line) => line.length >= LONG_LINE },
  { name: "nothing removed", rule: () => true },
];

const NOTES = `Best of ${ROUNDS} rounds after one that warms up; one process each, one core, pages in memory.
Copydesk reads bytes, the others get strings, decoded before the clock starts. Readability.js and
Defuddle stand on linkedom: their scores are those on jsdom, their times a fraction; parsing is
part of them. All leave out comments where they can. Where one gives HTML or runs paragraphs
together, the runner parts them, which its score gains by.`;

/** Prints both tables. */
export async function compare() {
  const [pages, texts] = [webPages(), pastedPages()];
  if (pages.length === 0) throw new Problem(`no pages to measure in ${EXTRACT}`);
  const scratch = mkdtempSync(join(tmpdir(), "copydesk-peers-"));
  try {
    const commands = await ready();
    const compiler = ask("rustc", ["--version"])?.split(" (")[0];
    say(`\n${machine()}, ${ask("python3", ["--version"])}, ${compiler}`);
    await table("web pages", ON_PAGES, pages, ".html", scratch, commands);
    await table("pasted pages", ON_TEXT, texts, ".txt", scratch, commands);
    say(`\n${NOTES}`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Each kind's command, or the reason why there is none. */
async function ready() {
  const commands = {};
  for (const [kind, prepare] of Object.entries(KINDS)) {
    try {
      commands[kind] = await prepare();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      commands[kind] = error;
    }
  }
  return commands;
}

async function table(title, extractors, files, ending, scratch, commands) {
  const folder = join(scratch, title);
  mkdirSync(folder);
  let bytes = 0;
  for (const file of files) {
    const content = bytesOf(file);
    bytes += content.length;
    writeFileSync(join(folder, `${idOf(file)}${ending}`), content);
  }
  const versions = { ...install.versions(), Copydesk: COPYDESK };
  const rows = [];
  const skipped = [];
  for (const { name, of = name, kind, runs, rule } of extractors) {
    try {
      const { bodies, seconds } = rule
        ? { bodies: byRule(files, rule) }
        : measured(commands[kind], [...runs, folder, ROUNDS]);
      const best = seconds && Math.min(...seconds);
      rows.push({ name, version: versions[of], ...scoreExtraction(bodies), best });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      skipped.push(`${name} was skipped: ${install.reason(error)}`);
    }
  }
  say(`\n${files.length} ${title}, ${(bytes / 1e6).toFixed(1)} MB`);
  line("", "version", "F1", "precision", "recall", "exact", "MB/s", "pages/s");
  for (const row of rows.sort((one, other) => other.f1 - one.f1)) {
    const speeds = row.best ? [bytes / 1e6 / row.best, files.length / row.best] : [];
    line(
      row.name,
      row.version ?? "",
      ...[row.f1, row.precision, row.recall, row.exact].map((figure) => figure.toFixed(3)),
      ...speeds.map((speed) => speed.toFixed(speed < 10 ? 1 : 0)),
    );
  }
  for (const reason of skipped) say(`  ${reason}`);
}

function line(name, ...cells) {
  say(`  ${name.padEnd(28)}${cells.map((cell) => cell.padStart(10)).join("")}`);
}

function byRule(files, rule) {
  const kept = (file) => textOf(file).split(/\r?\n/).filter(rule).join("\n");
  return Object.fromEntries(files.map((file) => [idOf(file), { articleBody: kept(file) }]));
}

function measured(command, args) {
  if (command instanceof Problem) throw command;
  const [program, ...first] = command;
  const options = { encoding: "utf8", maxBuffer: 1 << 30 };
  const result = spawnSync(program, [...first, ...args.map(String)], options);
  if (result.status !== 0) throw new Problem(result.stderr || `${result.error ?? result.signal}`);
  return JSON.parse(result.stdout);
}
