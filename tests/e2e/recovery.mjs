// What the page survives: a trap in the engine, an engine that says nothing, and bad input.

import assert from "node:assert/strict";
import { fileUrl, samples } from "./lib.mjs";

/** `npm run bench` prints the time on a quiet machine; a busy one may take some times as long. */
const MOST_MS = 2_500;

/** Runs in the page: from now on an article called `trap` makes the engine trap, one called `silence` is swallowed. */
export function spoil() {
  const send = Worker.prototype.postMessage;
  window.sent = [];
  Worker.prototype.postMessage = function (message, ...rest) {
    const id = message.options?.id;
    if (id) window.sent.push([id, performance.now()]);
    if (id === "silence") return;
    // The allocator refuses such a length, and the module traps.
    const bytes = id === "trap" ? { length: 0x7fffffff } : message.bytes;
    send.call(this, id ? { ...message, bytes } : message, ...rest);
  };
  const wait = window.setTimeout;
  window.setTimeout = (run, limit, ...rest) => wait(run, limit === 20_000 ? 300 : limit, ...rest);
}

export function drop(names) {
  const data = new DataTransfer();
  for (const name of names) {
    data.items.add(
      new File([`${name} of Oslo\n\nMaria Olsen of Oslo wrote ${name}.\n`], `${name}.txt`),
    );
  }
  const options = { bubbles: true, cancelable: true, dataTransfer: data };
  document.body.dispatchEvent(new DragEvent("drop", options));
}

/** Runs in the page: milliseconds from handing over one article to handing over another. */
export function between(first, second) {
  const at = (name) => window.sent.find(([sent]) => sent === name)[1];
  return at(second) - at(first);
}

const state = (id) => document.querySelector(`[data-item="${id}"]`)?.dataset.state;

export function recovery(browserOf) {
  for (const id of ["trap", "silence"]) {
    browserOf(`a ${id} ends one article alone, and the next is read at once`, async (b) => {
      await b.open(fileUrl(samples));
      await b.run(spoil);
      await b.run(drop, ["before", id, "unharmed"]);
      await b.until(
        (it) => document.querySelector(`[data-item="${it}"]`)?.dataset.state === "failed",
        id,
      );
      await b.until(
        () => document.querySelector('[data-item="unharmed"]')?.dataset.state === "read",
      );
      assert.equal(await b.run(state, "before"), "read");
      const took = await b.run(between, id, "unharmed");
      const most = MOST_MS + (id === "silence" ? 300 : 0);
      assert.ok(took > 0 && took < most, `a new engine took ${Math.round(took)} ms`);
      await b.click(`[data-item="${id}"] .item-open`);
      const error = await (await b.appears(`[data-failed="${id}"]`)).getText();
      assert.match(error, /could not be read/);
      for (const name of ["before", id, "unharmed"]) {
        await b.click(`[data-item="${name}"] .item-remove`);
      }
    });
  }

  browserOf("odd files are read with a warning or refused with a reason", async (b) => {
    await b.open(fileUrl(samples));
    await b.run(() => {
      const data = new DataTransfer();
      const add = (name, ...parts) => data.items.add(new File(parts, name));
      add("deep.html", "<div>".repeat(100_000), "Maria Olsen of Oslo", "</div>".repeat(100_000));
      add("line.txt", "Maria Olsen of Oslo spoke. ".repeat(10_000));
      add("cut.txt", "Maria Olsen of Troms", new Uint8Array([0xc3]));
      add("zeros.txt", new Uint8Array(1000));
      const options = { bubbles: true, cancelable: true, dataTransfer: data };
      document.body.dispatchEvent(new DragEvent("drop", options));
    });
    for (const id of ["deep", "line", "cut"]) {
      await b.until(
        (it) => document.querySelector(`[data-item="${it}"]`)?.dataset.state === "read",
        id,
      );
    }
    assert.match(await (await b.appears(".toast")).getText(), /zeros\.txt/);
    await b.click('[data-item="cut"] .item-open');
    await b.appears('[data-article="cut"] .warnings');
    for (const name of ["deep", "line", "cut"]) await b.click(`[data-item="${name}"] .item-remove`);
  });
}
