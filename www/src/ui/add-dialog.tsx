// The ways in: a field to paste into, a file picker, a folder picker.

import { useRef, useState } from "preact/hooks";
import { type Clip, clipOf } from "../input/clip.js";
import { takeAll, takeClip } from "./actions.js";
import { closeDialog, Modal } from "./modal.js";

/** Hands over the picked files and clears the field, so that the same file can be picked again. */
function onPick(event: Event): void {
  const field = event.currentTarget as HTMLInputElement;
  const files = [...(field.files ?? [])];
  field.value = "";
  closeDialog();
  if (files.length > 0) void takeAll(files);
}

function PasteField() {
  const [text, setText] = useState("");
  // What was pasted as markup, as long as nobody changed the text afterwards.
  const pasted = useRef<Clip | null>(null);
  const onPaste = (event: ClipboardEvent) => {
    const field = event.currentTarget as HTMLTextAreaElement;
    if (event.clipboardData && field.value === "") pasted.current = clipOf(event.clipboardData);
  };
  const read = async () => {
    const clip = pasted.current;
    const same = clip && clip.text.replace(/\s+/g, "") === text.replace(/\s+/g, "");
    closeDialog();
    await takeClip(same ? clip : { html: "", text });
    setText("");
  };
  return (
    <div class="paste">
      <label for="paste-field">Paste an article: its text, part of a web page or its source</label>
      <textarea
        id="paste-field"
        autofocus
        rows={8}
        value={text}
        onPaste={onPaste}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="button" class="button primary" disabled={!text.trim()} onClick={read}>
        Read it
      </button>
    </div>
  );
}

export function AddDialog() {
  const folder = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  return (
    <Modal name="paste" title="Add articles">
      <PasteField />
      <div class="pickers">
        <p>Or take files: .txt, .html, .htm, and .gz of these.</p>
        <button type="button" class="button" onClick={() => files.current?.click()}>
          Choose files…
        </button>
        <button type="button" class="button" onClick={() => folder.current?.click()}>
          Choose a folder…
        </button>
        <input
          ref={files}
          id="file-picker"
          type="file"
          multiple
          hidden
          accept=".txt,.html,.htm,.gz"
          onChange={onPick}
        />
        <input
          ref={folder}
          id="folder-picker"
          type="file"
          multiple
          hidden
          {...{ webkitdirectory: true }}
          onChange={onPick}
        />
      </div>
      <p class="hint">
        You can also paste or drop anywhere on the page. Articles stay on this machine: the page
        sends nothing.
      </p>
    </Modal>
  );
}
