// Every bundler builds the same program with the plugin. The bundle must print what the program prints natively, must
// hold no async code, and its stacks must lead to the source.

import { test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const app = path.join(realpathSync(mkdtempSync(path.join(tmpdir(), "unawait-hosts-"))), "app");
cpSync(path.join(here, "app"), app, { recursive: true });
cpSync(path.join(here, "app/dependency"), path.join(app, "node_modules/dependency"), { recursive: true });
writeFileSync(path.join(app, "package.json"), '{ "type": "module" }');
const entry = path.join(app, "main.js");

const run = (file) => execFileSync(process.execPath, ["--enable-source-maps", file], { encoding: "utf8" });
const native = run(entry);

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
    await packed(webpack, await plugin("webpack", options), dir);
  },
  async rspack(options, dir) {
    const { rspack } = await import("@rspack/core");
    await packed(rspack, await plugin("rspack", options), dir);
  },
};

async function rollupPlugins() {
  const [{ nodeResolve }, { default: commonjs }] = await Promise.all([import("@rollup/plugin-node-resolve"), import("@rollup/plugin-commonjs")]);
  return { nodeResolve, commonjs };
}

function packed(pack, plugin, dir) {
  const config = {
    mode: "production", target: "node", entry, devtool: "source-map", plugins: [plugin], optimization: { minimize: false },
    output: { path: dir, filename: "main.js", chunkFilename: "[id].js", chunkFormat: "commonjs", clean: false },
  };
  return new Promise((resolve, reject) =>
    pack(config, (error, stats) => (error || stats.hasErrors() ? reject(error ?? new Error(stats.toString())) : resolve())));
}

// A program without its comments and strings: a helper asks `Function("return async function* () {}")` for a prototype.
const code = (text) => text.replace(/\/\/.*|\/\*[^]*?\*\/|"(?:[^"\\\n]|\\.)*"/g, "");

function outputs(dir) {
  return readdirSync(dir, { recursive: true }).filter((file) => /\.m?js$/.test(file)).map((file) => path.join(dir, file));
}

const WAYS = [{}, { to: "state-machines" }];
for (const [host, build] of Object.entries(HOSTS)) {
  for (const options of [...WAYS, ...(/^(rollup|rolldown|vite)$/.test(host) ? [{ per: "chunk" }] : [])]) {
    test(`${host} ${JSON.stringify(options)}`, async () => {
      const dir = mkdtempSync(path.join(app, `${host}-`));
      writeFileSync(path.join(dir, "package.json"), JSON.stringify({ type: /webpack|rspack/.test(host) ? "commonjs" : "module" }));
      await build(options, dir);
      for (const file of outputs(dir)) {
        assert.doesNotMatch(code(readFileSync(file, "utf8")), /\basync\s+function|\bawait\s+\w|for await/, file);
      }
      assert.equal(run(path.join(dir, "main.js")), native);
    });
  }
}

test("a stack leads through the bundle's map to the source", async () => {
  for (const options of WAYS) {
    const outfile = path.join(mkdtempSync(path.join(app, "stack-")), "throws.mjs");
    const { build } = await import("esbuild");
    await build({ entryPoints: [path.join(app, "throws.js")], bundle: true, format: "esm", outfile, sourcemap: true, plugins: [await plugin("esbuild", options)] });
    const { stderr } = spawnSync(process.execPath, ["--enable-source-maps", outfile], { encoding: "utf8" });
    assert.match(stderr, /Error: thrown on line 4\n\s+at .*throws\.js:4:9/);
  }
});
