import Koa from "koa";
import Router from "@koa/router";

const router = new Router({ prefix: "/api" });
router
  .param("id", async (id, context, next) => {
    if (!/^\d+$/.test(id)) return void (context.status = 400);
    context.item = { id: Number(id) };
    return next();
  })
  .use(async (context, next) => {
    const before = context.routerPath ?? context.path;
    await next();
    context.set("x-route", `${before} ${context._matchedRoute}`);
  })
  .get("item", "/items/:id", async context => {
    await null;
    context.body = { item: context.item, url: router.url("item", 7) };
  })
  .all("/any", async context => {
    context.body = context.method;
  });
const app = new Koa();
app.use(router.routes()).use(router.allowedMethods());
const server = app.listen(0, "127.0.0.1");
await new Promise(resolve => server.once("listening", resolve));
const base = `http://127.0.0.1:${server.address().port}`;
for (const [method, path] of [["GET", "/api/items/3"], ["GET", "/api/items/x"], ["PUT", "/api/any"], ["DELETE", "/api/items/3"], ["GET", "/"]]) {
  const response = await fetch(base + path, { method });
  console.log(method, path, response.status, response.headers.get("x-route"), await response.text());
}
server.close();
server.closeAllConnections();
