// A library in TypeScript, built by Vite into two formats and packed; another package consumes both, and its types.

import { test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "vite";
import unawait from "unawait/vite";

const root = path.join(import.meta.dirname, "library");
const CONSUMER = `const pages = [{ items: [1, 2], next: 1 }, { items: [3] }];
const fetch = async (page) => pages[page];
(async () => {
  const found = await collect(fetch);
  const error = await collect(async () => ({ items: [] })).catch((error) => error);
  const frame = error.stack.split("\\n")[1];
  console.log(found.join(), error.message, /index\\.ts:\\d+/.exec(frame)?.[0], /^async/.test(collect.toString()) ? "native" : "lowered");
})();
`;

test("both formats of the library work where they are installed", async () => {
  await build({
    root, configFile: false, logLevel: "error", plugins: [unawait()],
    build: { lib: { entry: "src/index.ts", formats: ["es", "cjs"], fileName: "index" }, sourcemap: true, minify: false, target: "esnext" },
  });
  const tsc = path.join(import.meta.dirname, "../../node_modules/typescript/bin/tsc");
  execFileSync(process.execPath, [tsc, "src/index.ts", "--declaration", "--emitDeclarationOnly", "--outDir", "dist", "--target", "esnext"], { cwd: root });
  writeFileSync(path.join(root, "package.json"), JSON.stringify({
    name: "pages", version: "1.0.0", files: ["dist"],
    exports: { types: "./dist/index.d.ts", import: "./dist/index.mjs", require: "./dist/index.js" },
  }));
  const consumer = mkdtempSync(path.join(root, "consumer-"));
  const npm = (args, cwd) => execFileSync("npm", args, { cwd, encoding: "utf8", stdio: "pipe" }).trim();
  const packed = path.join(root, npm(["pack", "--silent"], root));
  writeFileSync(path.join(consumer, "package.json"), '{ "private": true }');
  npm(["install", "--no-audit", "--no-fund", packed], consumer);

  const native = "1,2,3 no items index.ts:21 lowered\n";
  for (const [file, head] of [["use.mjs", 'import { collect } from "pages";\n'], ["use.cjs", 'const { collect } = require("pages");\n']]) {
    writeFileSync(path.join(consumer, file), head + CONSUMER);
    assert.equal(execFileSync(process.execPath, ["--enable-source-maps", file], { cwd: consumer, encoding: "utf8" }), native, file);
  }
  writeFileSync(path.join(consumer, "types.mts"), 'import { collect } from "pages";\nconst all: number[] = await collect(async () => ({ items: [1] }));\nall;\n');
  execFileSync(process.execPath, [tsc, "types.mts", "--noEmit", "--target", "esnext", "--module", "nodenext"], { cwd: consumer });
});
