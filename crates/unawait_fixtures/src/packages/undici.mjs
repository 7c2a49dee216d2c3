import { createServer } from "node:http";
import { Agent, Client, MockAgent, Pool, fetch, request, stream } from "undici";
import { Writable } from "node:stream";

const server = createServer((incoming, response) => {
  let body = "";
  incoming.setEncoding("utf8").on("data", chunk => (body += chunk)).on("end", () => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ method: incoming.method, url: incoming.url, body }));
  });
});
await new Promise(resolve => server.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${server.address().port}`;
const dispatcher = new Agent();
const { statusCode, body } = await request(`${origin}/a`, { method: "POST", body: "data", dispatcher });
console.log(statusCode, await body.json());
console.log(await (await fetch(`${origin}/b`, { dispatcher })).json());
const client = new Client(origin);
const pool = new Pool(origin, { connections: 2 });
const answers = await Promise.all([1, 2, 3].map(n => pool.request({ path: `/${n}`, method: "GET" })));
console.log(await Promise.all(answers.map(async answer => (await answer.body.json()).url)));
let streamed = "";
const sink = () => new Writable({ write: (chunk, encoding, done) => { streamed += chunk; done(); } });
await stream(`${origin}/c`, { method: "GET", dispatcher: client }, sink);
console.log(streamed);
const mock = new MockAgent();
mock.disableNetConnect();
mock.get("http://mocked.test").intercept({ path: "/x" }).reply(201, { mocked: true });
const mocked = await fetch("http://mocked.test/x", { dispatcher: mock });
console.log(mocked.status, await mocked.json());
console.log(await fetch("http://mocked.test/y", { dispatcher: mock }).catch(error => error.cause.name));
await Promise.all([client.close(), pool.close(), dispatcher.close(), mock.close()]);
server.close();
