// The package for npm, in dist/npm: the engine as it is in the page, a thin layer of TypeScript
// over it, types written from the core, licences.

import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { crateLicences } from "./lib/licences.mjs";
import { npm, root } from "./lib/paths.mjs";
import { entry, isMain, run, say } from "./lib/say.mjs";
import { COPYDESK } from "./lib/versions.mjs";
import { buildWasm } from "./wasm.mjs";

const source = join(root, "package");
const compiled = join(root, "build", "package");
const WASM = "copydesk.wasm";
const CRATES = "CRATES.md";

const CODE = ["index.js", "node.js", "desk.js", "glue.js"];
const TYPES = ["index.d.ts", "desk.d.ts", "document.d.ts"];
/** What goes along, and under which name. */
const TEXTS = [
  ["package/README.md", "README.md"],
  ["LICENSE-MIT", "LICENSE-MIT"],
  ["LICENSE-APACHE", "LICENSE-APACHE"],
  ["model/README.md", "MODEL.md"],
  ["data/README.md", "DATA.md"],
];

/** Builds the package and gives its folder. */
export async function buildPackage() {
  const engine = await buildWasm();
  for (const folder of [compiled, npm]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  writeFileSync(join(compiled, "glue.js"), glue(readFileSync(engine.js, "utf8")));
  writeFileSync(join(compiled, "glue.d.ts"), glueTypes(readFileSync(engine.types, "utf8")));
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  await run(process.execPath, [tsc, "--project", source], { cwd: root });
  const put = (path, name = basename(path)) => copyFileSync(path, join(npm, name));
  for (const name of [...CODE, ...TYPES]) put(join(compiled, name));
  for (const [path, name] of TEXTS) put(join(root, path), name);
  put(engine.wasm, WASM);
  writeFileSync(join(npm, CRATES), crateLicences());
  writeFileSync(join(npm, "package.json"), `${JSON.stringify(manifest(), null, 2)}\n`);
  say(`package: ${npm}, engine ${Math.round(statSync(engine.wasm).size / 1000)} kB`);
  return npm;
}

/**
 * wasm-bindgen's classic script as a function that starts one engine. Each has its own state:
 * nothing of one that trapped, not even what it has yet to free, can reach the next.
 */
function glue(script) {
  return [
    "export default function start(module) {",
    "  // The script would look for its own address here, which it has no use for.",
    "  const document = undefined;",
    script.trimEnd().replace(/^(?=.)/gm, "  "),
    "  wasm_bindgen.initSync({ module });",
    "  return wasm_bindgen;",
    "}",
    "",
  ].join("\n");
}

function glueTypes(types) {
  return [
    types.trimEnd(),
    "export type Engine = typeof wasm_bindgen;",
    "export type EngineNames = wasm_bindgen.OwnNames;",
    "export default function start(module: WebAssembly.Module): Engine;",
    "",
  ].join("\n");
}

function manifest() {
  const { description, license, engines } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  );
  return {
    name: "copydesk",
    version: COPYDESK,
    description,
    keywords: ["news", "ner", "named-entity-recognition", "readability", "wasm"],
    license,
    repository: { type: "git", url: "git+https://github.com/copydesk/copydesk.git" },
    type: "module",
    types: "./index.d.ts",
    exports: {
      ".": { types: "./index.d.ts", node: "./node.js", default: "./index.js" },
      [`./${WASM}`]: `./${WASM}`,
      "./package.json": "./package.json",
    },
    files: [...CODE, ...TYPES, WASM, CRATES, ...TEXTS.map(([, name]) => name)],
    sideEffects: false,
    engines,
  };
}

if (isMain(import.meta.url)) {
  const { setup } = await import("./setup.mjs");
  await entry(async () => {
    await setup("build");
    await buildPackage();
  });
}
