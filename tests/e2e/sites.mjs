// What the reader decides of passages, and what is remembered of it for an article's site.

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { fileUrl, samples } from "./lib.mjs";

/** Two articles of one site that end with the same line but for its number. */
const page = (title, gave, story) => `<html lang="en"><head><title>${title}</title>
<meta property="og:site_name" content="Fjord Times"></head><body>
<h1>${title}</h1><ul class="share-buttons"><li><a href="#">Share this page</a></li></ul>
<p>${story} The mayor, Maria Olsen, told a meeting of fishermen on Monday that the town would pay.</p>
<p>Storms broke the wall in three places last winter. Since then boats have been kept in the river,
two miles away, and the fish market has lost a third of its trade.</p>
<p>Our editor Sven Dahl thanks the ${gave} readers who keep this newspaper alive, and asks for more.</p>
</body></html>`;
const FIRST = page("Harbour wall to be rebuilt by spring", 1204, "The wall will be rebuilt.");
const SECOND = page("Fish market moves for the winter", 977, "The market will move inland.");
// Others, since what was decided in an article goes before the rules for its site.
const THIRD = page("School bell rings again", 14, "The bell was silent.");
const FOURTH = page("A lighthouse for sale", 15, "The lamp is out.");

function drop(files) {
  const data = new DataTransfer();
  for (const [name, text] of files) data.items.add(new File([text], name));
  document.body.dispatchEvent(
    new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data }),
  );
}

/** What became of the passage that begins so in the open article. */
function fate(id, begins) {
  const blocks = [...document.querySelectorAll(`[data-article="${id}"] [data-block]`)];
  const block = blocks.find((one) => one.textContent.trim().startsWith(begins));
  if (!block) return null;
  const named = [...document.querySelectorAll("#names .name-text")].map((n) => n.textContent);
  return { keep: block.dataset.keep, dahl: named.includes("Sven Dahl") };
}

const REMOVED = { keep: "false", dahl: false };
const KEPT = { keep: "true", dahl: true };

async function becomes(b, id, begins, wanted) {
  await b.until(
    (source, it, text, want) => {
      const now = new Function(`return ${source}`)()(it, text);
      return now?.keep === want.keep && now.dahl === want.dahl;
    },
    String(fate),
    id,
    begins,
    wanted,
  );
}

async function openArticle(b, id) {
  await b.click(`[data-item="${id}"] .item-open`);
  await b.appears(`[data-article="${id}"]`);
}

/** Clicks the button with these words that belongs to a passage. */
async function judge(b, begins, words) {
  const button = await b.run(
    (text, label) => {
      const blocks = [...document.querySelectorAll("[data-article] [data-block]")];
      const block = blocks.find((one) => one.textContent.trim().startsWith(text));
      const verdict = block.querySelector(".verdict") ?? block.nextElementSibling;
      const found = [...verdict.querySelectorAll("button")];
      const one = found.find((it) => it.textContent.startsWith(label));
      one?.scrollIntoView({ block: "center" });
      return one;
    },
    begins,
    words,
  );
  assert.ok(button, `no “${words}” at “${begins}”`);
  await button.click();
}

const toast = async (b) => (await b.appears(".toast")).getText();

export function sites(browserOf) {
  browserOf("a line removed in one article of a site is removed in the next", async (b) => {
    await b.open(fileUrl(samples));
    await b.run(drop, [
      ["first.html", FIRST],
      ["second.html", SECOND],
    ]);
    await b.until(() => document.querySelector('[data-item="second"][data-state="read"]'));
    await openArticle(b, "first");
    await becomes(b, "first", "Our editor", KEPT);
    await b.click(".grounds > .link");
    await judge(b, "Our editor", "Remove");
    await becomes(b, "first", "Our editor", REMOVED);
    await b.until(() => document.querySelector(".toast")?.textContent.includes("Fjord Times"));

    await openArticle(b, "second");
    await becomes(b, "second", "Our editor", REMOVED);
    const words = await b.run(() => document.querySelector("[data-article]").textContent);
    assert.match(words, /You removed this on Fjord Times/);
    assert.match(words, /1 passage removed — your choice/);
    await openArticle(b, "riverside-herald");
    await openArticle(b, "second");

    await b.open(fileUrl(samples));
    await openArticle(b, "second");
    await becomes(b, "second", "Our editor", REMOVED);
    await b.click(".grounds > .link");
    await judge(b, "Our editor", "Bring back");
    await becomes(b, "second", "Our editor", KEPT);
    assert.match(await toast(b), /In this article alone/);
    await openArticle(b, "first");
    await becomes(b, "first", "Our editor", REMOVED);
    await judge(b, "Our editor", "Forget for Fjord Times");
    await becomes(b, "first", "Our editor", REMOVED);
    await judge(b, "Our editor", "Bring back");
    await becomes(b, "first", "Our editor", KEPT);
    for (const id of ["first", "second"]) await b.click(`[data-item="${id}"] .item-remove`);
  });

  browserOf("what is remembered for sites is listed, forgotten and had back", async (b) => {
    await b.open(fileUrl(samples));
    await b.run(drop, [
      ["third.html", THIRD],
      ["fourth.html", FOURTH],
    ]);
    await b.until(() => document.querySelector('[data-item="fourth"][data-state="read"]'));
    await openArticle(b, "third");
    // The key removes the passage under the pointer.
    const line = await b.run(() => document.querySelector("[data-article] > p:last-of-type"));
    await b.driver.actions().move({ origin: line }).perform();
    await b.keys("x");
    await becomes(b, "third", "Our editor", REMOVED);
    await b.click(".fold-toggle");
    await b.click(".fold-body:not([hidden]) .verdict .link");
    await b.until(() => document.querySelector("[data-restored]"));
    await openArticle(b, "fourth");
    await becomes(b, "fourth", "Our editor", REMOVED);
    assert.equal((await b.findAll("[data-restored]")).length, 1);
    await b.press("Remembered for sites (2)");
    await b.appears("[data-rule]");
    await b.click('[data-rule="remove"] .link');
    await b.until(() => document.querySelectorAll("[data-rule]").length === 1);
    await b.press("Undo");
    await b.until(() => document.querySelectorAll("[data-rule]").length === 2);
    await b.press("Forget all 2");
    await b.until(() => document.querySelectorAll("[data-rule]").length === 0);
    await b.keys(Key.ESCAPE);
    await becomes(b, "fourth", "Our editor", KEPT);
    assert.equal((await b.findAll("[data-restored]")).length, 0);
    for (const id of ["third", "fourth"]) await b.click(`[data-item="${id}"] .item-remove`);
  });
}
