// A modal dialog by the browser's own element: focus stays in it, Escape closes it.

import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { type Dialog, dialog } from "../state/view.js";

interface Properties {
  name: Dialog;
  title: string;
  children: ComponentChildren;
}

export function closeDialog(): void {
  dialog.value = null;
}

export function Modal({ name, title, children }: Properties) {
  const box = useRef<HTMLDialogElement>(null);
  const open = dialog.value === name;
  useEffect(() => {
    if (open && !box.current?.open) box.current?.showModal();
    if (!open && box.current?.open) box.current.close();
  }, [open]);
  const heading = `${name}-title`;
  return (
    <dialog
      ref={box}
      class="modal"
      aria-labelledby={heading}
      onClose={() => {
        // The event comes late: by then another dialog may be open.
        if (dialog.value === name) closeDialog();
      }}
    >
      {open && (
        <>
          <div class="modal-head">
            <h2 id={heading}>{title}</h2>
            <button
              type="button"
              class="button icon quiet"
              aria-label="Close"
              onClick={closeDialog}
            >
              <span aria-hidden="true">×</span>
            </button>
          </div>
          {children}
        </>
      )}
    </dialog>
  );
}
