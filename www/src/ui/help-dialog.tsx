// What the page does and which keys it knows.

import { letterKeys } from "../state/view.js";
import { Modal } from "./modal.js";
import { editOwn } from "./own.js";
import { openRules } from "./passages.js";

const KEYS: readonly [string[], string][] = [
  [["j", "k"], "next, previous article"],
  [["n", "p"], "next, previous highlight"],
  [["x"], "remove the passage of the highlight, or under the pointer"],
  [["y"], "your own names and patterns"],
  [["/"], "filter the articles"],
  [["f"], "filter the names"],
  [["Esc"], "close what is open"],
  [["?"], "this help"],
];

export function HelpDialog() {
  return (
    <Modal name="help" title="Help">
      <p>
        Copydesk shows an article without what the page put around it. Removed passages leave a line
        behind: choose it to see them, “Bring back” makes them part of the article again. “Show
        reasons” says of each passage why it stands there, and lets you remove it. What you decide
        is remembered for the article’s site. Names, dates and amounts are highlighted; choose one
        to see what it was taken for and why.
      </p>
      <table class="keys">
        <caption>Keys</caption>
        <tbody>
          {KEYS.map(([keys, what]) => (
            <tr key={what}>
              <th scope="row">
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </th>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <label class="check">
        <input
          type="checkbox"
          checked={letterKeys.value}
          onChange={(event) => {
            letterKeys.value = event.currentTarget.checked;
          }}
        />
        Single-letter keys
      </label>
      <p class="hint">
        Everything happens on this machine. Added articles are kept in this browser until you remove
        them, and so is what you decided for sites.{" "}
        <button type="button" class="link" onClick={openRules}>
          See what is remembered
        </button>
        {" · "}
        <button type="button" class="link" onClick={() => editOwn(null)}>
          Your names and patterns
        </button>
      </p>
    </Modal>
  );
}
