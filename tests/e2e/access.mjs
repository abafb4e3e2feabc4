// For everyone: no violation that axe-core knows of, in light and dark; the keyboard alone.

import assert from "node:assert/strict";
import axe from "axe-core";
import { Key } from "selenium-webdriver";
import { fileUrl, samples } from "./lib.mjs";

/** The violations on the page as it is now, a line each. */
async function violations(browser) {
  await browser.run(axe.source);
  const found = await browser.driver.executeAsyncScript((done) => {
    window.axe.run(document, { resultTypes: ["violations"] }).then(
      ({ violations }) =>
        done(
          violations.map(({ id, help, nodes }) => [
            id,
            help,
            ...nodes.slice(0, 3).map((n) => n.html.slice(0, 200)),
          ]),
        ),
      (error) => done([["axe failed", String(error)]]),
    );
  });
  return found.map((line) => line.join(" | "));
}

async function theme(browser, name) {
  for (let tries = 0; tries < 3; tries += 1) {
    if ((await browser.run(() => document.documentElement.dataset.theme)) === name) return;
    await browser.click('button[aria-label^="Colours"]');
  }
  assert.equal(await browser.run(() => document.documentElement.dataset.theme), name);
}

const focused = () => document.activeElement?.outerHTML.slice(0, 120);

export function access(browserOf) {
  for (const colours of ["light", "dark"]) {
    browserOf(`axe-core finds nothing in ${colours}`, async (b) => {
      await b.open(fileUrl(samples));
      await theme(b, colours);
      await b.click('[data-item="riverside-herald"] .item-open');
      await b.appears('[data-article="riverside-herald"]');
      assert.deepEqual(await violations(b), []);
      await b.click(".fold-toggle");
      await b.click(".sources summary");
      await b.click("[data-article] mark");
      await b.appears("[data-card]");
      assert.deepEqual(await violations(b), []);
      await b.keys(Key.ESCAPE);
      await b.click(".grounds > .link");
      await b.click(".beside .link");
      await b.until(() => document.querySelector(".toast"));
      assert.deepEqual(await violations(b), []);
      await b.press("Remembered for sites");
      await b.appears("[data-rule]");
      assert.deepEqual(await violations(b), []);
      await b.click("[data-rule] .link");
      await b.keys(Key.ESCAPE);
      await b.until(() => document.querySelector("dialog[open]") === null);
      await b.click(".own-open");
      await (await b.appears("dialog[open] #own-text")).sendKeys("Oslo", Key.ENTER);
      await b.appears("[data-own]");
      await b.click(".own-what label:nth-of-type(2)");
      await (await b.find("#own-text")).sendKeys("(", Key.ENTER);
      await b.appears("#own-problem");
      assert.deepEqual(await violations(b), []);
      await b.press("Remove all");
      await b.until(() => document.querySelector("[data-own]") === null);
      await b.keys(Key.ESCAPE);
      await b.until(() => document.querySelector("dialog[open]") === null);
      await b.press("Bring all back");
      await b.press("Remove them again");
      await b.press("Add");
      await b.appears("#paste-field");
      assert.deepEqual(await violations(b), []);
      await b.keys(Key.ESCAPE);
      await b.until(() => document.querySelector("dialog[open]") === null);
      await b.driver.manage().window().setRect({ width: 500, height: 800 });
      await b.click('[data-drawer="list"]');
      assert.deepEqual(await violations(b), []);
      await b.driver.manage().window().setRect({ width: 1280, height: 900 });
    });
  }

  browserOf("the keyboard alone reads, walks through the names and opens help", async (b) => {
    await b.open(fileUrl(samples));
    const article = () => document.querySelector("[data-article]").dataset.article;
    const first = await b.run(article);
    await b.keys("j");
    await b.until((old) => document.querySelector("[data-article]").dataset.article !== old, first);
    await b.keys("k");
    await b.until((old) => document.querySelector("[data-article]").dataset.article === old, first);
    await b.keys("n");
    const mention = await b.until(() => document.activeElement?.dataset.entity);
    await b.keys("n");
    await b.until(
      (old) => ![undefined, old].includes(document.activeElement?.dataset.entity),
      mention,
    );
    await b.keys("p");
    await b.until((old) => document.activeElement?.dataset.entity === old, mention);
    await b.appears("[data-card]");
    await b.keys(Key.ESCAPE);
    await b.until(() => document.querySelector("[data-card]") === null);
    await b.keys("?");
    await b.appears("dialog[open]");
    await b.keys(Key.ESCAPE);
    await b.until(() => document.querySelector("dialog[open]") === null);
  });

  browserOf("the Tab key reaches the article, the list and the legend", async (b) => {
    await b.open(fileUrl(samples));
    await b.keys(Key.TAB);
    assert.match(await b.run(focused), /skip/);
    await b.keys(Key.ENTER);
    const places = ["item-open", "kind", "name", "mark"];
    const reached = new Set();
    await b.open(fileUrl(samples));
    // Each highlight is a stop: the names at the side come after all of them.
    for (let presses = 0; presses < 150 && reached.size < places.length; presses += 1) {
      await b.keys(Key.TAB);
      const place = await b.run(() => {
        const at = document.activeElement;
        const kind = ["item-open", "kind", "name"].find((name) => at.classList.contains(name));
        return kind ?? (at.matches("mark") ? "mark" : "");
      });
      if (place) reached.add(place);
    }
    for (const place of places) {
      assert.ok(reached.has(place), `Tab never comes to ${place}: ${[...reached]}`);
    }
  });
}
