// Why a passage stands in the article or was removed, how sure that is, and the way to change it.

import { openReading } from "../state/view.js";
import { sureness } from "../text/format.js";
import { isShown, type Placed } from "../text/layout.js";
import { decidePassages, forgetRule, ruleAbout } from "./passages.js";

/** The reader's decision first, then what the engine said. */
function wordsOf({ block, decision }: Placed, site: string | undefined): string {
  const said = `${block.sentence} · ${sureness(block.confidence)}`;
  if (!decision) return said;
  const done = decision.keep ? "kept" : "removed";
  const where = decision.by === "site" ? ` on ${site}` : "";
  return `You ${done} this${where}. Otherwise ${block.keep ? "kept" : "removed"}: ${said}`;
}

export function Verdict({ item }: { item: Placed }) {
  const { block, index, decision } = item;
  const shown = isShown(item);
  const rule = decision && ruleAbout(block);
  return (
    <span class="verdict">
      <span>{wordsOf(item, openReading.value?.site)}</span>
      <button type="button" class="link" onClick={() => decidePassages([index], !shown)}>
        {shown ? (decision ? "Remove again" : "Remove") : "Bring back"}
      </button>
      {rule && rule.keep === decision?.keep && (
        <button type="button" class="link" onClick={() => forgetRule(index, rule)}>
          Forget for {rule.site}
        </button>
      )}
    </span>
  );
}
