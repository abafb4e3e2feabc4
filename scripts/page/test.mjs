// Runs the page's unit tests: each `*.test.ts` is bundled on its own and handed to Node's runner.

import { readdirSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "../lib/paths.mjs";
import { entry, isMain, run } from "../lib/say.mjs";

const www = join(root, "www/src");
const out = join(root, "build/page-tests");

/** Rejects when a test fails. */
export async function testPage() {
  const { build } = await import("esbuild");
  const tests = readdirSync(www, { recursive: true })
    .filter((name) => name.endsWith(".test.ts"))
    .sort()
    .map((name) => join(www, name));
  rmSync(out, { recursive: true, force: true });
  await build({
    entryPoints: tests,
    outbase: www,
    outdir: out,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    sourcemap: "inline",
    logLevel: "warning",
  });
  const built = tests.map((path) => join(out, relative(www, path).replace(/\.ts$/, ".mjs")));
  await run(process.execPath, ["--enable-source-maps", "--test", "--test-reporter=spec", ...built]);
}

if (isMain(import.meta.url)) await entry(testPage);
