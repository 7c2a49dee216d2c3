import Koa from "koa";

const app = new Koa();
app.silent = true;
app.on("error", error => console.log("app error:", error.message));
app.use(async (context, next) => {
  const trace = (context.state.trace = ["a>"]);
  try {
    await next();
  } finally {
    trace.push("<a");
    context.set("x-trace", trace.join(""));
  }
});
app.use(async (context, next) => {
  context.state.trace.push("b>");
  await next();
  context.state.trace.push("<b");
});
app.use(async context => {
  switch (context.path) {
    case "/json":
      context.body = { query: context.query, type: context.type };
      break;
    case "/throw":
      context.throw(418, "short and stout", { expose: true });
      break;
    case "/bug":
      await null;
      throw new TypeError("a bug");
    default:
      context.status = 204;
  }
});
const server = app.listen(0, "127.0.0.1");
await new Promise(resolve => server.once("listening", resolve));
for (const path of ["/json?a=1&b=2", "/throw", "/bug", "/other"]) {
  const response = await fetch(`http://127.0.0.1:${server.address().port}${path}`);
  console.log(response.status, response.headers.get("x-trace"), await response.text());
}
server.close();
server.closeAllConnections();
