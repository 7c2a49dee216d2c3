// Every engine and test runner runs the same program through the package's hooks.

import { test } from "node:test";
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { promisify } from "node:util";
import path from "node:path";
import { application, bin, check, packageOf, versionOf } from "./app.mjs";

const run = async (command, args, options) => (await promisify(execFile)(command, args, { encoding: "utf8", ...options })).stdout;

const newest = bin("node");
const nodes = [process.execPath, newest];

for (const node of nodes) {
  const version = (await run(node, ["--version"])).trim().slice(1);
  for (const way of ["--import", "-r"]) {
    test(`node ${version} ${way} unawait/register`, async () => {
      check(await run(node, [way, "unawait/register", "main.js"], { cwd: application() }), { host: "Node.js", version, way: `\`${way} unawait/register\`` });
    });
  }
}

test("bun --preload unawait/register", async () => {
  const output = await run(bin("bun"), ["--preload", "unawait/register", "main.js"], { cwd: application() });
  check(output, { host: "Bun", version: versionOf("bun"), way: "`--preload unawait/register`" });
});

test("deno --preload npm:unawait/register", async () => {
  const output = await run(bin("deno"), ["run", "-A", "--preload", "npm:unawait/register", "main.js"], { cwd: application() });
  check(output, { host: "Deno", version: versionOf("deno"), way: "`--preload npm:unawait/register`" });
});

// What the program logs, told by a test of the runner's.
const RUNNER_TEST = `import { writeFileSync } from "node:fs";
test("the program", async () => {
  const lines = [];
  console.log = (...words) => lines.push(words.join(" "));
  await (await import("./main.js")).done;
  writeFileSync("out.txt", lines.join("\\n") + "\\n");
});
`;

test("jest, with unawait/jest", async () => {
  const cwd = application();
  writeFileSync(path.join(cwd, "main.test.js"), RUNNER_TEST);
  writeFileSync(path.join(cwd, "jest.config.mjs"), `export default { transform: { "\\\\.[cm]?js$": "unawait/jest" }, transformIgnorePatterns: [] };`);
  await run(newest, ["--experimental-vm-modules", path.join(packageOf("jest"), "bin/jest.js"), "--no-cache"], { cwd });
  check(readFileSync(path.join(cwd, "out.txt"), "utf8"), { host: "Jest", version: versionOf("jest"), way: "`unawait/jest`" });
});

test("vitest, with unawait/vite", async () => {
  const cwd = application();
  writeFileSync(path.join(cwd, "main.test.js"), RUNNER_TEST);
  writeFileSync(path.join(cwd, "vitest.config.mjs"), `import unawait from "unawait/vite";
    export default { plugins: [unawait()], test: { globals: true, server: { deps: { inline: true } } } };`);
  await run(newest, [path.join(packageOf("vitest"), "vitest.mjs"), "run"], { cwd });
  check(readFileSync(path.join(cwd, "out.txt"), "utf8"), { host: "Vitest", version: versionOf("vitest"), way: "`unawait/vite`" });
});
