// The main path, in any browser: the articles of the build are read and shown as the command
// line reads them; folds, legend and names work.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { copydesk } from "../../scripts/lib/core.mjs";
import { root, shared } from "../../scripts/lib/paths.mjs";
import { serve } from "../../scripts/lib/serve.mjs";
import { fileUrl, noReal, real, samples } from "./lib.mjs";

/** What the page shows of the open article. */
function shown() {
  const article = document.querySelector("[data-article]");
  const marks = [...article.querySelectorAll("mark[data-entity]")];
  const plain = (element) => {
    const copy = element.cloneNode(true);
    for (const extra of copy.querySelectorAll("button, .verdict")) extra.remove();
    return copy.textContent.trim();
  };
  return {
    id: article.dataset.article,
    marks: marks.map((mark) => [mark.dataset.entity, mark.dataset.label, mark.textContent]),
    blocks: [...article.querySelectorAll("[data-block]")].map((block) => [
      block.dataset.role,
      block.dataset.keep,
      plain(block),
    ]),
  };
}

/** The same, from an annotation document of the command line. */
function expected(document) {
  const characters = [...document.text];
  const slice = ({ start, end }) => characters.slice(start, end).join("");
  return {
    id: document.id,
    marks: document.entities.map((entity) => [entity.id, entity.label, slice(entity)]),
    blocks: document.blocks.map((block) => [block.role, String(block.keep), slice(block).trim()]),
  };
}

function annotate(folder) {
  const files = readdirSync(folder).filter((name) => /\.(txt|html)$/.test(name));
  const paths = files.sort().map((name) => join(folder, name));
  const lines = copydesk(["annotate", "--format", "jsonl", ...paths])
    .trim()
    .split("\n");
  return lines.map((line) => JSON.parse(line));
}

async function openArticle(browser, id) {
  await browser.click(`[data-item="${id}"] .item-open`);
  await browser.appears(`[data-article="${id}"]`);
}

async function readsAll(browser, articles) {
  const documents = annotate(articles);
  for (const document of documents) {
    await openArticle(browser, document.id);
    const want = expected(document);
    assert.ok(want.blocks.length > 2 && want.marks.length > 5, `${document.id} is hardly read`);
    assert.deepEqual(await browser.run(shown), want);
  }
  const items = await browser.findAll("[data-item]");
  assert.equal(items.length, documents.length);
}

/** The tests that every browser passes. */
export function reading(browserOf) {
  const sampleArticles = join(root, "www", "articles");

  browserOf(
    "opened from a file, the samples are read as the command line reads them",
    async (b) => {
      await b.open(fileUrl(samples));
      await readsAll(b, sampleArticles);
    },
  );

  browserOf("opened from a file, real articles are read alike", { skip: noReal }, async (b) => {
    await b.open(fileUrl(real));
    await readsAll(b, join(shared, "articles"));
  });

  browserOf("from a server under a sub-path, and nothing else is asked for", async (b) => {
    const server = await serve(samples, { base: "/copydesk/" });
    try {
      await b.open(server.url);
      await readsAll(b, sampleArticles);
      const asked = server.asked.filter((path) => path !== "/favicon.ico");
      assert.deepEqual(asked, ["/copydesk/"]);
      const resources = () =>
        performance
          .getEntriesByType("resource")
          .map(({ name }) => name)
          .filter((name) => !/^(blob|data):/.test(name));
      assert.deepEqual(await b.run(resources), []);
    } finally {
      server.close();
    }
  });

  browserOf("removed passages fold in place, one comes back or all", async (b) => {
    await b.open(fileUrl(samples));
    await openArticle(b, "riverside-herald");
    const count = (keep) =>
      b.run((k) => document.querySelectorAll(`[data-keep="${k}"]`).length, keep);
    const [kept, removed] = [await count("true"), await count("false")];
    assert.ok(removed > 1);
    assert.equal(await (await b.find(".fold-body")).isDisplayed(), false);
    await b.click(".fold-toggle");
    assert.equal(await (await b.find(".fold-body")).isDisplayed(), true);
    assert.match(await (await b.find(".removed .verdict")).getText(), /\w/);
    await b.click(".fold-body .removed .link");
    await b.until((n) => document.querySelectorAll('[data-keep="true"]').length === n, kept + 1);
    await b.press("Bring all back");
    await b.until(() => document.querySelectorAll('[data-keep="false"]').length === 0);
    assert.equal(await count("true"), kept + removed);
    await b.press("Remove them again");
    await b.until((n) => document.querySelectorAll('[data-keep="false"]').length === n, removed);
  });

  browserOf("an article says where its headline and date come from", async (b) => {
    await b.open(fileUrl(samples));
    await openArticle(b, "riverside-herald");
    await b.click(".sources summary");
    const headline = await (await b.find("[data-source=headline]")).getText();
    assert.match(headline, /Witkoff leaves Moscow.*from the page’s hidden data .*\(JSON-LD\)/s);
    const language = await (await b.find("[data-source=language]")).getText();
    assert.match(language, /English.*<html lang>/s);
    await openArticle(b, "meridian-post");
    await b.click(".sources summary");
    const text = await (await b.find("[data-source=headline]")).getText();
    assert.match(text, /from the text itself/);
  });

  browserOf("the legend switches a kind off and on", async (b) => {
    await b.open(fileUrl(samples));
    await openArticle(b, "northgate-wire");
    const painted = () => {
      const { backgroundColor, textDecorationLine, borderBottomStyle } = getComputedStyle(
        document.querySelector('mark[data-label="PERSON"]'),
      );
      return [backgroundColor, textDecorationLine, borderBottomStyle].join();
    };
    const people = await b.run(() => document.querySelectorAll('mark[data-label="PERSON"]').length);
    const legend = '.kind[data-label="PERSON"]';
    assert.equal(await (await b.find(`${legend} .count`)).getText(), String(people));
    const before = await b.run(painted);
    await b.click(legend);
    await b.until(
      () => document.querySelector('.kind[data-label="PERSON"]').ariaPressed === "false",
    );
    assert.notEqual(await b.run(painted), before);
    await b.click(legend);
    await b.until(
      () => document.querySelector('.kind[data-label="PERSON"]').ariaPressed === "true",
    );
    assert.equal(await b.run(painted), before);
  });

  browserOf("a name in the panel leads from mention to mention", async (b) => {
    await b.open(fileUrl(samples));
    await openArticle(b, "northgate-wire");
    const current = () => document.querySelector("mark[data-current]")?.dataset.entity;
    const name = await b.run(() => {
      const counts = [...document.querySelectorAll(".name[data-name]")];
      return counts.find((row) => Number.parseInt(row.querySelector(".count").textContent, 10) > 1)
        ?.dataset.name;
    });
    assert.ok(name, "no name is mentioned twice");
    await b.click(`[data-name="${name}"]`);
    const first = await b.until(current);
    await b.click(`[data-name="${name}"]`);
    await b.until((old) => {
      const now = document.querySelector("mark[data-current]")?.dataset.entity;
      return now && now !== old;
    }, first);
    const clusters = await b.run(() => [
      document.querySelector("mark[data-current]").dataset.cluster,
      document.querySelector("[data-card]") !== null,
    ]);
    assert.deepEqual(clusters, [name, true]);
  });
}
