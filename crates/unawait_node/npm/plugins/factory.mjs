// One plugin for every bundler, by unplugin. It lowers in one of two places:
//
// - `per: "module"` (default): each module behind the other transforms, dependencies included, with helpers that the
//   bundler shares and shakes. It serves development servers, too.
// - `per: "chunk"`: each finished chunk, with one set of inline helpers. It covers whatever the bundler itself has
//   written (its own runtime, what other plugins add late), for the bundlers that hand chunks out (rollup, rolldown, vite).

import { createRequire } from "node:module";
import { createUnplugin } from "unplugin";
import unawait from "../lib/index.js";

const require = createRequire(import.meta.url);
const RUNTIME = /^unawait-runtime(?:\/es5)?$/;
const PROGRAM = /\.[cm]?[jt]sx?(?:[?#]|$)/;
const WORK = /\b(?:async|await|using|yield)\b|\\u/;

// Bundlers name modules with a query behind the path, and virtual ones behind a NUL.
const fileOf = (id) => id.replace(/^\0+/, "").split(/[?#]/)[0];

// These bundlers take types away before plugins that are marked `post`: what comes from a `.ts` file is JavaScript. The
// others hand over the file as it is, or in the order of their plugins.
const WITHOUT_TYPES = new Set(["vite", "webpack", "rspack"]);
const languageOf = (file, framework) => (WITHOUT_TYPES.has(framework) && /\.[cm]?tsx?$/.test(file) ? "jsx" : undefined);

function lowered(code, filename, options) {
  const { per: _, include: __, exclude: ___, ...rest } = options;
  return unawait.transformSync(code, { sourceMap: true, sourcesContent: true, filename, ...rest });
}

function told(context, warnings) {
  for (const { code, message, start } of warnings) context.warn({ message: `${message} [${code}]`, pos: start.offset });
}

function chunkHooks(options) {
  return {
    renderChunk(code, chunk, output) {
      const sourceType = output.format === "es" || output.format === "esm" ? "module" : output.format === "cjs" ? "commonjs" : "script";
      const result = lowered(code, chunk.fileName, { sourceType, ...options, helpers: options.helpers ?? "inline" });
      told(this, result.warnings);
      return result.changed ? { code: result.code, map: result.map } : null;
    },
  };
}

export const unplugin = createUnplugin((options = {}, { framework }) => {
  if (options.per === "chunk") {
    if (!["rollup", "rolldown", "vite"].includes(framework)) {
      throw new TypeError(`unawait: \`per: "chunk"\` is for rollup, rolldown and vite; ${framework} hands out no chunks: lower its output folder with \`unawait --in-place\``);
    }
    const hooks = chunkHooks(options);
    return { name: "unawait", enforce: "post", rollup: hooks, rolldown: hooks, vite: hooks };
  }
  // The package's helpers use the engine's promises.
  const helpers = options.driver || (options.promise ?? "intrinsic") !== "intrinsic" ? "inline" : "package";
  return {
    name: "unawait",
    enforce: "post",
    ...resolution(framework),
    transform: {
      filter: { id: { include: options.include ?? PROGRAM, exclude: options.exclude ?? /[\\/]unawait-runtime[\\/]/ }, code: WORK },
      handler(code, id) {
        const file = fileOf(id);
        const result = lowered(code, file, { helpers, lang: languageOf(file, framework), ...options });
        told(this, result.warnings);
        return result.changed ? { code: result.code, map: result.map } : null;
      },
    },
  };
});

// The runtime is a dependency of this package, not of the application: only from here can it be found.
function resolution(framework) {
  if (framework !== "esbuild") return { resolveId: { filter: { id: RUNTIME }, handler: (id) => (RUNTIME.test(id) ? runtime(id) : null) } };
  // esbuild gets what `resolveId` answers in the plugin's own namespace, where nobody loads files.
  return { esbuild: { setup: (build) => build.onResolve({ filter: RUNTIME }, ({ path }) => ({ path: runtime(path) })) } };
}

// Bundlers take ES modules apart and shake them.
function runtime(id) {
  return require.resolve(id).replace(/index\.js$/, "index.mjs");
}
