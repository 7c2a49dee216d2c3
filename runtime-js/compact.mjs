// Writes what is made of the helpers' files: the package's entry points, index.js and index.mjs, and compact.tsv, the texts
// that `crates/unawait_runtime` puts into lowered files.
//   npm install && npm run compact        (`node compact.mjs --check` compares instead of writing)
// A row is a file: its path, a number for its text (by which a test sees whether the row is of today's text), the names
// that it declares, those of the helpers that it requires, what a lowered file runs before its first statement, and the
// rest, which stands behind the program. Whatever only helpers mention has a short name in the last two.
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { minify } from "terser";

const root = dirname(fileURLToPath(import.meta.url));
const folders = ["", "es5/", "shadowed/", "asked/", "driven/", "driven/es5/"];
const files = folders.flatMap((folder) => {
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith(".js") && name !== "index.js");
  return names.sort().map((name) => ({ path: folder + name, name, text: readFileSync(join(root, folder, name), "utf8") }));
});

/** `await-then.js` -> `__awaitThen`: the function that lowered code may call. */
const helperOf = (name) => "__" + name.replace(".js", "").replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const called = new Set(files.map((file) => helperOf(file.name)));

/** The names that a file declares at its top level. */
function declared(text) {
  const names = [...text.matchAll(/^function (\w+)/gm)].map((match) => match[1]);
  for (const [, list] of text.matchAll(/^var (.*);$/gm)) names.push(...list.split(", ").map((name) => name.split(" ")[0]));
  return [...new Set(names)];
}
for (const file of files) file.declares = declared(file.text);

// It depends on the name alone, since one name has one meaning in all of a page's scripts.
// http://www.isthe.com/chongo/tech/comp/fnv/
function shortName(name) {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(name)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  hash >>>= 16; // the higher half is the better mixed one
  return "__" + [hash, hash / 36, hash / 1296].map((digit) => (Math.floor(digit) % 36).toString(36)).join("");
}
const short = new Map(files.flatMap((file) => file.declares).filter((name) => !called.has(name)).map((name) => [name, shortName(name)]));
if (new Set(short.values()).size !== short.size) throw new Error("two names have one short name");

// What begins with one underscore is a property that no program sees.
const properties = [...new Set(files.flatMap((file) => file.text.match(/(?<=\.|[{,] )_[a-z]\w*/g) ?? []))].sort();
const letters = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"];
if (properties.length > letters.length) throw new Error("more properties than letters");
const nameCache = { props: { props: Object.fromEntries(properties.map((name, index) => ["$" + name, letters[index]])) } };

const options = {
  ecma: 5, // and later syntax only where the text has it
  compress: { arrows: false, keep_fargs: true, keep_fnames: /^[A-Z]/, passes: 2, comparisons: false, unsafe: false, side_effects: false, typeofs: false, directives: false },
  mangle: { keep_fnames: /^[A-Z]/, properties: { regex: /^_[a-z]/ } },
  format: { quote_style: 2, comments: false, max_line_len: false },
};

async function compact(text) {
  const front = /^var (\w+ = \/\*#__PURE__\*\/ \w+\(\));\n/m;
  const [, capture = ""] = text.match(front) ?? [];
  // Only what is generated here may shorten names.
  const { code } = await minify(text.replace(front, ""), { ...options, nameCache: structuredClone(nameCache) });
  const rename = (code) => code.replace(/"[^"]*"|\b__\w+/g, (word) => short.get(word) ?? word);
  return [rename(capture.replace(/ = | (?=\w)/g, (space) => space.trim())), rename(code)];
}

// The same as in crates/unawait_runtime.
function fnv64(text) {
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16);
}

const rows = [];
for (const { path, name, text, declares } of files) {
  const code = text.replace(/^\s*\/\/.*$/gm, "");
  const mentions = new Set(code.match(/\b__\w+/g));
  const requires = files.filter((other) => other.name !== name && other.declares.some((name) => mentions.has(name) && !declares.includes(name)));
  const [capture, rest] = await compact(text);
  const names = declares.map((name) => short.get(name) ?? name);
  rows.push([path, fnv64(text), names.join(" "), [...new Set(requires.map((other) => other.name))].join(" "), capture, rest].join("\t"));
}
const made = { "compact.tsv": rows.join("\n") + "\n" };

// The package: the helpers' files one after the other, then what each exports under its own name. The CommonJS file is
// strict, so that the helpers are the same code in both, and has one assignment a name, since that is how an `import` of it
// finds the names.
const header = "// Generated from the files beside it, one a helper: change those, then `npm run compact`.";
for (const folder of ["", "es5/"]) {
  // Whoever loads it may do what a file of its own does not show: the texts are those that presume least.
  const names = [...new Set(files.map((file) => file.name))];
  const pick = (name) => files.find((file) => file.path === folder + name) ?? files.find((file) => file.path === "shadowed/" + name) ?? files.find((file) => file.path === name);
  const present = names.filter(pick), exported = present.map(helperOf);
  const definitions = present.map((name) => pick(name).text.trimEnd() + "\n").join("\n");
  made[folder + "index.mjs"] = `${header}\n\n${definitions}\nexport {\n${exported.map((name) => `  ${name},\n`).join("")}};\n`;
  made[folder + "index.js"] = `"use strict";\n${header}\n\n${definitions}\n${exported.map((name) => `exports.${name} = ${name};\n`).join("")}`;
}

for (const [name, text] of Object.entries(made)) {
  const path = join(root, name);
  if (!process.argv.includes("--check")) writeFileSync(path, text);
  else if (!existsSync(path) || readFileSync(path, "utf8") !== text) {
    console.error(`${name} is not made of today's helpers: npm run compact`);
    process.exitCode = 1;
  }
}
