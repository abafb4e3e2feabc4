// Brings a machine from nothing to what the build (`for: "build"`) or the tests (`for: "test"`)
// need, and does nothing where all is there. Says which step it is at, since some take minutes.
//
// On return this process's PATH and RUSTUP_TOOLCHAIN point at what was set up.
// COPYDESK_STD=debian: asks no server but the package registries.

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { chromium, firefox, geckodriver, onPath, webkitDriver } from "./lib/browsers.mjs";
import { root, tools } from "./lib/paths.mjs";
import { ask, entry, isMain, Problem, run, say } from "./lib/say.mjs";
import { GECKODRIVER, RUST, WASM_BINDGEN, WASM_PACK } from "./lib/versions.mjs";

const WASM = "wasm32-unknown-unknown";

/** Each step: what it is called, whether there is anything to do, and doing it. */
const BUILD_STEPS = [
  ["npm packages", npmMissing, npmInstall],
  ["Rust", () => !rustIsThere(), rustMissing],
  ["Rust's standard library for wasm32", () => !stdIsThere(), installStd],
  [
    "wasm-bindgen",
    () => !toolIsThere("wasm-bindgen-cli", WASM_BINDGEN),
    installTool("wasm-bindgen-cli", WASM_BINDGEN),
  ],
];
const TEST_STEPS = [
  ["wasm-pack", () => !toolIsThere("wasm-pack", WASM_PACK), installTool("wasm-pack", WASM_PACK)],
  ["Chromium and its driver", () => !chromium(), installPackages("chromium", "chromium-driver")],
  ["Firefox and its driver", () => !firefox() || !geckodriver(), installFirefox],
  ["WebKit's driver", webkitMissing, installPackages("webkit2gtk-driver", "xvfb", "xauth")],
];

/** Sets up what is missing for one purpose. */
export async function setup(purpose) {
  const steps = purpose === "test" ? [...BUILD_STEPS, ...TEST_STEPS] : BUILD_STEPS;
  const begun = Date.now();
  let done = 0;
  if (process.env.COPYDESK_STD === "debian") process.env.RUSTUP_TOOLCHAIN = "debian";
  for (const [index, [name, missing, install]] of steps.entries()) {
    if (!missing()) continue;
    say(`set-up [${index + 1}/${steps.length}] ${name}`);
    const from = Date.now();
    await install();
    say(`set-up [${index + 1}/${steps.length}] ${name}: done in ${seconds(from)}`);
    done += 1;
  }
  for (const [name, version] of [
    ["wasm-bindgen-cli", WASM_BINDGEN],
    ["wasm-pack", WASM_PACK],
    ["geckodriver", GECKODRIVER],
  ]) {
    prependPath(join(toolFolder(name, version), "bin"));
  }
  check(purpose);
  const what = done === 0 ? "everything is there" : `${done} of ${steps.length} steps done`;
  say(`set-up: ${what} (${seconds(begun)})`);
}

function seconds(from) {
  return `${((Date.now() - from) / 1000).toFixed(1)} s`;
}

function prependPath(folder) {
  if (!existsSync(folder)) return;
  const parts = (process.env.PATH ?? "").split(delimiter);
  if (parts[0] !== folder)
    process.env.PATH = [folder, ...parts.filter((p) => p !== folder)].join(delimiter);
}

// npm

const npmStamp = join(root, "node_modules", ".copydesk-lock");

function lockHash() {
  return createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
}

function npmMissing() {
  return !existsSync(npmStamp) || readFileSync(npmStamp, "utf8") !== lockHash();
}

async function npmInstall() {
  await run("npm", ["ci", "--no-audit", "--no-fund"], { cwd: root, quiet: true });
  writeFileSync(npmStamp, lockHash());
}

// Rust

function rustIsThere() {
  // In Debian mode the next step brings the compiler itself.
  if (process.env.RUSTUP_TOOLCHAIN === "debian") return true;
  const version = ask("rustc", ["--version"])?.match(/(\d+)\.(\d+)/);
  const [major, minor] = RUST.split(".").map(Number);
  return Boolean(version) && (Number(version[1]) > major || Number(version[2]) >= minor);
}

function rustMissing() {
  const have = ask("rustc", ["--version"]);
  if (have && onPath("rustup")) {
    throw new Problem(
      `${have} is older than ${RUST}, which Cargo.toml asks for; run: rustup update stable`,
    );
  }
  throw new Problem(
    `Rust ${RUST} or newer is missing${have ? ` (found ${have})` : ""}; install it from https://rustup.rs`,
  );
}

function hasStd(sysroot) {
  const folder = join(sysroot, "lib", "rustlib", WASM, "lib");
  return existsSync(folder) && readdirSync(folder).some((name) => /^libstd-.*\.rlib$/.test(name));
}

/** Whether what the Debian recipe leaves is there and of the compiler's version. */
function debianStdIsThere() {
  const stamp = `/usr/lib/rustlib/${WASM}/copydesk-std`;
  return (
    hasStd("/usr") &&
    existsSync(stamp) &&
    readFileSync(stamp, "utf8").trim() === ask("/usr/bin/rustc", ["--version"]) &&
    ["cargo-clippy", "rustfmt"].every((name) => existsSync(`/usr/bin/${name}`)) &&
    (!onPath("rustup") || /^debian\b/m.test(ask("rustup", ["toolchain", "list"]) ?? ""))
  );
}

function stdIsThere() {
  if (process.env.COPYDESK_STD === "debian") return debianStdIsThere();
  const sysroot = ask("rustc", ["--print", "sysroot"]);
  if (sysroot && hasStd(sysroot)) return true;
  if (!debianStdIsThere()) return false;
  // An earlier set-up was refused by the download server: the server is not asked again.
  process.env.RUSTUP_TOOLCHAIN = "debian";
  return true;
}

async function installStd() {
  if (process.env.COPYDESK_STD !== "debian") {
    if (onPath("rustup")) {
      try {
        await run("rustup", ["target", "add", WASM], { quiet: true });
        return;
      } catch (error) {
        say(`      rustup could not fetch it: ${error.message.trim().split("\n").at(-1)}`);
      }
    }
    if (!isDebian()) {
      throw new Problem(
        `the Rust target ${WASM} is missing and could not be fetched; run: rustup target add ${WASM}\n` +
          "(where the Rust download server is out of reach, Debian 12 or newer can build it from its own sources)",
      );
    }
  }
  if (!isDebian())
    throw new Problem("COPYDESK_STD=debian works on Debian alone; unset it to use rustup");
  await run(join(root, "scripts", "setup-debian-std.sh"), []);
  process.env.RUSTUP_TOOLCHAIN = "debian";
  // What was built against another standard library no longer links.
  rmSync(join(root, "target", WASM), { recursive: true, force: true });
}

// Tools from crates.io

function toolFolder(name, version) {
  return join(tools, `${name}-${version}`);
}

function toolIsThere(name, version) {
  return existsSync(join(toolFolder(name, version), "bin", binaryOf(name)));
}

function binaryOf(name) {
  const binary = name === "wasm-bindgen-cli" ? "wasm-bindgen" : name;
  return process.platform === "win32" ? `${binary}.exe` : binary;
}

function installTool(name, version) {
  return async () => {
    say(`      cargo install ${name} ${version}: some minutes, once`);
    // These run for a second at a time: compiling them fast matters more than running fast.
    // Not `--locked`: a lock file can name a crate version that a registry does not have yet.
    const env = {
      ...process.env,
      CARGO_TARGET_DIR: join(tools, "build"),
      CARGO_PROFILE_RELEASE_OPT_LEVEL: "1",
      CARGO_PROFILE_RELEASE_LTO: "off",
      CARGO_PROFILE_RELEASE_CODEGEN_UNITS: "16",
    };
    const args = ["install", name, "--version", version, "--root", toolFolder(name, version)];
    await run("cargo", args, { env, quiet: true, cwd: dirname(root) });
  };
}

// Browsers

function isDebian() {
  return (
    existsSync("/etc/os-release") && /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"))
  );
}

function hasApt() {
  return process.platform === "linux" && onPath("apt-get") !== null;
}

let aptUpdated = false;

function installPackages(...names) {
  return async () => {
    if (!hasApt()) {
      throw new Problem(
        `missing: ${names.join(", ")}. Install Chromium or Chrome with chromedriver, and Firefox with geckodriver, so that they are on PATH`,
      );
    }
    const root = process.getuid?.() === 0;
    if (!root && !onPath("sudo")) {
      throw new Problem(
        `installing ${names.join(", ")} needs root, and sudo is not here; run as root: apt-get install ${names.join(" ")}`,
      );
    }
    const apt = (...args) => {
      const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
      return root
        ? run("apt-get", args, { env, quiet: true })
        : run("sudo", ["DEBIAN_FRONTEND=noninteractive", "apt-get", ...args], { env, quiet: true });
    };
    say(`      apt-get install ${names.join(" ")}`);
    if (!aptUpdated) await apt("update", "-qq");
    aptUpdated = true;
    await apt("install", "-y", "-qq", "--no-install-recommends", ...names);
  };
}

async function installFirefox() {
  if (!firefox()) await installPackages("firefox-esr")();
  if (!geckodriver()) await installTool("geckodriver", GECKODRIVER)();
}

function webkitMissing() {
  // Elsewhere WebKit means Safari, which only a person can allow to be driven.
  return hasApt() && !webkitDriver();
}

/** Versions that must agree: a Problem that names both where they do not. */
function check(purpose) {
  const bindgen = ask("wasm-bindgen", ["--version"]);
  if (!bindgen?.endsWith(` ${WASM_BINDGEN}`)) {
    throw new Problem(
      `Cargo.toml pins wasm-bindgen ${WASM_BINDGEN}, but its command-line tool is ${bindgen ?? "missing"}`,
    );
  }
  const locked = readFileSync(join(root, "Cargo.lock"), "utf8").match(
    /name = "wasm-bindgen"\nversion = "([\d.]+)"/,
  )?.[1];
  if (locked !== WASM_BINDGEN) {
    throw new Problem(
      `Cargo.toml pins wasm-bindgen ${WASM_BINDGEN}, but Cargo.lock holds ${locked}`,
    );
  }
  if (purpose !== "test") return;
  const { binary, driver } = chromium();
  const [browserVersion, driverVersion] = [binary, driver].map(
    (path) => ask(path, ["--version"]) ?? "unknown version",
  );
  const major = (text) => text.match(/(\d+)\.\d+/)?.[1];
  if (major(browserVersion) !== major(driverVersion)) {
    throw new Problem(
      `the browser and its driver differ: ${binary} is "${browserVersion}", ${driver} is "${driverVersion}"`,
    );
  }
}

if (isMain(import.meta.url)) {
  await entry(() => setup(process.argv.includes("test") ? "test" : "build"));
}
