import { createServer } from "node:http";
import got, { HTTPError } from "got";

let hits = 0;
const server = createServer(async (request, response) => {
  hits++;
  if (request.url === "/flaky" && hits < 3) return void response.writeHead(503, { "retry-after": "0" }).end();
  if (request.url === "/missing") return void response.writeHead(404).end("nothing here");
  if (request.url === "/moved") return void response.writeHead(302, { location: "/json" }).end();
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ method: request.method, url: request.url, body: Buffer.concat(chunks).toString() }));
});
await new Promise(resolve => server.listen(0, "127.0.0.1", resolve));
const prefixUrl = `http://127.0.0.1:${server.address().port}`;
const client = got.extend({
  prefixUrl,
  hooks: {
    beforeRequest: [async options => { options.headers["x-hook"] = "1"; }],
    afterResponse: [async response => response],
  },
});
console.log((await client("flaky", { retry: { calculateDelay: ({ computedValue }) => computedValue && 1 } })).statusCode, hits);
console.log(await client.post("echo", { json: { a: 1 } }).json());
console.log(await client("moved").json());
try {
  await client("missing");
} catch (error) {
  console.log(error instanceof HTTPError, error.response.statusCode, error.response.body);
}
const [first, second] = await client.paginate.all("json", {
  pagination: {
    transform: response => [JSON.parse(response.body).url],
    paginate: ({ currentItems }) => (currentItems.length ? { searchParams: { page: 2 } } : false),
    countLimit: 2,
  },
});
console.log(first, second);
server.close();
server.closeAllConnections();
