// Articles that the reader brings: by paste, drop and file; what is refused; what is not fetched.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { Key } from "selenium-webdriver";
import { root } from "../../scripts/lib/paths.mjs";
import { serve } from "../../scripts/lib/serve.mjs";
import { fileUrl, samples } from "./lib.mjs";

const PAGE = `<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<h1>Ferry line returns to Bergen</h1>
<p>Maria Olsen, who runs the harbour of Bergen, said on Monday that the ferry to Newcastle would sail again in May.</p>
<p>The line closed in 2008. “People have asked me about it every week,” Olsen said.</p>
<p>Norway has put 40 million kroner into the quay, and the United Kingdom has offered help with the terminal.</p>
<footer>© Fjord Times. All rights reserved. <a href="/privacy">Privacy policy</a></footer>`;

const TEXT = PAGE.replace(/<nav>.*<\/nav>|<footer>.*<\/footer>/g, "")
  .replace(/<[^>]+>/g, "\n")
  .trim();

/** Sends the page a paste as browsers do; scripts cannot fill a real one. */
function paste(kinds) {
  const data = new DataTransfer();
  for (const [kind, text] of Object.entries(kinds)) data.setData(kind, text);
  const event = new Event("paste", { bubbles: true, cancelable: true });
  Object.defineProperty(event, "clipboardData", { value: data });
  document.body.dispatchEvent(event);
}

function drop(files) {
  const data = new DataTransfer();
  for (const [name, text] of files) data.items.add(new File([text], name));
  document.body.dispatchEvent(
    new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data }),
  );
}

/** The state of each article that was added, by id. */
function states() {
  const items = [...document.querySelectorAll("[data-item]")];
  return Object.fromEntries(items.map((item) => [item.dataset.item, item.dataset.state]));
}

const opened = (part) => document.querySelector("[data-article]")?.textContent.includes(part);
const labels = () =>
  Object.fromEntries(
    [...document.querySelectorAll("[data-article] mark")].map((m) => [
      m.textContent,
      m.dataset.label,
    ]),
  );

function checkFerry(found) {
  assert.equal(found["Maria Olsen"], "PERSON");
  assert.equal(found.Bergen, "GPE");
  assert.equal(found.Norway, "GPE");
}

export function input(browserOf) {
  browserOf("a pasted page is read by its markup", async (b) => {
    await b.open(fileUrl(samples));
    await b.run(paste, { "text/html": PAGE, "text/plain": TEXT });
    await b.until(opened, "Ferry line returns");
    checkFerry(await b.run(labels));
    assert.equal(
      await (await b.find('[data-article] [data-role="headline"]')).getText(),
      "Ferry line returns to Bergen",
    );
  });

  browserOf("pasted text is read as text", async (b) => {
    await b.open(fileUrl(samples));
    await b.run(paste, { "text/plain": TEXT.replace("Ferry line", "Night ferry") });
    await b.until(opened, "Night ferry returns");
    checkFerry(await b.run(labels));
  });

  browserOf("a page copied in the browser and pasted with the keyboard", async (b) => {
    await b.driver.get(pathToFileURL(join(root, "www", "articles", "riverside-herald.html")).href);
    const hold = (key) =>
      b.driver.actions().keyDown(Key.CONTROL).sendKeys(key).keyUp(Key.CONTROL).perform();
    await hold("a");
    await hold("c");
    await b.open(fileUrl(samples));
    await (await b.find("body")).click();
    await hold("v");
    const id = await b.until(() => {
      const added = document.querySelector("[data-article]")?.dataset.article ?? "";
      return added.startsWith("pasted-") && added;
    });
    assert.equal(
      await b.run(() => document.querySelector("[data-role=headline]").textContent),
      "Witkoff leaves Moscow with a message for Trump",
    );
    const removed = await b.run(() => document.querySelectorAll("[data-keep=false]").length);
    assert.ok(removed > 0, `${id}: the page's own furniture is kept`);
  });

  browserOf("the paste field of the dialog takes typed text", async (b) => {
    await b.open(fileUrl(samples));
    await b.press("Add");
    const field = await b.appears("#paste-field");
    await field.sendKeys("Typed note\n\nMaria Olsen went back to Bergen in Norway on Monday.");
    await b.press("Read it");
    await b.until(opened, "Typed note");
    checkFerry(await b.run(labels));
  });

  browserOf("files and folders that are dropped; what is no article is named", async (b) => {
    await b.open(fileUrl(samples));
    const files = [
      ["dropped-one.html", PAGE],
      ["dropped-two.txt", TEXT],
      ["photo.jpg", "not a photo"],
      ["nothing.txt", ""],
    ];
    await b.run(drop, files);
    await b.until(() => document.querySelector('[data-item="dropped-two"][data-state="read"]'));
    const found = await b.run(states);
    assert.equal(found["dropped-one"], "read");
    assert.ok(!("photo" in found) && !("nothing" in found));
    const message = await (await b.appears(".toast")).getText();
    assert.match(message, /photo\.jpg/);
    assert.match(message, /nothing\.txt/);
  });

  browserOf("the file picker takes .txt, .html and .gz", async (b) => {
    const scratch = mkdtempSync(join(tmpdir(), "copydesk-e2e-"));
    try {
      const paths = ["picked-a.txt", "picked-b.html.gz"].map((name) => join(scratch, name));
      writeFileSync(paths[0], `${TEXT}\n\nPicked first.`);
      writeFileSync(paths[1], gzipSync(PAGE.replace("Ferry", "Mail ferry")));
      await b.open(fileUrl(samples));
      await b.press("Add");
      await (await b.appears("#file-picker")).sendKeys(paths.join("\n"));
      await b.until(() => document.querySelector('[data-item="picked-b"][data-state="read"]'));
      assert.equal((await b.run(states))["picked-a"], "read");
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  });

  browserOf("an article that would fetch something fetches nothing", async (b) => {
    const spy = await serve(samples);
    try {
      const at = (name) => `${spy.url}${name}`;
      const hostile = `${PAGE.replace("Ferry", "Spy ferry")}
<img src="${at("img")}"><script src="${at("script")}"></script><script>fetch("${at("fetch")}")</script>
<link rel="stylesheet" href="${at("style")}"><iframe src="${at("frame")}"></iframe>
<svg onload="new Image().src='${at("svg")}'"></svg><video src="${at("video")}" autoplay></video>`;
      await b.open(fileUrl(samples));
      await b.run(paste, { "text/html": hostile, "text/plain": TEXT });
      await b.until(opened, "Spy ferry");
      await b.run(drop, [["hostile.html", hostile]]);
      await b.until(() => document.querySelector('[data-item="hostile"][data-state="read"]'));
      const foreign = () =>
        document.querySelectorAll("#app img, #app iframe, #app svg, #app video").length;
      assert.equal(await b.run(foreign), 0);
      assert.deepEqual(spy.asked, []);
    } finally {
      spy.close();
    }
  });

  browserOf("what was added is there after a reload, and can be removed", async (b) => {
    await b.open(fileUrl(samples));
    await b.run(drop, [["kept.txt", TEXT]]);
    await b.until(() => document.querySelector('[data-item="kept"][data-state="read"]'));
    await b.open(fileUrl(samples));
    await b.until(() => document.querySelector('[data-item="kept"][data-state="read"]'));
    await b.click('[data-item="kept"] .item-remove');
    await b.until(() => document.querySelector('[data-item="kept"]') === null);
  });
}
