"use strict";
// A loader for webpack and rspack, also in thread-loader: `{ test: /\.[cm]?js$/, loader: "unawait/loader", options: {} }`.
// Without thread-loader the plugin does the same and finds the runtime by itself.

const { transform } = require("../lib/index.js");

module.exports = function loader(source, inputMap) {
  const done = this.async();
  const options = { filename: this.resourcePath, sourceMap: this.sourceMap, sourcesContent: true, ...this.getOptions() };
  if (this.sourceMap && inputMap) options.inputMap = inputMap;
  transform(source, options).then((result) => {
    for (const { message } of result.warnings) this.emitWarning(new Error(message));
    done(null, result.code, result.map ? JSON.parse(result.map) : inputMap);
  }, done);
};
