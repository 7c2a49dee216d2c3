// The helpers as text, the way a lowered file holds them: a helper's file and the files it requires.
"use strict";
const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");

const folder = join(__dirname, "..");
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".js") && name !== "index.js")
  .map((name) => readFileSync(join(folder, name), "utf8"))
  .map((text) => ({ text, code: text.replace(/^\s*\/\/.*$/gm, ""), declares: topLevelNames(text) }));

/** The text of the named helpers and of all that they require. */
function helperSource(...names) {
  const wanted = new Set(names.map(fileOf));
  // A Set goes on to what is added while it is walked.
  for (const { code } of wanted) {
    for (const other of files) {
      if (other.declares.some((name) => new RegExp(`\\b${name}\\b`).test(code))) wanted.add(other);
    }
  }
  return [...wanted].map((file) => file.text).join("\n");
}

function fileOf(name) {
  const file = files.find((file) => file.declares.includes(name));
  if (!file) throw new Error(`no file of runtime-js declares ${name}`);
  return file;
}

function topLevelNames(text) {
  const names = [...text.matchAll(/^function (\w+)/gm)].map((match) => match[1]);
  for (const [, list] of text.matchAll(/^var (.*);$/gm)) names.push(...list.split(", ").map((name) => name.split(" ")[0]));
  return names;
}

module.exports = { helperSource };
