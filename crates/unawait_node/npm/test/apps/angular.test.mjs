// An application of the Angular CLI. Its service and a package that it uses change the view behind `await`, in async
// generators and in `for await`. Only the zone tells Angular, and it is lost in native async code.

import { before, test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { cpSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { paragraphs, served } from "./browser.mjs";

const app = path.join(import.meta.dirname, "angular");
const ng = path.join(app, "node_modules/@angular/cli/bin/ng.js");
const unawait = (...args) => execFileSync("npx", ["--no-install", "unawait", ...args, "--in-place", "--promise", "global", "--quiet"], { cwd: app });
const dependency = path.join(app, "node_modules/dependency");
const publish = () => cpSync(path.join(app, "dependency"), dependency, { recursive: true });

const SERVICE = "service 3, done";
const DEPENDENCY = "dependency 3, done";

before(publish);

test("a production build shows every change once its output is lowered", async () => {
  execFileSync(process.execPath, [ng, "build"], { cwd: app, stdio: "pipe" });
  const output = path.join(app, "dist/app/browser");
  const [service, packaged] = await served(output, (url) => paragraphs(url, "angular-before"));
  assert.notEqual(service, SERVICE, "the zone is not lost: this test shows nothing");
  assert.notEqual(packaged, DEPENDENCY, "the zone is not lost: this test shows nothing");
  unawait(output, "--source-map", "file");
  assert.deepEqual(await served(output, (url) => paragraphs(url, "angular-after")), [SERVICE, DEPENDENCY]);
});

test("the development server shows a package's changes once it is lowered in node_modules", async () => {
  assert.notEqual((await shownByServer("native", "angular-server-before"))[1], DEPENDENCY, "the zone is not lost: this test shows nothing");
  unawait(dependency);
  assert.equal((await shownByServer("native", "angular-server-after"))[1], DEPENDENCY);
});

// With the zone among `polyfills`, the builder lowers the application and what its server bundles beforehand, to ES2016.
test("the development server's own lowering takes a package that is lowered already", async () => {
  assert.deepEqual(await shownByServer("development", "angular-server-polyfills"), [SERVICE, DEPENDENCY]);
});

async function shownByServer(configuration, picture) {
  rmSync(path.join(app, ".angular"), { recursive: true, force: true });
  const server = spawn(process.execPath, [ng, "serve", "--host", "127.0.0.1", "--port", "0", "--configuration", configuration], { cwd: app });
  try {
    const url = await new Promise((resolve, reject) => {
      let output = "";
      const listen = (chunk) => {
        output += chunk;
        const [, url] = /(http:\/\/127\.0\.0\.1:\d+\/)/.exec(output) ?? [];
        if (url) resolve(url);
      };
      server.stdout.on("data", listen);
      server.stderr.on("data", listen);
      server.on("exit", () => reject(new Error(output)));
    });
    const shown = await paragraphs(url, picture);
    assert(readdirSync(path.join(app, ".angular"), { recursive: true }).some((file) => /deps.dependency\.js$/.test(file)), "the server has bundled nothing beforehand");
    return shown;
  } finally {
    server.kill();
  }
}
