// The packed packages in empty folders: with install scripts the command starts without Node, and without them it works.

import { test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { tmpdir } from "node:os";
import path from "node:path";

// `.ci/npm` names the folder of the packed packages.
const packed = process.env.PACKED;
const tarballs = packed && readdirSync(packed).filter((file) => file.endsWith(".tgz")).map((file) => path.join(packed, file));

for (const flags of [[], ["--ignore-scripts"]]) {
  test(`npm install ${flags}`, { skip: !packed }, () => {
    const cwd = mkdtempSync(path.join(tmpdir(), "unawait-install-"));
    writeFileSync(path.join(cwd, "package.json"), '{ "private": true }');
    execFileSync("npm", ["install", "--no-audit", "--no-fund", ...flags, ...tarballs], { cwd, stdio: "pipe" });
    const command = path.join(cwd, "node_modules/.bin/unawait");
    const isScript = readFileSync(command).subarray(0, 2).toString() === "#!";
    assert.equal(isScript, flags.includes("--ignore-scripts") || process.platform === "win32");

    writeFileSync(path.join(cwd, "a.mjs"), "const f = async (x) => (await x) + 1;\nconsole.log(await f(1), /^async/.test(f));\n");
    execFileSync(command, ["a.mjs", "--out-dir", "out"], { cwd });
    assert.equal(execFileSync(process.execPath, ["out/a.mjs"], { cwd, encoding: "utf8" }), "2 false\n");
    const answer = execFileSync(process.execPath, ["-p", 'require("unawait").transformSync("async () => {}").functions'], { cwd, encoding: "utf8" });
    assert.equal(answer, "1\n");

    const starts = Array.from({ length: 9 }, () => {
      const start = performance.now();
      execFileSync(command, ["--version"]);
      return performance.now() - start;
    }).sort((a, b) => a - b);
    console.log(`unawait --version ${flags}: ${starts[4].toFixed(1)} ms`);
  });
}
