// The page: one HTML file with its script, style, engine and articles inside, so that it runs
// from a file, a server or a sub-path alike and never asks for anything.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root, site, wasmOut } from "../lib/paths.mjs";
import { entry, isMain, Problem, say } from "../lib/say.mjs";
import { articleFiles, pack } from "./articles.mjs";

const www = join(root, "www");
const POLICY = "copydesk";

/** Builds the page with the articles of a folder; gives the path of the file. */
export async function build({ articles = join(www, "articles"), out = site } = {}) {
  const files = articleFiles(articles);
  if (files.length === 0) throw new Problem(`${articles}: no .txt, .html, .htm or .gz of these`);
  const script = await bundleScript();
  const style = await bundleStyle();
  const wasm = readFileSync(join(wasmOut, "copydesk_bg.wasm.gz"));
  const parts = {
    POLICY: policy(script, style),
    STYLE: style,
    WASM: wasm.toString("base64"),
    ARTICLES: pack(files),
    SCRIPT: script,
  };
  const template = readFileSync(join(www, "index.html"), "utf8");
  const html = template.replace(/<!--([A-Z]+)-->/g, (whole, name) => parts[name] ?? whole);
  mkdirSync(out, { recursive: true });
  const path = join(out, "index.html");
  writeFileSync(path, html);
  // GitHub Pages would otherwise run the folder through its site generator.
  writeFileSync(join(out, ".nojekyll"), "");
  const kilobytes = (bytes) => `${Math.round(bytes / 1000)} kB`;
  say(
    `page: ${kilobytes(Buffer.byteLength(html))}, ${kilobytes(gzipSync(html).length)} gzipped ` +
      `(engine ${kilobytes(wasm.length)}), ${files.length} articles`,
  );
  return path;
}

function policy(script, style) {
  const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  return [
    "default-src 'none'",
    `script-src ${hash(script)} 'wasm-unsafe-eval'`,
    `style-src ${hash(style)}`,
    "img-src data: blob:",
    "connect-src 'none'",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${POLICY}`,
  ].join("; ");
}

const common = {
  bundle: true,
  minify: true,
  write: false,
  target: ["chrome110", "firefox115", "safari16.4"],
  logLevel: "silent",
};

/** The worker's whole script: wasm-bindgen's glue and the loop around it. */
async function bundleWorker() {
  const { transform, build: bundle } = await import("esbuild");
  const glue = readFileSync(join(wasmOut, "copydesk.js"), "utf8");
  const small = await transform(glue, { minify: true, target: common.target });
  const loop = await bundle({
    ...common,
    entryPoints: [join(www, "src/engine/worker.ts")],
    format: "iife",
  });
  return `${small.code}\n${loop.outputFiles[0].text}`;
}

async function bundleScript() {
  const worker = await bundleWorker();
  const { build: bundle } = await import("esbuild");
  const inline = {
    name: "worker-as-text",
    setup(build) {
      build.onResolve({ filter: /^copydesk:worker$/ }, () => ({
        path: "worker",
        namespace: "copydesk",
      }));
      build.onLoad({ filter: /.*/, namespace: "copydesk" }, () => ({
        contents: worker,
        loader: "text",
      }));
    },
  };
  const result = await bundle({
    ...common,
    entryPoints: [join(www, "src/main.tsx")],
    format: "iife",
    jsx: "automatic",
    jsxImportSource: "preact",
    plugins: [inline],
  });
  return safeInline(result.outputFiles[0].text, "script");
}

async function bundleStyle() {
  const { build: bundle } = await import("esbuild");
  const result = await bundle({ ...common, entryPoints: [join(www, "styles/page.css")] });
  return safeInline(result.outputFiles[0].text, "style");
}

/** The text as it may stand inside an element: nothing in it may end the element early. */
function safeInline(text, element) {
  const body = text.trim();
  if (new RegExp(`</${element}|<!--`, "i").test(body)) {
    throw new Problem(`the page's ${element} holds "</${element}" or "<!--"`);
  }
  return body;
}

if (isMain(import.meta.url)) {
  const at = process.argv.indexOf("--articles");
  await entry(() => build(at > 0 ? { articles: process.argv[at + 1] } : {}));
}
