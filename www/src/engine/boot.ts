// From the page's own data to a running engine: unpack, compile, one Blob worker.

import source from "copydesk:worker";
import { gunzip } from "../input/gzip.js";
import { Engine, type WorkerLike } from "./client.js";

/** The text of one of the page's data blocks as bytes. */
export function dataBlock(id: string): Uint8Array<ArrayBuffer> {
  const text = document.getElementById(id)?.textContent?.trim() ?? "";
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

/** The Blob's URL in the form that `Worker` takes under the page's policy. */
function workerUrl(): string {
  const own = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  if (!types) return own;
  const policy = types.createPolicy("copydesk", {
    createScriptURL(url) {
      if (url !== own) throw new TypeError("Only the page's own worker may be started.");
      return url;
    },
  });
  return policy.createScriptURL(own);
}

export async function boot(): Promise<Engine> {
  const module = await WebAssembly.compile(await gunzip(dataBlock("copydesk-wasm")));
  const url = workerUrl();
  return new Engine(module, () => new Worker(url) as unknown as WorkerLike);
}
