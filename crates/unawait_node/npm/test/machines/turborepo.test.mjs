// Turborepo with a remote cache on the loopback interface: what one checkout has built, another one elsewhere takes.

import { test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { checkout, contents } from "./checkout.mjs";

const bin = path.join(import.meta.dirname, "../../node_modules/.bin");
const manifest = (name, more) => JSON.stringify({ name, version: "1.0.0", type: "module", ...more });
const scripts = { build: "unawait src --out-dir dist --source-map file --helpers import" };
const monorepo = () => checkout("unawait-turbo-", {
  "package.json": JSON.stringify({ private: true, packageManager: "npm@10.0.0", workspaces: ["packages/*"] }),
  "package-lock.json": JSON.stringify({ lockfileVersion: 3, packages: {} }),
  "turbo.json": JSON.stringify({ tasks: { build: { dependsOn: ["^build"], inputs: ["src/**"], outputs: ["dist/**"] } } }),
  "packages/numbers/package.json": manifest("numbers", { scripts }),
  "packages/sums/package.json": manifest("sums", { scripts, dependencies: { numbers: "1.0.0" } }),
});

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}

test("a second checkout builds nothing and has the same bytes", async () => {
  const port = await freePort();
  const storage = mkdtempSync(path.join(tmpdir(), "unawait-cache-"));
  const TURBO_TOKEN = "only-for-this-test";
  const cache = { ...process.env, NODE_ENV: "production", HOST: "127.0.0.1", PORT: String(port), TURBO_TOKEN, STORAGE_PROVIDER: "local", STORAGE_PATH: storage };
  const server = spawn(path.join(bin, "turborepo-remote-cache"), [], { env: cache, stdio: ["ignore", "pipe", "pipe"] });
  try {
    await once(server.stdout, "data");
    const build = (cwd) => {
      const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}`, TURBO_TOKEN, TURBO_TEAM: "team_test", TURBO_API: `http://127.0.0.1:${port}`, TURBO_TELEMETRY_DISABLED: "1", CI: "1" };
      const output = execFileSync(path.join(bin, "turbo"), ["run", "build", "--cache=remote:rw", "--no-daemon"], { cwd, env, encoding: "utf8" });
      return /Cached:\s+(\d+) cached, (\d+) total/.exec(output).slice(1).map(Number);
    };
    const [one, other] = [monorepo(), monorepo()];
    assert.deepEqual(build(one), [0, 2]);
    assert.deepEqual(build(other), [2, 2]);
    for (const name of ["numbers", "sums"]) {
      const built = contents(path.join(one, "packages", name, "dist"));
      assert.deepEqual(Object.keys(built), ["index.js", "index.js.map"]);
      assert.deepEqual(contents(path.join(other, "packages", name, "dist")), built);
    }
    // Not by the cache alone: without it, the second checkout builds the same bytes.
    const third = monorepo();
    execFileSync(path.join(bin, "unawait"), ["src", "--out-dir", "dist", "--source-map", "file", "--helpers", "import", "--quiet"], { cwd: path.join(third, "packages/sums") });
    assert.deepEqual(contents(path.join(third, "packages/sums/dist")), contents(path.join(one, "packages/sums/dist")));
  } finally {
    server.kill();
    rmSync(storage, { recursive: true });
  }
});
