// The small program that every host runs, and what it must print.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));

// A copy of the application in a folder of its own, below the folder in which the package is installed.
export function application() {
  const folder = mkdtempSync(path.join(here, "run-"));
  cpSync(path.join(here, "app"), folder, { recursive: true });
  cpSync(path.join(here, "app/dependency"), path.join(folder, "node_modules/dependency"), { recursive: true });
  writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
  return folder;
}

const require = createRequire(import.meta.url);

// The folder of an installed package, also of one whose `exports` hide its manifest.
export function packageOf(name) {
  return require.resolve.paths(name).map((folder) => path.join(folder, name)).find((folder) => existsSync(path.join(folder, "package.json")));
}

export const versionOf = (name) => JSON.parse(readFileSync(path.join(packageOf(name), "package.json"), "utf8")).version;
export const bin = (name) => path.join(path.dirname(packageOf("unawait")), ".bin", name);

const native = execFileSync(process.execPath, [path.join(application(), "main.js")], { encoding: "utf8" });
assert.match(native, /^10 21 42\nthrown at main\.js:13\n(?:native ?){5}\n$/);

// The program must print natively's lines. The second has the place of the `throw` as the host's stack shows it; the
// last tells of each function, those of the dependency included, whether it is lowered. `unmapped` says why a host's
// stack shows another place.
export function check(output, { unmapped, ...row }) {
  const place = /thrown at (\w+\.js:\d+)/.exec(output)?.[1];
  const lowered = native.replaceAll("native", "lowered");
  assert.equal(output, unmapped ? lowered.replace("main.js:13", place) : lowered);
  if (unmapped) assert.notEqual(place, "main.js:13", "the host maps its stacks now");
  record({ ...row, place: unmapped ? `not mapped: ${unmapped}` : place });
}

// `.ci/npm` makes the page of hosts of these lines.
export function record(row) {
  if (process.env.HOSTS_LOG) appendFileSync(process.env.HOSTS_LOG, `${JSON.stringify(row)}\n`);
}
