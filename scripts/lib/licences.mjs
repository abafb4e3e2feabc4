// The licences of the crates that are compiled into the engine, as they ask to be passed on.

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./paths.mjs";
import { ask, Problem } from "./say.mjs";

const TEXT = /^(licen[cs]e|copying|notice|copyright)/i;

/** One document: each crate with its licence, then every text once with the crates it is of. */
export function crateLicences() {
  const args = ["metadata", "--format-version", "1", "--locked"];
  const platform = ["--filter-platform", "wasm32-unknown-unknown"];
  const metadata = ask("cargo", [...args, ...platform], { cwd: root, maxBuffer: 1 << 28 });
  if (metadata === null) throw new Problem("cargo metadata failed");
  const { packages, resolve } = JSON.parse(metadata);
  const crates = linked(packages, resolve).sort((a, b) => (a.id < b.id ? -1 : 1));
  const named = ({ name, version }) => `${name} ${version}`;
  const crateOf = new Map();
  for (const crate of crates) {
    const folder = dirname(crate.manifest_path);
    const files = readdirSync(folder).filter((name) => TEXT.test(name));
    for (const file of files.sort()) {
      const text = readFileSync(join(folder, file), "utf8").trim();
      crateOf.set(text, [...(crateOf.get(text) ?? []), named(crate)]);
    }
  }
  const list = crates.map((crate) => `- ${named(crate)}: ${crate.license}`);
  const texts = [...crateOf].map(([text, names]) => `## ${names.join(", ")}\n\n${text}`);
  return [
    "# Crates in the engine",
    "Where a crate offers several licences, any of them may be chosen.",
    list.join("\n"),
    ...texts,
    "",
  ].join("\n\n");
}

/** The crates that end up in the module: neither our own, nor macros, nor what builds or tests. */
function linked(packages, { nodes, root: own }) {
  const packageOf = new Map(packages.map((one) => [one.id, one]));
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  const isMacro = (id) => packageOf.get(id).targets.some(({ kind }) => kind.includes("proc-macro"));
  const found = new Set([own]);
  for (const id of found) {
    for (const { pkg, dep_kinds } of nodeOf.get(id).deps) {
      const isLinked = dep_kinds.some(({ kind }) => kind === null);
      if (isLinked && !isMacro(pkg)) found.add(pkg);
    }
  }
  found.delete(own);
  return [...found].map((id) => packageOf.get(id));
}
