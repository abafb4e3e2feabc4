// From the module's bytes to a running engine: compile, one Blob worker.

import source from "copydesk:worker";
import { Engine, type WorkerLike } from "./client.js";

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

export async function boot(bytes: Promise<Uint8Array<ArrayBuffer>>): Promise<Engine> {
  const module = await WebAssembly.compile(await bytes);
  const url = workerUrl();
  return new Engine(module, () => new Worker(url) as unknown as WorkerLike);
}
