// Everything the page does, in Firefox.

import { after, before, describe } from "node:test";
import { access } from "./access.mjs";
import { input } from "./input.mjs";
import { start, tests } from "./lib.mjs";
import { own } from "./own.mjs";
import { reading } from "./reading.mjs";
import { recovery } from "./recovery.mjs";
import { sites } from "./sites.mjs";

describe("firefox", () => {
  let browser;
  before(async () => {
    browser = await start("firefox");
  });
  after(() => browser.quit());
  const browserOf = tests(() => browser);
  reading(browserOf);
  input(browserOf);
  own(browserOf);
  sites(browserOf);
  access(browserOf);
  recovery(browserOf);
});
