// Bazel's rule in a sandbox, with a disk cache, by its worker and without: two checkouts elsewhere have the same keys and
// the same bytes. Without Bazel (Debian: bazel-bootstrap) there is nothing to test.

import { test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { checkout, contents } from "./checkout.mjs";

const hasBazel = spawnSync("bazel", ["version"], { cwd: tmpdir() }).error === undefined;
const modules = path.join(import.meta.dirname, "../../node_modules");
const worker = `#!/bin/sh\nexec ${process.execPath} ${path.join(modules, "unawait/bazel/worker.js")} "$@"\n`;
const build = `load("//tools:unawait.bzl", "unawait")
unawait(name = "lowered", srcs = glob(["src/**/*.js"]), options = {"to": "state-machines", "helpers": "import"}, worker = "//tools:worker.sh")
`;
const workspace = () => checkout("unawait-bazel-", {
  WORKSPACE: "",
  "tools/BUILD": 'exports_files(["worker.sh"])\n',
  "tools/worker.sh": worker,
  "tools/unawait.bzl": readFileSync(path.join(modules, "unawait/bazel/unawait.bzl"), "utf8"),
  "packages/numbers/BUILD": build,
  "packages/sums/BUILD": build,
});

test("two checkouts have the same keys and bytes", { skip: !hasBazel }, () => {
  const output = mkdtempSync(path.join(tmpdir(), "unawait-bazel-out-"));
  const cache = mkdtempSync(path.join(tmpdir(), "unawait-bazel-cache-"));
  // How the actions of a build were run, and what they made.
  function built(cwd, ...flags) {
    execFileSync("chmod", ["+x", "tools/worker.sh"], { cwd });
    const bazel = (...args) => spawnSync("bazel", [`--output_user_root=${output}`, "--max_idle_secs=5", ...args], { cwd, encoding: "utf8" });
    const { status, stderr } = bazel("build", "//packages/...", "--experimental_worker_allow_json_protocol", ...flags);
    assert.equal(status, 0, stderr);
    const processes = /INFO: \d+ process(?:es)?: (.*)\.$/m.exec(stderr)[1];
    const bin = bazel("info", "bazel-bin").stdout.trim();
    // Bazel's own files of arguments stand beside the outputs.
    const files = Object.entries(contents(path.join(bin, "packages"))).filter(([name]) => /\.(js|map)$/.test(name));
    return { processes, files: Object.fromEntries(files) };
  }

  const first = built(workspace(), `--disk_cache=${cache}`, "--spawn_strategy=sandboxed");
  assert.match(first.processes, /2 .*sandbox/);
  assert.deepEqual(Object.keys(first.files), ["numbers", "sums"].flatMap((name) => ["js", "js.map"].map((end) => `${name}/lowered/src/index.${end}`)));
  assert.match(first.files["sums/lowered/src/index.js"], /unawait-runtime\/es5/);

  const second = built(workspace(), `--disk_cache=${cache}`, "--spawn_strategy=sandboxed");
  assert.match(second.processes, /2 (?:disk|remote) cache hit/);
  assert.deepEqual(second.files, first.files);

  const byWorker = built(workspace(), "--strategy=Unawait=worker");
  assert.match(byWorker.processes, /2 worker/);
  assert.deepEqual(byWorker.files, first.files);
});
