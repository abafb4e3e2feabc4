// The package in browsers: as it is and bundled, in a page's module and in workers.

import assert from "node:assert/strict";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { serve } from "../../scripts/lib/serve.mjs";
import { start } from "../e2e/lib.mjs";
import { install } from "./install.mjs";

const TEXT = "😀 Ana Lopez, the mayor of Lisbon, said on Friday that the bridge would reopen.\n";
const READ = `(desk) => JSON.stringify(desk.annotate(${JSON.stringify(TEXT)}, {
  names: desk.names([{ name: "bridge", label: "FAC" }]),
  published: "2025-03-14",
}))`;

/** How each page comes to what it shows: its script, or a worker that it listens to. */
const PAGES = {
  "a module, not bundled": `<script type="importmap">
    { "imports": { "copydesk": "./node_modules/copydesk/index.js" } }
    </script><script type="module" src="app.js"></script>`,
  "a module, bundled": '<script type="module" src="bundled/app.js"></script>',
  "a module worker, bundled": worker('"bundled/worker.js", { type: "module" }'),
  "a classic worker, bundled with the engine's address": worker('"bundled/classic.js"'),
};

function worker(how) {
  return `<script>
    const show = (shown) => { document.title = shown; };
    const worker = new Worker(${how});
    worker.onmessage = ({ data }) => show(data);
    worker.onerror = ({ message }) => show("failed: " + message);
  </script>`;
}

let installed;
let server;
let expected;

async function bundle(name, options) {
  await build({
    entryPoints: [join(installed.folder, name)],
    outdir: join(installed.folder, "bundled"),
    bundle: true,
    minify: true,
    format: "esm",
    logLevel: "error",
    ...options,
  });
}

before(async () => {
  installed = install();
  const engine = join(installed.folder, "node_modules", "copydesk", "copydesk.wasm");
  const from = 'import { load } from "copydesk";\n';
  installed.write("app.js", `${from}document.title = (${READ})(await load());`);
  installed.write("worker.js", `${from}load().then((desk) => postMessage((${READ})(desk)));`);
  installed.write(
    "classic.js",
    `${from}import wasm from "copydesk/copydesk.wasm";
    load(wasm).then((desk) => postMessage((${READ})(desk)));`,
  );
  await bundle("app.js");
  await bundle("worker.js");
  // The engine's address has nothing to do with where the script is: `import.meta` is not asked.
  const classic = {
    format: "iife",
    loader: { ".wasm": "file" },
    logOverride: { "empty-import-meta": "silent" },
  };
  await bundle("classic.js", classic);
  copyFileSync(engine, join(installed.folder, "bundled", "copydesk.wasm"));
  for (const [index, body] of Object.values(PAGES).entries()) {
    installed.write(`page${index}.html`, `<!doctype html><meta charset="utf-8">${body}`);
  }
  server = await serve(installed.folder);
  const node = installed.write("node.js", `${from}export default (${READ})(await load());`);
  ({ default: expected } = await import(pathToFileURL(node)));
});
after(() => {
  server.close();
  installed.remove();
});

for (const name of ["chromium", "firefox", "webkit"]) {
  describe(name, () => {
    let browser;
    before(async () => {
      browser = await start(name);
    });
    after(() => browser.quit());
    for (const [index, how] of Object.keys(PAGES).entries()) {
      test(how, async () => {
        await browser.driver.get(`${server.url}page${index}.html`);
        assert.equal(await browser.until(() => document.title), expected);
      });
    }
  });
}
