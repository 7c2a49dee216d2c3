import { createServer } from "node:http";
import ky, { HTTPError, TimeoutError } from "ky";

let hits = 0;
const server = createServer((request, response) => {
  if (request.url === "/flaky" && hits++ < 2) return void response.writeHead(503, { "retry-after": "0" }).end();
  if (request.url === "/missing") return void response.writeHead(404).end();
  if (request.url === "/hang") return;
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ url: request.url, hook: request.headers["x-hook"] ?? null }));
});
await new Promise(resolve => server.listen(0, "127.0.0.1", resolve));
const trace = [];
const client = ky.create({
  prefixUrl: `http://127.0.0.1:${server.address().port}`,
  hooks: {
    beforeRequest: [async request => { request.headers.set("x-hook", "yes"); }],
    beforeRetry: [async ({ retryCount }) => { trace.push(`retry ${retryCount}`); }],
    afterResponse: [async (request, options, response) => { trace.push(response.status); }],
  },
});
console.log(await client("flaky", { retry: { limit: 3, delay: () => 1 } }).json(), trace.join());
console.log(await client.get("search", { searchParams: { q: "a b" } }).json());
console.log(await client("missing").catch(error => [error instanceof HTTPError, error.response.status]));
console.log(await client("hang", { timeout: 50, retry: 0 }).catch(error => error instanceof TimeoutError));
console.log((await client("text").text()).length);
server.closeAllConnections();
server.close();
