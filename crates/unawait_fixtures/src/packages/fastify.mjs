import fastify from "fastify";

const app = fastify();
const trace = [];
app.decorateRequest("user", null);
app.addHook("onRequest", async request => {
  trace.push(`onRequest ${request.url}`);
  request.user = { name: "u" };
});
app.addHook("preSerialization", async (request, reply, payload) => ({ ...payload, wrapped: true }));
app.addHook("onSend", async (request, reply, payload) => payload);
app.addHook("onClose", async () => trace.push("onClose"));
app.setErrorHandler(async (error, request, reply) => {
  reply.code(error.statusCode ?? 500);
  return { failed: error.message };
});
app.get("/user", async request => ({ user: request.user }));
app.get("/fail", async () => {
  await null;
  throw Object.assign(new Error("refused"), { statusCode: 403 });
});
app.post("/sum", {
  schema: {
    body: { type: "object", required: ["a", "b"], properties: { a: { type: "integer" }, b: { type: "integer" } } },
  },
  handler: async ({ body }, reply) => reply.code(201).send({ sum: body.a + body.b }),
});
await app.register(async child => {
  child.addHook("preHandler", async () => trace.push("child preHandler"));
  child.get("/inner", async () => ({ inner: true }));
}, { prefix: "/child" });

const inject = async options => {
  const response = await app.inject(options);
  console.log(options.url, response.statusCode, response.body);
};
await inject({ url: "/user" });
await inject({ url: "/fail" });
await inject({ method: "POST", url: "/sum", payload: { a: "2", b: 3 } });
await inject({ method: "POST", url: "/sum", payload: { a: "x" } });
await inject({ url: "/child/inner" });
const address = await app.listen({ port: 0, host: "127.0.0.1" });
console.log(await (await fetch(`${address}/user`)).json());
await app.close();
console.log(trace.join(", "));
