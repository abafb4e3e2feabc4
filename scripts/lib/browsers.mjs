// Finds the browsers and drivers on this machine. An environment variable, where set, wins.

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { tools } from "./paths.mjs";
import { GECKODRIVER } from "./versions.mjs";

function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return path;
  } catch {
    return null;
  }
}

/** The full path of the first of these programs that PATH has, or null. */
export function onPath(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      const found = executable(join(folder, name)) ?? executable(join(folder, `${name}.exe`));
      if (found) return found;
    }
  }
  return null;
}

function fromEnv(name, file = "") {
  const value = process.env[name];
  return value ? executable(join(value, file)) : null;
}

/** Chromium or Chrome with its driver, or null. */
export function chromium() {
  const binary =
    fromEnv("COPYDESK_CHROMIUM") ??
    onPath("chromium", "google-chrome", "google-chrome-stable") ??
    executable("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
  const driver = fromEnv("CHROMEWEBDRIVER", "chromedriver") ?? onPath("chromedriver");
  return binary && driver ? { binary, driver } : null;
}

/** Firefox, or null. */
export function firefox() {
  return (
    fromEnv("COPYDESK_FIREFOX") ??
    onPath("firefox-esr", "firefox") ??
    executable("/Applications/Firefox.app/Contents/MacOS/firefox")
  );
}

/** Firefox's driver, or null. */
export function geckodriver() {
  return (
    executable(join(tools, `geckodriver-${GECKODRIVER}`, "bin", "geckodriver")) ??
    fromEnv("GECKOWEBDRIVER", "geckodriver") ??
    onPath("geckodriver")
  );
}

/** WebKitGTK's driver with the virtual display that its browser needs, or null. */
export function webkitDriver() {
  const driver = onPath("WebKitWebDriver");
  return driver && onPath("xvfb-run") && onPath("xauth") ? driver : null;
}
