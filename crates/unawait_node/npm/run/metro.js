"use strict";
// metro.config.js: `transformer: { babelTransformerPath: require.resolve("unawait/metro") }`.
//
// Hermes has async functions, and lacks async generators and `using`: only these are lowered, before Babel's pass, which
// goes on to take types and JSX away. A source that unawait cannot read (Flow) goes to Babel as it is.

const { createHash } = require("node:crypto");
const { SourceMap } = require("node:module");
const { transformSync, UnawaitError } = require("../lib/index.js");
const { version } = require("../package.json");

// The application's own transformer, which a strict node_modules shows to the application alone.
const upstream = require(require.resolve("@react-native/metro-babel-transformer", { paths: [process.cwd(), __dirname] }));

const HERMES = { lower: ["async-generators", "for-await", "await-using"] };

// Metro's configuration has no place for a transformer's options. For debugging, Hermes' steps are easier to follow in
// state machines: `UNAWAIT_OPTIONS='{"to":"state-machines"}'`.
const options = { helpers: "package", ...JSON.parse(process.env.UNAWAIT_OPTIONS || JSON.stringify(HERMES)) };

function lowered(src, filename) {
  const lang = /\.tsx?$/.test(filename) ? filename.split(".").pop() : "jsx";
  try {
    return transformSync(src, { filename, lang, sourceType: "module", sourceMap: true, ...options });
  } catch (error) {
    if (error instanceof UnawaitError) return { code: src };
    throw error;
  }
}

// Metro makes its map of the places in Babel's tree: they have to be those of the source. What unawait has added has none.
function placeInSource(tree, map) {
  const places = new SourceMap(JSON.parse(map));
  const seen = new Set();
  const move = (place) => {
    const { originalLine, originalColumn } = places.findEntry(place.line - 1, place.column);
    if (originalLine === undefined) return false;
    place.line = originalLine + 1;
    place.column = originalColumn;
    return true;
  };
  const visit = (node) => {
    if (node === null || typeof node !== "object" || seen.has(node)) return;
    seen.add(node);
    if (node.loc && !seen.has(node.loc)) {
      seen.add(node.loc);
      if (![node.loc.start, node.loc.end].map(move).every(Boolean)) node.loc = undefined;
    }
    for (const child of Object.values(node)) visit(child);
  };
  visit(tree);
}

function transform(call) {
  const { code, map } = lowered(call.src, call.filename);
  const result = upstream.transform({ ...call, src: code });
  if (map && result.ast) placeInSource(result.ast, map);
  return result;
}

module.exports = {
  ...upstream,
  transform,
  getCacheKey: (...context) => {
    const parts = [version, JSON.stringify(options), upstream.getCacheKey?.(...context)];
    return createHash("sha256").update(parts.join("\0")).digest("hex");
  },
};
