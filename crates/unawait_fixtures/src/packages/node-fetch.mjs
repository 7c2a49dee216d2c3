import { createServer } from "node:http";
import fetch, { Blob, FormData, Headers, Request, Response } from "node-fetch";

const server = createServer((request, response) => {
  if (request.url === "/moved") return void response.writeHead(301, { location: "/there" }).end();
  let body = "";
  request.setEncoding("utf8").on("data", chunk => (body += chunk)).on("end", () => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ method: request.method, url: request.url, body }));
  });
});
await new Promise(resolve => server.listen(0, "127.0.0.1", resolve));
const base = `http://127.0.0.1:${server.address().port}`;
console.log(await (await fetch(`${base}/get`)).json());
const moved = await fetch(new Request(`${base}/moved`));
console.log(moved.redirected, moved.url.slice(base.length), (await moved.text()).length);
const posted = await fetch(`${base}/post`, { method: "POST", body: new URLSearchParams({ a: "1" }) });
console.log(await posted.json());
await posted.json().catch(error => console.log(error.constructor.name));
const response = new Response(new Blob(["blob ", "text"]), { headers: new Headers({ "x-a": "b" }) });
const clone = response.clone();
console.log(await response.text(), Buffer.from(await clone.arrayBuffer()).length, clone.headers.get("x-a"));
const form = new FormData();
form.set("key", "value");
console.log((await new Response(form).formData()).get("key"));
const controller = new AbortController();
const aborted = fetch(`${base}/late`, { signal: controller.signal });
controller.abort();
console.log(await aborted.catch(error => error.name));
server.close();
server.closeAllConnections();
