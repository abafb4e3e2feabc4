// The main path in WebKit.

import { after, before, describe } from "node:test";
import { webkitDriver } from "../../scripts/lib/browsers.mjs";
import { start, tests } from "./lib.mjs";
import { reading } from "./reading.mjs";

const skip = webkitDriver() ? false : "WebKit's driver is not on this machine";

describe("webkit", { skip }, () => {
  let browser;
  before(async () => {
    browser = await start("webkit");
  });
  after(() => browser.quit());
  reading(tests(() => browser));
});
