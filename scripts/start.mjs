// npm start [-- FOLDER]: sets up what is missing, builds the page with the articles of FOLDER,
// serves it on the loopback interface, and says where it is.

import { resolve } from "node:path";
import { root, site } from "./lib/paths.mjs";
import { entry, say } from "./lib/say.mjs";
import { serve } from "./lib/serve.mjs";
import { setup } from "./setup.mjs";
import { buildWasm } from "./wasm.mjs";

const FIRST_PORT = 4173;

await entry(async () => {
  await setup("build");
  await buildWasm();
  const { build } = await import("./page/build.mjs");
  await build({ articles: resolve(process.argv[2] ?? `${root}/www/articles`), out: site });
  const server = await serve(site, { port: FIRST_PORT });
  say(`\nOpen ${site}/index.html\n  or ${server.url}\nCtrl+C ends the server.`);
});
