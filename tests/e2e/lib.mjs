// Browsers for the tests: starting them, the pages they open, and what is kept when a test fails.

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { Builder, By, Capabilities, until } from "selenium-webdriver";
import * as chrome from "selenium-webdriver/chrome.js";
import * as gecko from "selenium-webdriver/firefox.js";
import { chromium, firefox, geckodriver, webkitDriver } from "../../scripts/lib/browsers.mjs";
import { root, site } from "../../scripts/lib/paths.mjs";

export const samples = site;
export const real = join(root, "build", "site-real");
export const noReal = existsSync(real) ? false : "real articles are not on this machine";

const failures = join(root, "tests", "e2e", "failures");

/** The address of a built page opened by double-click. */
export function fileUrl(folder) {
  return pathToFileURL(join(folder, "index.html")).href;
}

function startChromium() {
  const { binary, driver } = chromium();
  const options = new chrome.Options()
    .setChromeBinaryPath(binary)
    .addArguments(
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--window-size=1280,900",
    );
  options.set("goog:loggingPrefs", { performance: "ALL", browser: "ALL" });
  const service = new chrome.ServiceBuilder(driver);
  return new Builder()
    .forBrowser("chrome")
    .setChromeOptions(options)
    .setChromeService(service)
    .build();
}

function startFirefox() {
  const options = new gecko.Options()
    .setBinary(firefox())
    .addArguments("-headless", "--width=1280", "--height=900");
  const service = new gecko.ServiceBuilder(geckodriver());
  return new Builder()
    .forBrowser("firefox")
    .setFirefoxOptions(options)
    .setFirefoxService(service)
    .build();
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function answers(url) {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      return await fetch(url);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`nothing answers at ${url}`);
}

async function startWebkit() {
  const port = await freePort();
  const args = ["-a", webkitDriver(), `--port=${port}`, "--host=127.0.0.1"];
  // A group of its own: xvfb-run leaves its children behind when it is ended alone.
  const display = spawn("xvfb-run", args, { stdio: "ignore", detached: true });
  const url = `http://127.0.0.1:${port}`;
  await answers(`${url}/status`);
  const driver = await new Builder()
    .usingServer(url)
    .withCapabilities(new Capabilities({ browserName: "MiniBrowser" }))
    .build();
  const quit = driver.quit.bind(driver);
  driver.quit = async () => {
    await quit();
    process.kill(-display.pid);
  };
  return driver;
}

const START = { chromium: startChromium, firefox: startFirefox, webkit: startWebkit };

/** A browser for the tests of one file; `await browser.quit()` at their end. */
export async function start(name) {
  const driver = await START[name]();
  if (name === "webkit") await driver.manage().window().setRect({ width: 1280, height: 900 });
  return new Browser(name, driver);
}

/** What tests do with a page. */
export class Browser {
  constructor(name, driver) {
    this.name = name;
    this.driver = driver;
  }

  quit() {
    return this.driver.quit();
  }

  /** Opens a page and waits until its first article is shown. */
  async open(url) {
    await this.driver.get(url);
    await this.until(() => document.documentElement.dataset.ready === "true");
  }

  run(script, ...args) {
    return this.driver.executeScript(script, ...args);
  }

  /** Waits until a function gives something true in the page, and gives that. */
  until(script, ...args) {
    return this.driver.wait(() => this.run(script, ...args), 15_000, `waited for ${script}`);
  }

  find(selector) {
    return this.driver.findElement(By.css(selector));
  }

  findAll(selector) {
    return this.driver.findElements(By.css(selector));
  }

  appears(selector) {
    return this.driver.wait(until.elementLocated(By.css(selector)), 15_000, `no ${selector}`);
  }

  async click(selector) {
    const element = await this.appears(selector);
    await this.run((it) => it.scrollIntoView({ block: "center" }), element);
    await element.click();
  }

  /** Types keys into whatever has the focus. */
  keys(...keys) {
    return this.driver
      .actions()
      .sendKeys(...keys)
      .perform();
  }

  /** Clicks the button whose words begin so. */
  async press(words) {
    const button = await this.driver.wait(
      () =>
        this.run((text) => {
          const seen = [...document.querySelectorAll("button")].filter((b) => b.checkVisibility());
          return seen.find((b) => b.textContent.trim().startsWith(text));
        }, words),
      15_000,
      `no button “${words}”`,
    );
    await this.run((it) => it.scrollIntoView({ block: "center" }), button);
    await button.click();
  }

  async keep(title) {
    mkdirSync(failures, { recursive: true });
    const path = join(failures, `${this.name}-${title.replace(/\W+/g, "-").slice(0, 80)}`);
    writeFileSync(`${path}.png`, await this.driver.takeScreenshot(), "base64");
    writeFileSync(`${path}.html`, await this.driver.getPageSource());
  }
}

/** Declares tests with a browser in hand; the screen and the page are kept when one fails. */
export function tests(browserOf) {
  return (title, options, body) => {
    const [settings, run] = body ? [options, body] : [{}, options];
    test(title, settings, async () => {
      const browser = browserOf();
      try {
        await run(browser);
      } catch (error) {
        await browser.keep(title);
        throw error;
      }
    });
  };
}
