// Pages in headless Chromium, from servers on the loopback interface.

import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { promisify } from "node:util";

const CHROMIUM = process.env.CHROMIUM ?? "chromium";
const FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=6000", "--window-size=640,240"];

// The text of the page's paragraphs once it has settled. With PICTURES set, its picture is taken into that folder.
export async function paragraphs(url, picture) {
  const { stdout } = await promisify(execFile)(CHROMIUM, [...FLAGS, "--dump-dom", url], { encoding: "utf8", timeout: 60_000 });
  if (process.env.PICTURES) {
    const file = path.join(process.env.PICTURES, `${picture}.png`);
    await promisify(execFile)(CHROMIUM, [...FLAGS, `--screenshot=${file}`, url], { timeout: 60_000 });
  }
  return [...stdout.matchAll(/<p>(.*?)<\/p>/g)].map(([, text]) => text);
}

const TYPES = { ".html": "text/html", ".js": "text/javascript" };

// Serves the files of a folder while `use(url)` runs.
export async function served(folder, use) {
  const server = createServer((request, response) => {
    const name = request.url === "/" ? "/index.html" : request.url;
    try {
      const body = readFileSync(path.join(folder, name));
      response.writeHead(200, { "content-type": TYPES[path.extname(name)] ?? "application/octet-stream" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await use(`http://127.0.0.1:${server.address().port}/`);
  } finally {
    server.close();
  }
}
