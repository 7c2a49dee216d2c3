// The helpers as text, the way a lowered file holds them: a helper's file and the files it requires.
"use strict";
const { existsSync, readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");

const root = join(__dirname, "..");

/** The text of the named helpers and of all that they require. */
const helperSource = (...names) => helperSourceIn([""], ...names);

/** The same, each text being that of the first of these folders which has one. */
function helperSourceIn(folders, ...names) {
  const files = filesIn(folders), wanted = new Set(names.map((name) => fileOf(files, name)));
  // A Set goes on to what is added while it is walked.
  for (const { code } of wanted) {
    for (const other of files) {
      if (other.declares.some((name) => new RegExp(`\\b${name}\\b`).test(code))) wanted.add(other);
    }
  }
  return [...wanted].map((file) => file.text).join("\n");
}

function filesIn(folders) {
  const names = readdirSync(root).filter((name) => name.endsWith(".js") && name !== "index.js");
  return names.map((name) => {
    const folder = folders.find((folder) => existsSync(join(root, folder, name)));
    const text = readFileSync(join(root, folder, name), "utf8");
    return { text, code: text.replace(/^\s*\/\/.*$/gm, ""), declares: topLevelNames(text) };
  });
}

function fileOf(files, name) {
  const file = files.find((file) => file.declares.includes(name));
  if (!file) throw new Error(`no file of runtime-js declares ${name}`);
  return file;
}

function topLevelNames(text) {
  const names = [...text.matchAll(/^function (\w+)/gm)].map((match) => match[1]);
  for (const [, list] of text.matchAll(/^var (.*);$/gm)) names.push(...list.split(", ").map((name) => name.split(" ")[0]));
  return names;
}

module.exports = { helperSource, helperSourceIn };
