// npm run build [-- --articles FOLDER] [--out FOLDER]: the page, in dist/site/ by default, and the
// package, in dist/npm/.

import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { root, site } from "./lib/paths.mjs";
import { entry, say } from "./lib/say.mjs";
import { setup } from "./setup.mjs";
import { buildWasm } from "./wasm.mjs";

await entry(async () => {
  const { values } = parseArgs({
    options: { articles: { type: "string" }, out: { type: "string" } },
  });
  await setup("build");
  await buildWasm();
  // Only now: the page's builder needs the npm packages.
  const { build } = await import("./page/build.mjs");
  const { buildPackage } = await import("./package.mjs");
  await buildPackage();
  const articles = resolve(values.articles ?? `${root}/www/articles`);
  const out = resolve(values.out ?? site);
  await build({ articles, out });
  say(`built ${out}/index.html`);
});
