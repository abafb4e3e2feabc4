// The reader's own names: added, changed, refused, imported, exported, kept.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Key } from "selenium-webdriver";
import { fileUrl, samples } from "./lib.mjs";

const CSV = `name,pattern,label,aliases
Maria Olsen,,ORG,M. Olsen
"Olsen, Inc.",,CITY,
,quay (,LAW,
,\\bf[a-z]+y\\b,PRODUCT,
`;

const TEXT = `The ferry sails again

Maria Olsen said on Monday that the ferry to Newcastle would sail again in May, and that the quay was ready.

Later M. Olsen praised the engineers of Bergen, who had worked through the winter without a pause.`;

function drop(files) {
  const data = new DataTransfer();
  for (const [name, text] of files) data.items.add(new File([text], name));
  document.body.dispatchEvent(
    new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data }),
  );
}

/** Whether words of the open article are highlighted as a kind. */
const marked = (words, label) =>
  [...document.querySelectorAll("[data-article] mark")].some(
    (mark) => mark.textContent === words && mark.dataset.label === label,
  );

const entries = () =>
  [...document.querySelectorAll("[data-own]")].map((one) =>
    [one.dataset.label, one.querySelector(".own-entry > :first-child").textContent].join(" "),
  );

const closed = () => document.querySelector("dialog[open]") === null;

async function openFerry(b) {
  await b.open(fileUrl(samples));
  await b.run(drop, [["ferry.txt", TEXT]]);
  await b.until(() => document.querySelector('[data-article="ferry"] mark'));
}

async function fill(b, text) {
  const field = await b.appears("dialog[open] #own-text");
  await field.clear();
  await field.sendKeys(text);
}

async function choose(b, label) {
  await b.click(`#own-label option[value="${label}"]`);
}

/** An empty list for the tests that follow. */
async function clear(b) {
  await b.press("Remove all");
  await b.until(() => document.querySelector("[data-own]") === null);
  await b.keys(Key.ESCAPE);
  await b.until(closed);
}

export function own(browserOf) {
  browserOf("a name is added by keyboard, marks the article and is kept", async (b) => {
    await openFerry(b);
    await b.keys("y");
    await fill(b, "Newcastle");
    await choose(b, "FAC");
    await (await b.find("#own-text")).sendKeys(Key.ENTER);
    await b.until(marked, "Newcastle", "FAC");
    assert.deepEqual(await b.run(entries), ["FAC Newcastle"]);
    await b.keys(Key.ESCAPE);
    await b.until(closed);
    await b.open(fileUrl(samples));
    await b.click('[data-item="ferry"] .item-open');
    await b.until(marked, "Newcastle", "FAC");
    await b.keys("y");
    await b.press("Edit");
    await choose(b, "PRODUCT");
    await b.press("Change it");
    await b.until(marked, "Newcastle", "PRODUCT");
    await b.press("Undo");
    await b.until(marked, "Newcastle", "FAC");
    await clear(b);
    await b.until(() => document.querySelector("mark[data-label=FAC]") === null);
  });

  browserOf("a bad pattern is refused with its place, a good one marks", async (b) => {
    await openFerry(b);
    await b.click(".own-open");
    await b.click(".own-what label:nth-of-type(2)");
    await fill(b, "ab(c");
    await choose(b, "LAW");
    await b.press("Add to the list");
    const problem = await b.appears("#own-problem");
    assert.equal(await problem.getText(), "At character 3 of the pattern: unclosed group.");
    assert.equal(await b.run(() => document.activeElement.selectionStart), 2);
    await fill(b, "the (q\\w+) was");
    await b.press("Add to the list");
    await b.until(marked, "quay", "LAW");
    await clear(b);
  });

  browserOf("a list is imported, its mistakes are told by line, and exported again", async (b) => {
    const scratch = mkdtempSync(join(tmpdir(), "copydesk-own-"));
    try {
      await openFerry(b);
      await b.keys("?");
      await b.click("dialog[open] .hint .link:last-child");
      const path = join(scratch, "list.csv");
      writeFileSync(path, CSV);
      await (await b.appears("#own-picker")).sendKeys(path);
      await b.until(() => document.querySelectorAll("[data-own]").length === 2);
      const told = await (await b.find(".own-message")).getText();
      assert.match(told, /2 entries added, 2 mistakes left out/);
      assert.match(told, /list\.csv: Line 3, column 16: “CITY” is no label/);
      assert.match(told, /list\.csv: Line 4, column 2: At character 6 of the pattern/);
      await b.until(marked, "Maria Olsen", "ORG");
      await b.until(marked, "ferry", "PRODUCT");
      const same = () => {
        const at = (words) =>
          [...document.querySelectorAll("[data-article] mark")].find((m) => m.textContent === words)
            ?.dataset.cluster;
        return at("Maria Olsen") === at("M. Olsen");
      };
      assert.ok(await b.run(same), "another spelling is the same one");
      const file = await b.driver.executeAsyncScript((done) => {
        const make = URL.createObjectURL;
        URL.createObjectURL = (blob) => {
          URL.createObjectURL = make;
          blob.text().then(done);
          return make(blob);
        };
        [...document.querySelectorAll("dialog[open] button")]
          .find((one) => one.textContent === "Export JSON")
          .click();
      });
      assert.deepEqual(JSON.parse(file).names, [
        { name: "Maria Olsen", label: "ORG", aliases: ["M. Olsen"] },
        { pattern: "\\bf[a-z]+y\\b", label: "PRODUCT" },
      ]);
      await b.press("Remove all");
      await b.until(() => document.querySelector("[data-own]") === null);
      await b.run(drop, [["again.json", file]]);
      await b.until(() => document.querySelectorAll("[data-own]").length === 2);
      await clear(b);
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  });

  browserOf("a highlight’s card puts its name into the list", async (b) => {
    await openFerry(b);
    await b.until(() => {
      const all = [...document.querySelectorAll("[data-article] mark")];
      const mark = all.find((one) => one.textContent === "Bergen");
      mark?.click();
      return mark;
    });
    await b.press("Add to your names");
    assert.equal(await (await b.appears("dialog[open] #own-text")).getAttribute("value"), "Bergen");
    await choose(b, "EVENT");
    await b.press("Add to the list");
    await b.until(marked, "Bergen", "EVENT");
    await clear(b);
  });
}
