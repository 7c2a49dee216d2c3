// Metro bundles the program with its transformer: Hermes' compiler takes the bundle, and Node runs it.

import { test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { SourceMap } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { application, bin, check, packageOf, versionOf } from "./app.mjs";

const BUILD = `const Metro = require("metro");
const update = () => {};
(async () => {
  const config = await Metro.loadConfig({ cwd: __dirname }, {
    projectRoot: __dirname,
    watchFolders: [${JSON.stringify(path.dirname(packageOf("unawait")))}],
    cacheStores: [],
    maxWorkers: 1,
    reporter: { update },
    transformer: { babelTransformerPath: require.resolve("unawait/metro") },
  });
  await Metro.runBuild(config, { entry: "main.js", out: "out.js", sourceMap: true, dev: false, minify: false, unstable_transformProfile: "hermes-stable" });
})();`;
const hermesc = path.join(packageOf("hermes-compiler"), "hermesc", { linux: "linux64-bin", darwin: "osx-bin", win32: "win64-bin" }[process.platform], "hermesc");

// Metro's maps have sections, which Node's stacks do not follow.
function mapped(output, cwd) {
  const map = new SourceMap(JSON.parse(readFileSync(path.join(cwd, "out.map"), "utf8")));
  const lines = readFileSync(path.join(cwd, "out.js"), "utf8").split("\n");
  return output.replace(/out\.js:(\d+)/, (_, line) => {
    const { originalSource, originalLine } = map.findEntry(line - 1, lines[line - 1].indexOf("new Error"));
    return `${path.basename(originalSource)}:${originalLine + 1}`;
  });
}

const WAYS = { "for what Hermes lacks": {}, "to state machines": { UNAWAIT_OPTIONS: '{"to":"state-machines"}' } };
for (const [way, env] of Object.entries(WAYS)) {
  test(`metro and hermesc, ${way}`, () => {
    const cwd = application();
    writeFileSync(path.join(cwd, "build.cjs"), BUILD);
    execFileSync(bin("node"), ["build.cjs"], { cwd, env: { ...process.env, ...env }, stdio: "pipe" });
    execFileSync(hermesc, ["-O", "-w", "-emit-binary", "-out", "out.hbc", "out.js"], { cwd, stdio: "pipe" });
    assert(readFileSync(path.join(cwd, "out.hbc")).length > 10_000);
    const output = execFileSync(process.execPath, [path.join(cwd, "out.js")], { encoding: "utf8" });
    const version = `${versionOf("metro")}, hermesc ${versionOf("hermes-compiler")}`;
    check(mapped(output, cwd), { host: "Metro", version, way: `\`unawait/metro\`, ${way}` });
  });
}

test("a source with Flow types goes to Babel as it is", () => {
  const cwd = application();
  writeFileSync(path.join(cwd, "late.js"), "type T = {| n: number |};\nexport async function late(n: T | number): Promise<number> {\n  return ((await n: any): number) + 1;\n}\n");
  writeFileSync(path.join(cwd, "build.cjs"), BUILD);
  execFileSync(bin("node"), ["build.cjs"], { cwd, stdio: "pipe" });
  assert.match(execFileSync(process.execPath, [path.join(cwd, "out.js")], { encoding: "utf8" }), /^10 21 42$/m);
});
