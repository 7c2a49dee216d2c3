"use strict";
// `node -r unawait/register app.js`, or `--import unawait/register`: modules are lowered while they load.
// `deno run --preload` and `bun --preload` take this file, too.
//
// Node 22.15 and newer, and Deno, have hooks that run on the program's own thread, for `import` and `require` alike.
// Older Nodes have hooks for `import` that run on another thread, and `require` is caught at
// `Module.prototype._compile`, as every such tool does. Bun has plugins instead.

const module_ = require("node:module");
const path = require("node:path");
const { fileURLToPath, pathToFileURL } = require("node:url");
const { loaded, lower, PROGRAM } = require("./lower.js");

if (process.versions.bun) {
  registerInBun();
} else {
  process.setSourceMapsEnabled?.(true);
  if (module_.registerHooks) {
    module_.registerHooks({ load: (url, context, next) => loaded(url, next(url, context), fileURLToPath) });
  } else {
    registerInOlderNode();
  }
}

function registerInOlderNode() {
  module_.register("./hooks.mjs", pathToFileURL(__filename));
  const { _compile } = module_.prototype;
  module_.prototype._compile = function (content, filename, ...rest) {
    return _compile.call(this, lower(content, filename, "commonjs"), filename, ...rest);
  };
}

// Bun takes the text of ES modules from a plugin, and of CommonJS modules only their exports.
function registerInBun() {
  const { readFileSync } = require("node:fs");
  const transpiler = new globalThis.Bun.Transpiler({ loader: "tsx" });
  const isModule = (source) => {
    const { imports, exports } = transpiler.scan(source);
    return exports.length > 0 || imports.some(({ kind }) => kind === "import-statement");
  };
  const exportsOf = (filename, source) => {
    const module = new module_(filename);
    module.filename = filename;
    module.paths = module_._nodeModulePaths(path.dirname(filename));
    module._compile(source, filename);
    return module.exports;
  };
  const load = ({ path: filename }) => {
    const source = readFileSync(filename, "utf8");
    const contents = lower(source, filename);
    if (filename.endsWith(".mjs") || isModule(source)) return { contents, loader: path.extname(filename).slice(1).replace(/^[cm]/, "") };
    const exports = exportsOf(filename, contents);
    return { exports: { ...exports, default: exports, "module.exports": exports }, loader: "object" };
  };
  globalThis.Bun.plugin({ name: "unawait", setup: (build) => build.onLoad({ filter: PROGRAM }, load) });
}
