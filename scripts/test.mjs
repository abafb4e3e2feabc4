// npm test [-- STEP…]: sets up what is missing, then runs every test, browsers included.
// Every step runs, whatever came before; what failed is named at the end.

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { buildNative } from "./lib/core.mjs";
import { root, shared, site } from "./lib/paths.mjs";
import { entry, Problem, run, say } from "./lib/say.mjs";
import { setup } from "./setup.mjs";
import { buildWasm } from "./wasm.mjs";

const STEPS = {
  rust: ["Rust tests, native", () => run("cargo", ["test", "--all-features"], { cwd: root })],
  native: ["the command line, for the steps below", buildNative],
  wasm: ["the WebAssembly module, for the steps below", buildWasm],
  parity: ["native and WebAssembly give the same bytes", () => nodeTests("tests/parity")],
  boundary: ["the WebAssembly boundary in Chromium and Firefox", wasmPackTests],
  package: ["the package, in Node, bundled and in browsers", testPackage],
  unit: ["the page's unit tests", pageUnitTests],
  page: ["the page, with the samples and with real articles", buildPages],
  e2e: ["the page in Chromium, Firefox and WebKit", () => nodeTests("tests/e2e")],
  quality: ["floors of quality", () => nodeTests("tests/quality")],
};

async function nodeTests(folder) {
  const files = readdirSync(join(root, folder)).filter((name) => name.endsWith(".test.mjs"));
  // One file at a time: two browsers at once on two cores would time each other out.
  const flags = ["--test", "--test-concurrency=1", "--test-reporter=spec"];
  await run(process.execPath, [...flags, ...files.map((name) => join(folder, name))], {
    cwd: root,
  });
}

async function wasmPackTests() {
  const { chromium, geckodriver } = await import("./lib/browsers.mjs");
  const common = ["--log-level", "warn", "test", "--mode", "no-install", "--headless"];
  const browsers = [
    ["--chrome", "--chromedriver", chromium().driver],
    ["--firefox", "--geckodriver", geckodriver()],
  ];
  for (const browser of browsers) {
    await run("wasm-pack", [...common, ...browser, "tests/wasm"], { cwd: root });
  }
}

async function testPackage() {
  await buildNative();
  const { buildPackage } = await import("./package.mjs");
  await buildPackage();
  await nodeTests("tests/package");
}

async function pageUnitTests() {
  const { testPage } = await import("./page/test.mjs");
  await testPage();
}

async function buildPages() {
  await buildWasm();
  const { build } = await import("./page/build.mjs");
  await build({ articles: join(root, "www", "articles"), out: site });
  const real = join(shared, "articles");
  if (!existsSync(real)) return say(`skipped: no real articles in ${real}`);
  await build({ articles: real, out: join(root, "build", "site-real") });
}

await entry(async () => {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !(name in STEPS));
  if (unknown)
    throw new Problem(`no test step ${unknown}; there are: ${Object.keys(STEPS).join(" ")}`);
  await setup("test");
  const steps = Object.entries(STEPS).filter(
    ([name]) => wanted.length === 0 || wanted.includes(name),
  );
  const failed = [];
  const times = [];
  for (const [index, [name, [title, step]]] of steps.entries()) {
    say(`\ntest [${index + 1}/${steps.length}] ${name}: ${title}`);
    const from = Date.now();
    try {
      await step();
    } catch (error) {
      process.stderr.write(`${error instanceof Problem ? error.message : error.stack}\n`);
      failed.push(name);
    }
    times.push(`${name} ${((Date.now() - from) / 1000).toFixed(0)} s`);
  }
  say(`\n${times.join(", ")}`);
  if (failed.length) throw new Problem(`failed: ${failed.join(", ")}`);
  say("every test passed");
});
