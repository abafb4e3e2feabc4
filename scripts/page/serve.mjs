// Serves the built page on the loopback address alone, under a sub-path too, as hosts do.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join, normalize, sep } from "node:path";
import { site } from "../lib/paths.mjs";
import { entry, isMain, say } from "../lib/say.mjs";

const TYPES = { html: "text/html; charset=utf-8", js: "text/javascript", json: "application/json" };

/** Starts the server; gives its address and a way to end it. Port 0 takes any free one. */
export function serve({ folder = site, port = 0, base = "/" } = {}) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const inside = path.startsWith(base) ? path.slice(base.length) : null;
    const file = inside === "" || inside?.endsWith("/") ? `${inside}index.html` : inside;
    const full = file === null ? null : normalize(join(folder, file));
    try {
      if (full === null || !full.startsWith(normalize(folder) + sep)) throw new Error("outside");
      const body = await readFile(full);
      const type = TYPES[full.split(".").at(-1)] ?? "application/octet-stream";
      response.writeHead(200, { "content-type": type, "cache-control": "no-store" }).end(body);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found\n");
    }
  });
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const url = `http://127.0.0.1:${server.address().port}${base}`;
      resolve({ url, close: () => new Promise((done) => server.close(done)) });
    });
  });
}

if (isMain(import.meta.url)) {
  await entry(async () => {
    const { url } = await serve({ port: Number(process.env.PORT ?? 0) });
    say(`page: ${join(site, "index.html")}\n      ${url}`);
  });
}
