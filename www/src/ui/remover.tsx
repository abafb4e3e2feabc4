// The button beside the passage under the pointer that removes it. Keys and screen readers have
// their own ways: the key x, and the buttons that come with the reasons.

import { useLayoutEffect, useRef } from "preact/hooks";
import type { Reading } from "../engine/result.js";
import { pointedBlock, showReasons } from "../state/view.js";
import { decidePassages } from "./passages.js";

export function Remover({ reading }: { reading: Reading }) {
  const button = useRef<HTMLButtonElement>(null);
  const index = pointedBlock.value;
  useLayoutEffect(() => {
    const block = document.querySelector<HTMLElement>(
      `[data-article] [data-block="${index}"][data-keep="true"]`,
    );
    if (!button.current) return;
    button.current.hidden = block === null;
    if (block) button.current.style.top = `${block.offsetTop}px`;
  }, [index, reading]);
  if (index === null || showReasons.value) return null;
  return (
    <button
      ref={button}
      type="button"
      class="remover"
      tabIndex={-1}
      title="Remove this passage (x)"
      aria-label="Remove this passage"
      onClick={() => decidePassages([index], false)}
    >
      <span aria-hidden="true">×</span>
    </button>
  );
}
