// The package as someone gets it: packed, then installed in a folder of its own, without a network.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { npm } from "../../scripts/lib/paths.mjs";

/** Runs a program in a folder and gives what it prints; an error with all of it when it fails. */
export function inside(folder, command, ...args) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}:\n${stdout}${stderr}`);
  return stdout;
}

/** Installs the package and gives the folder, the packed files and a way to be rid of it. */
export function install() {
  const folder = mkdtempSync(join(tmpdir(), "copydesk-package-"));
  const packed = inside(npm, "npm", "pack", "--json", "--pack-destination", folder);
  const [{ filename, files }] = Object.values(JSON.parse(packed));
  const write = (name, text) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  write("package.json", '{ "private": true, "type": "module" }');
  inside(folder, "npm", "install", "--offline", "--no-audit", "--no-fund", `./${filename}`);
  return {
    folder,
    write,
    files: files.map(({ path }) => path).sort(),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
