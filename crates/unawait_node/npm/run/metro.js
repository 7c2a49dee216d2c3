"use strict";
// metro.config.js: `transformer: { babelTransformerPath: require.resolve("unawait/metro") }`.
//
// Hermes has async functions, and lacks async generators and `using`: only these are lowered, before Babel's pass, which
// goes on to take types and JSX away. A source that unawait cannot read (Flow) goes to Babel as it is.

const upstream = require("@react-native/metro-babel-transformer");
const { transformSync, UnawaitError } = require("../lib/index.js");

const HERMES = { lower: ["async-generators", "for-await", "await-using"] };

function lowered(src, filename) {
  const lang = /\.tsx?$/.test(filename) ? filename.split(".").pop() : "jsx";
  try {
    return transformSync(src, { filename, lang, sourceType: "module", helpers: "package", ...HERMES }).code;
  } catch (error) {
    if (error instanceof UnawaitError) return src;
    throw error;
  }
}

module.exports = { ...upstream, transform: (call) => upstream.transform({ ...call, src: lowered(call.src, call.filename) }) };
