// OpenTelemetry's web SDK keeps its contexts in zones. Natively a span behind `await` has lost its parent.

import { test } from "node:test";
import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import path from "node:path";
import { build } from "vite";
import unawait from "unawait/vite";
import { paragraphs, served } from "./browser.mjs";

const root = path.join(import.meta.dirname, "telemetry");
const SPANS = ["before await", "after await", "in generator 1", "in loop 1", "in generator 2", "in loop 2"];

async function spans(name, plugins) {
  const outDir = mkdtempSync(path.join(root, "out-"));
  await build({ root, configFile: false, logLevel: "error", plugins, build: { outDir, target: "esnext" } });
  return served(outDir, (url) => paragraphs(url, name));
}

test("every span has its parent", async () => {
  const native = await spans("telemetry-before", []);
  assert(native.includes("after await: none"), `the zone is not lost: this test shows nothing: ${native}`);
  const expected = [...SPANS.map((name) => `${name}: request`), "request: none"];
  for (const options of [{ per: "module" }, { per: "chunk" }, { to: "state-machines" }]) {
    assert.deepEqual(await spans("telemetry-after", [unawait({ promise: "global", ...options })]), expected, JSON.stringify(options));
  }
});
