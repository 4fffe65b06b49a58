// Serves a folder on this machine alone: node scripts/serve.mjs [FOLDER] [PORT]
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".ts": "text/plain; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

/**
 * Starts a server and gives it with its address; `prefix` is a sub-path, `types` overrides MIME types, `hold` delays files,
 * `headers` go with the page, and `pages` are served besides or instead, each by its whole path as body and headers.
 */
export async function serve(folder, { port = 0, prefix = "/", types = {}, hold = {}, headers = {}, pages = {} } = {}) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const inside = path.startsWith(prefix) ? normalize(`/${path.slice(prefix.length)}`) : null;
    try {
      const page = pages[path];
      if (page) {
        const type = TYPES[extname(path)] ?? "application/octet-stream";
        response.writeHead(200, { "content-type": type, "cache-control": "no-cache", ...page.headers }).end(page.body);
        return;
      }
      if (inside === null) throw new Error("outside the prefix");
      const name = inside.endsWith("/") ? `${inside}index.html` : inside;
      await hold[name];
      const body = await readFile(join(folder, name));
      const type = { ...TYPES, ...types }[extname(name)] ?? "application/octet-stream";
      response.writeHead(200, { "content-type": type, "cache-control": "no-cache", ...(name.endsWith("/index.html") ? headers : {}) }).end(body);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
    }
  });
  await new Promise((done, failed) => server.once("error", failed).listen(port, "127.0.0.1", done));
  return { server, address: `http://127.0.0.1:${server.address().port}${prefix}` };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = process.argv[2] ?? "target/trunk";
  const wanted = Number(process.argv[3] ?? process.env.PORT ?? 8080);
  const started = await serve(folder, { port: wanted }).catch((error) => {
    if (error.code !== "EADDRINUSE") throw error;
    return serve(folder);
  });
  console.log(`\n  page          ${started.address}`);
  console.log(`  offline file  ${resolve(folder, "gouji.html")}`);
  console.log("  (Ctrl+C ends)\n");
}
