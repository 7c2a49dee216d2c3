// Every bundler builds the same program with the plugin. The bundle must print what the program prints natively, must
// hold no async code, and its stacks must lead to the source.

import { test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { application, bin, check, packageOf, record, versionOf } from "./app.mjs";

const app = application();
const entry = path.join(app, "main.js");

const run = (file) => execFileSync(process.execPath, ["--enable-source-maps", file], { encoding: "utf8" });

const plugin = async (name, options) => (await import(`unawait/${name}`)).default(options);

const HOSTS = {
  async rollup(options, dir) {
    const { rollup } = await import("rollup");
    const { nodeResolve, commonjs } = await rollupPlugins();
    const bundle = await rollup({ input: entry, plugins: [nodeResolve(), await plugin("rollup", options), commonjs()] });
    await bundle.write({ dir, format: "es", sourcemap: true });
  },
  async rolldown(options, dir) {
    const { build } = await import("rolldown");
    await build({ input: entry, platform: "node", plugins: [await plugin("rolldown", options)], output: { dir, format: "es", sourcemap: true } });
  },
  async vite(options, dir) {
    const { build } = await import("vite");
    const output = { entryFileNames: "main.js", format: "es" };
    await build({
      root: app, configFile: false, logLevel: "error", plugins: [await plugin("vite", options)],
      build: { ssr: true, outDir: dir, sourcemap: true, minify: false, emptyOutDir: false, rollupOptions: { input: entry, output } },
      ssr: { noExternal: true },
    });
  },
  async esbuild(options, dir) {
    const { build } = await import("esbuild");
    const plugins = [await plugin("esbuild", options)];
    await build({ entryPoints: [entry], bundle: true, splitting: true, format: "esm", platform: "node", outdir: dir, sourcemap: true, logLevel: "error", plugins });
  },
  async webpack(options, dir) {
    const { default: webpack } = await import("webpack");
    await packed(webpack, { plugins: [await plugin("webpack", options)] }, dir);
  },
  async rspack(options, dir) {
    const { rspack } = await import("@rspack/core");
    await packed(rspack, { plugins: [await plugin("rspack", options)] }, dir);
  },
  async bun(options, dir) {
    // Only Bun itself can call its bundler.
    const build = `import unawait from "unawait/bun";
      await Bun.build({ entrypoints: ["main.js"], target: "node", splitting: true, sourcemap: "linked", outdir: ${JSON.stringify(dir)}, plugins: [unawait(${JSON.stringify(options)})] });`;
    writeFileSync(path.join(app, "build.mjs"), build);
    execFileSync(bin("bun"), ["build.mjs"], { cwd: app });
  },
};

async function rollupPlugins() {
  const [{ nodeResolve }, { default: commonjs }] = await Promise.all([import("@rollup/plugin-node-resolve"), import("@rollup/plugin-commonjs")]);
  return { nodeResolve, commonjs };
}

function packed(pack, more, dir) {
  const config = {
    mode: "production", target: "node", entry, devtool: "source-map", optimization: { minimize: false }, ...more,
    output: { path: dir, filename: "main.js", chunkFilename: "[id].js", chunkFormat: "commonjs", clean: false },
  };
  return new Promise((resolve, reject) =>
    pack(config, (error, stats) => (error || stats.hasErrors() ? reject(error ?? new Error(stats.toString())) : resolve())));
}

// A program without its comments and strings: a helper asks `Function("return async function* () {}")` for a prototype.
const code = (text) => text.replace(/\/\/.*|\/\*[^]*?\*\/|"(?:[^"\\\n]|\\.)*"/g, "");

function assertLowered(dir) {
  for (const file of readdirSync(dir, { recursive: true }).filter((file) => /\.m?js$/.test(file))) {
    assert.doesNotMatch(code(readFileSync(path.join(dir, file), "utf8")), /\basync\s+function|\bawait\s+\w|for await/, file);
  }
}

const PACKAGES = { rspack: "@rspack/core" };
const UNMAPPED = { 'bun {"to":"state-machines"}': "Bun's bundler ignores the maps of plugins" };
const WAYS = [{}, { to: "state-machines" }];
for (const [host, build] of Object.entries(HOSTS)) {
  for (const options of [...WAYS, ...(/^(rollup|rolldown|vite)$/.test(host) ? [{ per: "chunk" }] : [])]) {
    test(`${host} ${JSON.stringify(options)}`, async () => {
      const dir = mkdtempSync(path.join(app, `${host}-`));
      writeFileSync(path.join(dir, "package.json"), JSON.stringify({ type: /webpack|rspack/.test(host) ? "commonjs" : "module" }));
      await build(options, dir);
      assertLowered(dir);
      const unmapped = UNMAPPED[`${host} ${JSON.stringify(options)}`];
      const way = `\`unawait/${host}\` \`${JSON.stringify(options)}\``;
      check(run(path.join(dir, "main.js")), { host, version: versionOf(PACKAGES[host] ?? host), way, unmapped });
    });
  }
}

test("webpack with the loader in thread-loader", async () => {
  const { default: webpack } = await import("webpack");
  const dir = mkdtempSync(path.join(app, "loader-"));
  writeFileSync(path.join(dir, "package.json"), '{ "type": "commonjs" }');
  const use = ["thread-loader", { loader: "unawait/loader", options: { helpers: "package" } }];
  const rules = [{ test: /\.[cm]?js$/, exclude: /unawait-runtime/, use }];
  // The loader cannot resolve for the bundler: an application without unawait-runtime of its own names it here.
  const alias = { "unawait-runtime": packageOf("unawait-runtime") };
  await packed(webpack, { module: { rules }, resolve: { alias } }, dir);
  check(run(path.join(dir, "main.js")), { host: "webpack", version: versionOf("webpack"), way: "`unawait/loader` in thread-loader" });
});

// Farm 1.7 writes a bundle for Node that never runs its entry, with this plugin and without: it is built, and looked at.
test("farm {}", async () => {
  const dir = mkdtempSync(path.join(app, "farm-"));
  const build = `import { build } from "@farmfe/core";
    import unawait from "unawait/farm";
    const output = { path: ${JSON.stringify(dir)}, targetEnv: "node", format: "esm", entryFilename: "main.mjs" };
    const compilation = { input: { index: "./main.js" }, output, sourcemap: true, minify: false, persistentCache: false, presetEnv: false };
    await build({ root: ${JSON.stringify(app)}, compilation, plugins: [unawait()] });`;
  writeFileSync(path.join(app, "farm.mjs"), build);
  execFileSync(process.execPath, ["farm.mjs"], { cwd: app, stdio: "pipe" });
  assertLowered(dir);
  assert.match(readdirSync(dir).join(" "), /late.*\.js /);
  record({ host: "farm", version: versionOf("@farmfe/core"), way: "`unawait/farm` `{}`", place: "built, not run" });
});
