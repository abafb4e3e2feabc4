// What every input hands over.

export interface Incoming {
  /** The file's name without folder and endings. */
  id: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Known for pastes; the engine finds out for files. */
  input?: "html" | "text";
}
