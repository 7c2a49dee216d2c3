#!/usr/bin/env node
// Writes crates/unawait/docs/size.md: what lowered programs weigh after a minifier, ours beside the other tools'.
//   node .ci/size.mjs [path of unawait]        installs the other tools into target/size
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const unawait = process.argv[2] ?? join(root, "target/release/unawait");
const tools = join(root, "target/size");
const wanted = ["esbuild@0.28.2", "typescript@5.9.3", "@babel/core@7.29.0", "@babel/preset-env@7.29.0", "@swc/core@1.15.18"];
mkdirSync(tools, { recursive: true });
writeFileSync(join(tools, "package.json"), '{ "private": true }\n');
execFileSync("npm", ["install", "--no-audit", "--no-fund", "--no-save", ...wanted], { cwd: tools, stdio: "inherit" });
const require = createRequire(join(tools, "package.json"));
const esbuild = require("esbuild"), typescript = require("typescript"), babel = require("@babel/core"), swc = require("@swc/core");

const programs = {
  "one async function": "export async function f(a) { await a; return 1; }",
  "an async arrow function without `await`": "export const f = async (a) => a + 1;",
  "two functions with several awaits": `export async function f(a) { const b = await a; if (b) await b.c; return b; }
export async function g(a) { for (const b of a) await b; return await f(a); }`,
  "one async generator": "export async function* f(a) { for (const b of a) yield b; }",
  "one `for await`": "export async function f(a) { let sum = 0; for await (const b of a) sum += b; return sum; }",
  "an async generator and its loop": `export async function* f(a) { for (let i = 0; i < a; i++) yield i; }
export async function g() { let sum = 0; for await (const b of f(3)) sum += b; return sum; }`,
  "`await using`": "export async function f(a) { await using b = a(); return b.c; }",
  "`yield*`": "export async function* f(a) { yield* a; }",
};
// Names of the programs do not meet.
const all = Object.values(programs).map((code, index) => code.replace(/\b[fg]\b(?= ?[(=])/g, (name) => name + index)).join("\n");
programs["all of them"] = all;

const ours = (to) => (code) => execFileSync(unawait, ["--to", to, "--source-type", "module"], { input: code, encoding: "utf8" });
const es2017 = {
  "ours": ours("generators"),
  "esbuild": (code) => esbuild.transformSync(code, { target: "es2016", supported: { generator: true } }).code,
  "TypeScript": (code) => transpile(code, typescript.ScriptTarget.ES2016),
  "Babel": (code) => babelled(code, { chrome: 52 }),
  "swc": (code) => swc.transformSync(code, { isModule: true, env: { targets: { chrome: 52 } }, jsc: { parser: { syntax: "ecmascript", explicitResourceManagement: true } } }).code,
};
const es5 = {
  "ours": ours("state-machines"),
  "TypeScript": (code) => transpile(code, typescript.ScriptTarget.ES5),
  "Babel": (code) => babelled(code, { ie: 11 }),
};
const transpile = (code, target) =>
  typescript.transpileModule(code, { compilerOptions: { target, module: typescript.ModuleKind.ESNext, downlevelIteration: true } }).outputText;
const babelled = (code, targets) =>
  babel.transformSync(code, { configFile: false, presets: [[require.resolve("@babel/preset-env"), { targets, modules: false }]] }).code;

function weigh(lower, code) {
  try {
    // As a module, so that every minifier may rename what is not exported; helpers that are imported count.
    const { outputFiles: [file] } = esbuild.buildSync({
      stdin: { contents: lower(code), resolveDir: tools, loader: "js" },
      bundle: true, minify: true, format: "esm", write: false, logLevel: "silent",
    });
    return `${file.contents.length} / ${gzipSync(file.contents, { level: 9 }).length}`;
  } catch {
    return "-";
  }
}
function table(columns) {
  const names = Object.keys(columns);
  const rows = Object.entries(programs).map(([name, code]) => `| ${name} | ${names.map((tool) => weigh(columns[tool], code)).join(" | ")} |`);
  return [`| program | ${names.join(" | ")} |`, `| --- |${" --: |".repeat(names.length)}`, ...rows].join("\n");
}

const text = `# Size

Bytes after esbuild has minified the output as a module, then after gzip. Every tool's helpers are in it. Written by
\`node .ci/size.mjs\` with ${wanted.map((tool) => tool.replace(/@(?=\d)/, " ")).join(", ")}; a dash: the tool does not lower it.

## To generators

${table(es2017)}

## To state machines, and the others' ES5

${table(es5)}
`;
const path = join(root, "crates/unawait/docs/size.md");
writeFileSync(path, text);
console.log(readFileSync(path, "utf8"));
