// The page's start: show the list at once, then start the engine and read.

import { render } from "preact";
import { boot } from "./engine/boot.js";
import { gunzip } from "./input/gzip.js";
import { dataBlock, unpack } from "./input/packed.js";
import { attach, begin, failAll } from "./state/articles.js";
import { loadOwnNames } from "./state/own-names.js";
import { setting } from "./state/store.js";
import { tie } from "./state/view.js";
import { idOf } from "./text/format.js";
import { App } from "./ui/app.js";
import { listen } from "./ui/listen.js";

async function start(): Promise<void> {
  // Compiling runs beside everything that follows.
  const booting = boot(gunzip(dataBlock("copydesk-wasm")));
  const ownNames = loadOwnNames();
  const remembered = setting("open");
  const packed = unpack(await gunzip(dataBlock("copydesk-articles")));
  await begin(
    packed.map(({ name, bytes }) => ({ id: idOf(name), bytes })),
    remembered,
  );
  tie();
  const root = document.getElementById("app");
  if (!root) return;
  root.replaceChildren();
  render(<App />, root);
  listen();
  try {
    attach(await booting, await ownNames);
  } catch (error) {
    failAll(`The reader could not start in this browser: ${String(error)}`);
  }
}

void start();
