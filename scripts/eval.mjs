// npm run eval [-- --raise]: every figure on the shared test data, as the scorers print them.
// `--raise` lifts the floors of tests/quality/floors.json to what was measured, never lower.
// npm run eval -- extract: extraction beside that of other projects, which it installs.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildNative } from "./lib/core.mjs";
import { root, shared } from "./lib/paths.mjs";
import { entry, Problem, say } from "./lib/say.mjs";
import { MEASURES, measure } from "./lib/scores.mjs";
import { setup } from "./setup.mjs";

/** How far below the measured figure a raised floor stands: room for changes that trade. */
const ROOM = 0.005;

async function figures({ raise }) {
  await buildNative();
  const path = join(root, "tests", "quality", "floors.json");
  const floors = JSON.parse(readFileSync(path, "utf8"));
  for (const name of Object.keys(MEASURES)) {
    const result = measure(name);
    say(`\n${name}`);
    if (!result) {
      say(`  skipped: not under ${shared}`);
      continue;
    }
    say(result.text.replace(/^/gm, "  "));
    floors[name] ??= {};
    for (const [figure, value] of Object.entries(result.figures)) {
      const full = value === 1 ? 1 : Math.floor((value - ROOM) * 1000) / 1000;
      floors[name][figure] = Math.max(floors[name][figure] ?? 0, full);
    }
  }
  if (raise) writeFileSync(path, `${JSON.stringify(floors, null, 2)}\n`);
}

await entry(async () => {
  const { values, positionals } = parseArgs({
    options: { raise: { type: "boolean" } },
    allowPositionals: true,
  });
  const [what, ...more] = positionals;
  if (more.length || (what && what !== "extract") || (what && values.raise)) {
    throw new Problem("usage: npm run eval [-- --raise | -- extract]");
  }
  await setup("build");
  if (!what) return figures(values);
  const { compare } = await import("./peers/compare.mjs");
  await compare();
});
