"use strict";
// What the runtime hooks share: options from the environment, and a program lowered with its map in its last line.

const { transformSync } = require("../lib/index.js");

// The hooks have no configuration of their own: `UNAWAIT_OPTIONS='{"promise":"global"}'`.
const options = JSON.parse(process.env.UNAWAIT_OPTIONS || "{}");

// Packages are lowered, too: zones and contexts would be lost in their functions.
function lower(source, filename, format) {
  const sourceType = format === "module" ? "module" : "commonjs";
  const result = transformSync(source, { filename, sourceType, sourceMap: true, sourcesContent: true, ...options });
  if (!result.changed) return source;
  const url = `data:application/json;charset=utf-8;base64,${Buffer.from(result.map).toString("base64")}`;
  return `${result.code}\n//# sourceMappingURL=${url}`;
}

const FORMATS = new Set(["module", "commonjs"]);

// A `load` hook's result with its source lowered. Node reads the source of a CommonJS module itself where the result has none.
function loaded(url, result, fileURLToPath) {
  if (!url.startsWith("file:") || result.source == null || !FORMATS.has(result.format)) return result;
  const source = typeof result.source === "string" ? result.source : Buffer.from(result.source).toString("utf8");
  return { ...result, source: lower(source, fileURLToPath(url), result.format) };
}

module.exports = { lower, loaded };
