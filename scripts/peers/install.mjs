// Other projects' extractors, installed where they disturb nothing: a virtual environment and a
// folder of npm packages in the cache, a crate of its own. Each function gives what starts a
// runner of tests/peers, which takes `EXTRACTOR FOLDER ROUNDS`; a Problem says why it cannot.

import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { peers, root } from "../lib/paths.mjs";
import { run, say } from "../lib/say.mjs";

const source = join(root, "tests", "peers");

/** The line of an error that says why. */
export function reason(error) {
  const lines = error.message.trim().split("\n");
  return lines.find((line) => /\berror\b/i.test(line)) ?? lines.at(-1);
}

/** Does `install`, which says whether all went well, unless that was so with the same pins. */
async function once(folder, pins, what, install) {
  const stamp = join(folder, "installed");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === pins) return;
  say(`peers: installing ${what} into ${folder}`);
  mkdirSync(folder, { recursive: true });
  if (await install()) writeFileSync(stamp, pins);
}

/** The Python packages that requirements.txt names. */
export async function python() {
  const folder = join(peers, "python");
  const pins = readFileSync(join(source, "python", "requirements.txt"), "utf8");
  const interpreter = join(folder, "bin", "python");
  await once(folder, pins, pins.trim().split("\n").join(", "), async () => {
    await run("python3", ["-m", "venv", folder], { quiet: true });
    // One at a time: older versions of pip stumble over two that ask for the same extra.
    let well = true;
    for (const pin of pins.trim().split("\n")) {
      try {
        await run(interpreter, ["-m", "pip", "install", "--quiet", pin], { quiet: true });
      } catch (error) {
        well = false;
        say(`peers: ${pin} is not to be had: ${reason(error)}`);
      }
    }
    return well;
  });
  return [interpreter, join(source, "python", "extract.py")];
}

/** The npm packages that tests/peers/node names, with a copy of the runner beside them. */
export async function node() {
  const folder = join(peers, "node");
  const pins = readFileSync(join(source, "node", "package-lock.json"), "utf8");
  const names = Object.keys(JSON.parse(pins).packages[""].dependencies);
  await once(folder, pins, names.join(", "), async () => {
    cpSync(join(source, "node"), folder, { recursive: true });
    const flags = ["--ignore-scripts", "--no-audit", "--no-fund"];
    await run("npm", ["ci", ...flags], { cwd: folder, quiet: true });
    return true;
  });
  cpSync(join(source, "node", "extract.mjs"), join(folder, "extract.mjs"));
  return [process.execPath, join(folder, "extract.mjs")];
}

/** dom_smoothie, compiled as the product is. */
export async function rust() {
  const crate = join(source, "rust");
  const target = join(process.env.CARGO_TARGET_DIR || join(root, "target"), "peers");
  await run("cargo", ["build", "--release", "--locked"], {
    cwd: crate,
    env: { ...process.env, CARGO_TARGET_DIR: target },
  });
  return [join(target, "release", "copydesk-peers")];
}

/** The version of each peer, as pinned. */
export function versions() {
  const read = (...path) => readFileSync(join(source, ...path), "utf8");
  const found = { ...JSON.parse(read("node", "package.json")).dependencies };
  for (const line of read("python", "requirements.txt").trim().split("\n")) {
    const [name, version] = line.split("==");
    found[name] = version;
  }
  found.dom_smoothie = read("rust", "Cargo.toml").match(/^dom_smoothie = "=(.*)"/m)[1];
  return found;
}
