"use strict";
// `transform: { "\\.[cm]?js$": ["unawait/jest", { options }] }`. jest runs modules as CommonJS unless told otherwise.

const { createHash } = require("node:crypto");
const { transformSync } = require("../lib/index.js");
const { version } = require("../package.json");

module.exports = {
  process(source, filename, { supportsStaticESM, transformerConfig }) {
    const sourceType = supportsStaticESM ? "module" : "commonjs";
    const { code, map } = transformSync(source, { filename, sourceType, sourceMap: true, ...transformerConfig });
    return { code, map };
  },
  getCacheKey(source, filename, { configString, transformerConfig, supportsStaticESM }) {
    const parts = [version, source, filename, configString, JSON.stringify(transformerConfig), supportsStaticESM];
    return createHash("sha256").update(parts.join("\0")).digest("hex");
  },
};
