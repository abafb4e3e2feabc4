// A server for static files on the loopback interface, which can keep a log of what was asked.

import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

/** Serves `folder` below `base`; takes the next free port when `port` is taken (0: any). */
export async function serve(folder, { port = 0, base = "/" } = {}) {
  const asked = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    asked.push(path);
    const inside = path.startsWith(base) ? normalize(path.slice(base.length)) : "..";
    let file = join(folder, inside);
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
    if (inside.split(sep).includes("..") || !existsSync(file)) {
      response.writeHead(404).end("not found");
      return;
    }
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  const taken = await listen(server, port);
  return { url: `http://127.0.0.1:${taken}${base}`, asked, close: () => server.close() };
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.on("error", (error) => {
      if (error.code === "EADDRINUSE" && port !== 0) {
        port += 1;
        server.listen(port, "127.0.0.1");
      } else reject(error);
    });
    server.on("listening", () => resolve(server.address().port));
    server.listen(port, "127.0.0.1");
  });
}
