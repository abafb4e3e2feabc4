// Lines on the terminal and processes under them: what a step does, how far it is, how it ended.

import { spawn, spawnSync } from "node:child_process";
import { cpus } from "node:os";

/** An error that the person at the keyboard can act on: printed without a stack. */
export class Problem extends Error {}

/** A line that a person reads. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** What figures were measured on. */
export function machine() {
  return `${cpus().length} × ${cpus()[0]?.model}, node ${process.version}`;
}

/** Runs `main` and turns a Problem into one line and exit status 1. */
export async function entry(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    process.stderr.write(`\ncopydesk: ${error.message}\n`);
    process.exitCode = 1;
  }
}

/** Whether the module at `url` is the one that node was started with. */
export function isMain(url) {
  return process.argv[1] !== undefined && url === new URL(`file://${process.argv[1]}`).href;
}

/** Runs a command with its output shown; a Problem when it fails. */
export function run(command, args, { env = process.env, cwd, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
    });
    let output = "";
    child.stdout?.on("data", (data) => {
      output += data;
    });
    child.stderr?.on("data", (data) => {
      output += data;
    });
    child.on("error", (error) => reject(new Problem(`${command}: ${error.message}`)));
    child.on("close", (code, signal) => {
      if (code === 0) return resolve(output);
      const tail = output ? `\n${output.slice(-4000)}` : "";
      reject(new Problem(`${command} ${args.join(" ")} ended with ${signal ?? code}${tail}`));
    });
  });
}

/** What a command prints, or null when it is missing or fails. */
export function ask(command, args, options = {}) {
  const result = spawnSync(command, args, { encoding: "utf8", ...options });
  return result.status === 0 ? result.stdout.trim() : null;
}
