// Figures on the shared test data: each measure writes what the command line gives, runs the
// scorer that stands beside the data, and reads figures out of its lines.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { copydesk } from "./core.mjs";
import { bytesOf, EXTRACT, listed, pastedPages, webPages } from "./files.mjs";
import { shared } from "./paths.mjs";
import { Problem } from "./say.mjs";

const data = (...parts) => join(shared, ...parts);

/** Runs a scorer and gives its lines. */
export function score(scorer, ...args) {
  const result = spawnSync("python3", [data("tools", scorer), ...args], { encoding: "utf8" });
  if (result.status !== 0) throw new Problem(`${scorer}: ${result.stderr || result.stdout}`);
  return result.stdout.trim();
}

function annotated(write, files, ...flags) {
  return write(
    "annotations.jsonl",
    copydesk(["annotate", "--format", "jsonl", ...flags, ...files]),
  );
}

/** The scorer's line on article texts, `{ id: { articleBody } }`, and the four figures in it. */
export function scoreExtraction(bodies) {
  return inScratch((write) => {
    const predicted = write("pages.json", JSON.stringify(bodies));
    const text = score("score_extract.py", join(EXTRACT, "gold.json"), predicted);
    const figure = (name) => Number(text.match(`${name} ([\\d.]+)`)[1]);
    const [f1, precision, recall, exact] = ["F1", "precision", "recall", "exact"].map(figure);
    return { text, f1, precision, recall, exact };
  });
}

function extracted(files) {
  const lines = copydesk(["extract", "--format", "jsonl", ...files]);
  const pages = lines
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  return Object.fromEntries(pages.map((page) => [page.id, page]));
}

function tagged(write, file) {
  const args = ["tag", "--bio", "--labels", "ontonotes"];
  return write("tagged.bio", copydesk(args, { input: bytesOf(file) }));
}

/** For each article its own publication day. */
function annotatedByDay(write, folder) {
  const gold = JSON.parse(readFileSync(join(folder, "gold.json"), "utf8"));
  const lines = Object.entries(gold).map(([name, { published }]) => {
    const flags = published ? ["--published", published] : [];
    return copydesk(["annotate", "--format", "jsonl", ...flags, join(folder, `${name}.txt`)]);
  });
  return write("annotations.jsonl", lines.join(""));
}

/** A copy of the gold with each file's spans first: the scorer reads downwards, and a file may not. */
function spansFirst(write, folder) {
  for (const path of listed(folder, /\.ann$/)) {
    const lines = readFileSync(path, "utf8").trimEnd().split("\n");
    const rest = lines.filter((line) => !line.startsWith("T"));
    const spans = lines.filter((line) => line.startsWith("T"));
    write(basename(path), `${[...spans, ...rest].join("\n")}\n`);
  }
  const copies = listed(folder, /\.txt$/).map((path) => write(basename(path), readFileSync(path)));
  return dirname(copies[0]);
}

const F1 = /F1 ([\d.]+)/;

/** `npm run eval` names what differs, since the words around a name may well speak against it. */
function labelled(write, folder) {
  const path = annotated(write, listed(folder, /\.txt$/), "--input", "text");
  return oneLabel(readFileSync(path, "utf8"));
}

const ONE_LABEL = { "usual label": (text) => share(text, /label: (\d+)\/(\d+)/) };

/** Each measure: the data it reads, how it is scored, and the figures in the scorer's lines. */
export const MEASURES = {
  articles: {
    data: data("articles"),
    score: (write, folder) =>
      score("score_articles.py", folder, annotated(write, listed(folder, /\.txt$/))),
    figures: {
      "boilerplate removed": (text) => share(text, /removed (\d+)\/(\d+)/),
      "article kept": (text) => 1 - share(text, /lost (\d+)\/(\d+)/),
      "entities F1": /entities F1 ([\d.]+)/,
      "people clusters F1": /people clusters B3 F1 ([\d.]+)/,
      "quotations with speaker": (text) => share(text, /speaker right (\d+)\/(\d+)/),
    },
  },
  "extract html": {
    data: EXTRACT,
    score: () => scoreExtraction(extracted(webPages())).text,
    figures: { F1 },
  },
  "extract pasted": {
    data: EXTRACT,
    score: () => scoreExtraction(extracted(pastedPages())).text,
    figures: { F1 },
  },
  "names, web text": {
    data: data("data", "ner", "dev", "ewt-dev.bio"),
    score: (write, file) => score("score_ner.py", file, tagged(write, file)),
    figures: { F1 },
  },
  "names, worldwide newswire": {
    data: data("data", "ner", "dev", "worldwide-dev.bio.gz"),
    score: (write, file) => score("score_ner.py", file, tagged(write, file)),
    figures: { F1 },
  },
  "who is who, and dates": {
    data: data("data", "gum", "dev"),
    score: (write, folder) => score("score_names_dates.py", folder, annotatedByDay(write, folder)),
    figures: { "people F1": /people B3 F1 ([\d.]+)/, "dates right": /dates right \S+ = ([\d.]+)/ },
  },
  confidence: {
    data: data("data", "ner", "dev", "worldwide-dev.bio.gz"),
    score: () => copydesk(["eval", data("data")]),
    figures: {
      "worldwide newswire, 1 - calibration error": (text) =>
        1 - Number(text.match(/\| worldwide newswire, calibration error ([\d.]+)/)[1]),
    },
  },
  "one name, one label: articles": {
    data: data("articles"),
    score: labelled,
    figures: ONE_LABEL,
  },
  "one name, one label: political news": {
    data: data("data", "quotes", "dev"),
    score: labelled,
    figures: ONE_LABEL,
  },
  quotes: {
    data: data("data", "quotes", "dev"),
    score: (write, folder) => {
      const annotations = annotated(write, listed(folder, /\.txt$/), "--input", "text");
      return score("score_quotes.py", spansFirst(write, folder), annotations);
    },
    figures: {
      "direct F1": /direct: .*source F1 ([\d.]+)/,
      "all F1": /all: .*source F1 ([\d.]+)/,
    },
  },
};

/** Labels of names, which a spelling has one of in an article. */
const NAMES = "PERSON NORP FAC ORG GPE LOC PRODUCT EVENT WORK_OF_ART LAW LANGUAGE".split(" ");

/**
 * Of the names that an article has more than once, the share whose label is the usual one of their
 * spelling there; then the spellings that have two.
 */
function oneLabel(annotations) {
  let [usual, all] = [0, 0];
  const torn = [];
  for (const line of annotations.trim().split("\n")) {
    const { id, entities } = JSON.parse(line);
    const spellings = new Map();
    for (const { text, label } of entities.filter((one) => NAMES.includes(one.label))) {
      const counts = spellings.get(text) ?? {};
      spellings.set(text, { ...counts, [label]: (counts[label] ?? 0) + 1 });
    }
    for (const [text, counts] of spellings) {
      const mentions = Object.values(counts).reduce((sum, count) => sum + count);
      if (mentions < 2) continue;
      usual += Math.max(...Object.values(counts));
      all += mentions;
      if (Object.keys(counts).length > 1) torn.push(`${id}: ${text}: ${JSON.stringify(counts)}`);
    }
  }
  return [`one name, one label: ${usual}/${all}`, ...torn].join("\n");
}

function share(text, pattern) {
  const [, part, whole] = text.match(pattern);
  return Number(part) / Number(whole);
}

/** Calls `work` with a function that writes a file and gives its path; the files go afterwards. */
function inScratch(work) {
  const scratch = mkdtempSync(join(tmpdir(), "copydesk-score-"));
  const write = (file, text) => {
    const path = join(scratch, file);
    writeFileSync(path, text);
    return path;
  };
  try {
    return work(write);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Runs one measure: the scorer's lines and its figures, or null where the data is absent. */
export function measure(name) {
  const { data: where, score: run, figures } = MEASURES[name];
  if (!existsSync(where)) return null;
  const text = inScratch((write) => run(write, where));
  const read = (how) => (how instanceof RegExp ? Number(text.match(how)[1]) : how(text));
  const entries = Object.entries(figures).map(([figure, how]) => [figure, read(how)]);
  return { text, figures: Object.fromEntries(entries) };
}
