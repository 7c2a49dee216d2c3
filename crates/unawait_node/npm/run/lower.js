"use strict";
// What the runtime hooks share: options from the environment, and a program lowered with its map in its last line.

const { transformSync } = require("../lib/index.js");

// The hooks have no configuration of their own: `UNAWAIT_OPTIONS='{"promise":"global"}'`.
const options = JSON.parse(process.env.UNAWAIT_OPTIONS || "{}");

// Wrong options are told before the program starts, and the addon is loaded before the hooks are there: Deno hands its
// hooks even addons, and reads what comes back as text.
transformSync("", options);

// JavaScript and TypeScript, and neither JSON nor WebAssembly.
const PROGRAM = /\.[cm]?[jt]sx?$/;

// Node's names of formats. Deno and Bun name none: there the file's extension and its syntax tell the type.
const SOURCE_TYPES = { module: "module", commonjs: "commonjs", "module-typescript": "module", "commonjs-typescript": "commonjs" };

// Packages are lowered, too: zones and contexts would be lost in their functions.
function lower(source, filename, format) {
  const result = transformSync(source, { filename, sourceType: SOURCE_TYPES[format], sourceMap: true, sourcesContent: true, ...options });
  if (!result.changed) return source;
  const url = `data:application/json;charset=utf-8;base64,${Buffer.from(result.map).toString("base64")}`;
  return `${result.code}\n//# sourceMappingURL=${url}`;
}

// A `load` hook's result with its source lowered. Node reads the source of a CommonJS module itself where the result has none.
function loaded(url, result, fileURLToPath) {
  if (!url.startsWith("file:") || result.source == null || (result.format && !SOURCE_TYPES[result.format])) return result;
  const filename = fileURLToPath(url);
  if (!result.format && !PROGRAM.test(filename)) return result;
  const source = typeof result.source === "string" ? result.source : Buffer.from(result.source).toString("utf8");
  return { ...result, source: lower(source, filename, result.format) };
}

module.exports = { lower, loaded, PROGRAM };
