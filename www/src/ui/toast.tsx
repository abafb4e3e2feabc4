// The page's one message: what just happened, with a way to undo it.

import { useEffect, useRef } from "preact/hooks";
import { message } from "../state/view.js";

const SHOWN_MS = 8000;

function close(): void {
  message.value = null;
}

export function Toast() {
  const now = message.value;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!now || now.lasting) return;
    const timer = setInterval(() => {
      // Nobody loses a message under the pointer or with the focus in it.
      if (!box.current?.matches(":hover, :focus-within")) close();
    }, SHOWN_MS);
    return () => clearInterval(timer);
  }, [now]);
  return (
    <div class="toast-place" role="status">
      {now && (
        <div class="toast" ref={box}>
          <div class="toast-text">
            <p>{now.text}</p>
            {now.lines && now.lines.length > 0 && (
              <ul>
                {now.lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
          </div>
          {now.action && (
            <button type="button" class="button" onClick={now.action.run}>
              {now.action.label}
            </button>
          )}
          <button
            type="button"
            class="button icon quiet"
            aria-label="Close message"
            onClick={close}
          >
            <span aria-hidden="true">×</span>
          </button>
        </div>
      )}
    </div>
  );
}
