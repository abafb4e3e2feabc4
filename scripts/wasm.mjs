// The core as WebAssembly: cargo, then wasm-bindgen for a classic script, then wasm-opt.
// Leaves build/wasm/copydesk.js with its types, copydesk_bg.wasm and the latter packed, with .gz.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, wasmOut } from "./lib/paths.mjs";
import { entry, isMain, run, say } from "./lib/say.mjs";

// What rustc emits for wasm32 by default and by .cargo/config.toml, which wasm-opt must be told.
const FEATURES = [
  "bulk-memory",
  "bulk-memory-opt",
  "multivalue",
  "mutable-globals",
  "nontrapping-float-to-int",
  "reference-types",
  "sign-ext",
  "simd",
];

// Functions that are called once stay apart: what V8 makes of very large ones is a tenth slower.
const APART = ["--one-caller-inline-max-function-size", "0"];

/** Builds the module and gives the paths of its files. */
export async function buildWasm() {
  const wasm = join(wasmOut, "copydesk_bg.wasm");
  const js = join(wasmOut, "copydesk.js");
  const files = { js, types: join(wasmOut, "copydesk.d.ts"), wasm, packed: `${wasm}.gz` };
  const target = ["--target", "wasm32-unknown-unknown"];
  await run("cargo", ["build", "--release", "--lib", ...target], { cwd: root });
  const compiled = join(
    process.env.CARGO_TARGET_DIR || join(root, "target"),
    "wasm32-unknown-unknown/release/copydesk.wasm",
  );
  // cargo knows whether the sources changed; its output says whether the rest must follow.
  const stamp = join(wasmOut, "from");
  const hash = createHash("sha256")
    .update(readFileSync(compiled))
    .update(readFileSync(join(root, "package-lock.json")))
    .update([...FEATURES, ...APART].join())
    .digest("hex");
  const unchanged = [stamp, ...Object.values(files)].every((file) => existsSync(file));
  if (unchanged && readFileSync(stamp, "utf8") === hash) return files;

  rmSync(wasmOut, { recursive: true, force: true });
  mkdirSync(wasmOut, { recursive: true });
  const bindgen = ["--target", "no-modules", "--out-dir", wasmOut, compiled];
  await run("wasm-bindgen", bindgen, { quiet: true });
  const before = statSync(files.wasm).size;
  // npm's wasm-opt and never the system's: an old one writes modules that fail at start.
  const wasmOpt = join(root, "node_modules", "binaryen", "bin", "wasm-opt");
  const features = FEATURES.map((name) => `--enable-${name}`);
  const args = [wasmOpt, "-O3", ...APART, ...features, files.wasm, "-o", files.wasm];
  await run(process.execPath, args, { quiet: true });
  const { default: zopfli } = await import("@gfx/zopfli");
  // Gzip that any reader unpacks, a fourteenth smaller than level 9; takes half a minute, once for
  // each engine. Blocks without limit: weights, lists and code differ in their bytes.
  const effort = { numiterations: 30, blocksplittingmax: 0 };
  const packed = await zopfli.gzipAsync(readFileSync(files.wasm), effort);
  writeFileSync(files.packed, packed);
  writeFileSync(stamp, hash);
  say(
    `wasm: ${before} bytes, ${statSync(files.wasm).size} after wasm-opt, ${packed.length} packed`,
  );
  return files;
}

if (isMain(import.meta.url)) {
  const { setup } = await import("./setup.mjs");
  await entry(async () => {
    await setup("build");
    await buildWasm();
  });
}
