// A monorepo of two packages in a folder of its own, as a second machine would check it out.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const SOURCES = {
  "packages/numbers/src/index.js": "export async function* numbers(to) {\n  for (let n = 0; n < to; n++) yield await n;\n}\n",
  "packages/sums/src/index.js": 'import { numbers } from "numbers";\n\nexport async function sum(to) {\n  let total = 0;\n  for await (const n of numbers(to)) total += n;\n  return total;\n}\n',
};

export function checkout(prefix, more) {
  const folder = mkdtempSync(path.join(tmpdir(), prefix));
  for (const [name, text] of Object.entries({ ...SOURCES, ...more })) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

// The files of a folder, by name.
export function contents(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(files.map((entry) => path.join(entry.parentPath, entry.name)).sort()
    .map((file) => [path.relative(folder, file), readFileSync(file, "utf8")]));
}
