// What only Chromium's own log can show: that no request leaves the page and that its policy was
// never hit. And a window as narrow as a telephone, which only Chromium gives without a head.

import assert from "node:assert/strict";
import { fileUrl, noReal, real, samples } from "./lib.mjs";

/** What was asked for since the last call. */
async function requests(browser) {
  const entries = await browser.driver.manage().logs().get("performance");
  return entries
    .map((entry) => JSON.parse(entry.message).message)
    .filter(({ method }) => method === "Network.requestWillBeSent")
    .map(({ params }) => params.request.url);
}

async function complaints(browser) {
  const entries = await browser.driver.manage().logs().get("browser");
  return entries.filter(({ level }) => level.name === "SEVERE").map(({ message }) => message);
}

export function isolation(browserOf) {
  for (const [what, folder, skip] of [
    ["the samples", samples, false],
    ["real articles", real, noReal],
  ]) {
    browserOf(
      `reading ${what} asks for nothing and hits no rule of the policy`,
      { skip },
      async (b) => {
        const page = fileUrl(folder);
        await b.driver.get("about:blank");
        await requests(b);
        await complaints(b);
        await b.open(page);
        for (const item of await b.findAll("[data-item] .item-open")) await item.click();
        await b.press("Add");
        await b.appears("#paste-field");
        const asked = await requests(b);
        assert.deepEqual(
          asked.filter((url) => !/^(data|blob):/.test(url)),
          [page],
        );
        assert.deepEqual(await complaints(b), []);
      },
    );
  }

  browserOf("the policy stops what a script would send", async (b) => {
    await b.open(fileUrl(samples));
    const stopped = await b.driver.executeAsyncScript((done) => {
      const hits = [];
      document.addEventListener("securitypolicyviolation", (event) => {
        hits.push(event.effectiveDirective);
        if (hits.length === 2) done(hits.sort());
      });
      fetch("http://127.0.0.1:9/").catch(() => {});
      new Image().src = "http://127.0.0.1:9/image";
    });
    assert.deepEqual(stopped, ["connect-src", "img-src"]);
    await complaints(b);
  });

  browserOf("at 320 pixels nothing runs over the side", async (b) => {
    const size = { width: 320, height: 640, deviceScaleFactor: 1, mobile: true };
    await b.driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", size);
    try {
      await b.open(fileUrl(samples));
      const over = () =>
        document.documentElement.scrollWidth - document.documentElement.clientWidth;
      assert.equal(await b.run(() => window.innerWidth), 320);
      for (const id of ["riverside-herald", "northgate-wire"]) {
        await b.click('[data-drawer="list"]');
        await b.click(`[data-item="${id}"] .item-open`);
        await b.appears(`[data-article="${id}"]`);
        assert.equal(await b.run(over), 0);
        await b.click('[data-drawer="names"]');
        assert.equal(await (await b.find(".legend")).isDisplayed(), true);
        assert.equal(await b.run(over), 0);
        await b.click('[data-drawer="names"]');
      }
    } finally {
      await b.driver.sendDevToolsCommand("Emulation.clearDeviceMetricsOverride", {});
    }
  });
}
