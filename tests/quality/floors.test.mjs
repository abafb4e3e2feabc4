// No figure on the shared test data falls below its floor. The floors stand in floors.json and
// only rise: `npm run eval -- --raise`.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { shared } from "../../scripts/lib/paths.mjs";
import { MEASURES, measure } from "../../scripts/lib/scores.mjs";

const floors = JSON.parse(readFileSync(new URL("floors.json", import.meta.url), "utf8"));

for (const name of Object.keys(MEASURES)) {
  test(name, (context) => {
    const result = measure(name);
    if (!result) return context.skip(`no test data under ${shared}`);
    for (const line of result.text.split("\n")) context.diagnostic(line);
    const low = Object.entries(floors[name] ?? {})
      .filter(([figure, floor]) => !(result.figures[figure] >= floor))
      .map(([figure, floor]) => `${figure} is ${result.figures[figure]}, its floor is ${floor}`);
    assert.deepEqual(low, []);
  });
}

test("every floor belongs to a figure", () => {
  for (const [name, figures] of Object.entries(floors)) {
    const known = Object.keys(MEASURES[name]?.figures ?? {});
    for (const figure of Object.keys(figures))
      assert.ok(known.includes(figure), `${name}: ${figure}`);
  }
});
