// What is remembered for sites, and the way to forget it.

import { forgotten, rememberAgain, rules } from "../state/rules.js";
import { type Rule, siteKey } from "../text/decisions.js";
import { counted } from "../text/format.js";
import { Modal } from "./modal.js";
import { forgetListed } from "./passages.js";

function bySite(all: readonly Rule[]): Rule[][] {
  const sites = new Map<string, Rule[]>();
  for (const rule of all) {
    const key = siteKey(rule.site) ?? "";
    sites.set(key, [...(sites.get(key) ?? []), rule]);
  }
  return [...sites.values()];
}

function Site({ site, among }: { site: string; among: readonly Rule[] }) {
  return (
    <section class="rules-site" aria-label={site}>
      <div class="side-head">
        <h3>{site}</h3>
        {among.length > 1 && (
          <button type="button" class="link" onClick={() => forgetListed(among)}>
            Forget all {among.length}
          </button>
        )}
      </div>
      <ul>
        {among.map((rule) => (
          <li key={rule.signature} data-rule={rule.keep ? "keep" : "remove"}>
            <span class="rule-what">{rule.keep ? "Kept" : "Removed"}</span>
            <q dir="auto">{rule.text}</q>
            <button
              type="button"
              class="link"
              aria-label={`Forget “${rule.text}”`}
              onClick={() => forgetListed([rule])}
            >
              Forget
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function RulesDialog() {
  const all = rules.value;
  const sites = bySite(all);
  return (
    <Modal name="rules" title="Remembered for sites">
      <p>
        When you bring back or remove a passage, passages that read the same are treated alike in
        every article of that site, whatever the numbers in them. This is kept in this browser
        alone.
      </p>
      {forgotten.value.length > 0 && (
        <p class="forgotten" role="status">
          {counted(forgotten.value.length, "choice")} forgotten.{" "}
          <button type="button" class="link" onClick={rememberAgain}>
            Undo
          </button>
        </p>
      )}
      <div class="rules">
        {all.length === 0 && <p class="hint">Nothing is remembered.</p>}
        {sites.map((among) => (
          <Site key={among[0]?.site} site={among[0]?.site ?? ""} among={among} />
        ))}
        {sites.length > 1 && (
          <button type="button" class="link" onClick={() => forgetListed(all)}>
            Forget all sites
          </button>
        )}
      </div>
    </Modal>
  );
}
