"use strict";
// `node -r unawait/register app.js`, or `--import unawait/register`: modules are lowered while they load.
//
// Node 22.15 and newer have hooks that run on the program's own thread, for `import` and `require` alike. Older ones
// have hooks for `import` that run on another thread, and `require` is caught at `Module.prototype._compile`, as
// every such tool does.

const module_ = require("node:module");
const { fileURLToPath, pathToFileURL } = require("node:url");
const { loaded, lower } = require("./lower.js");

process.setSourceMapsEnabled(true);

if (module_.registerHooks) {
  module_.registerHooks({ load: (url, context, next) => loaded(url, next(url, context), fileURLToPath) });
} else {
  module_.register("./hooks.mjs", pathToFileURL(__filename));
  const { _compile } = module_.prototype;
  module_.prototype._compile = function (content, filename, ...rest) {
    return _compile.call(this, lower(content, filename, "commonjs"), filename, ...rest);
  };
}
