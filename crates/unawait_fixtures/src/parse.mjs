// Parses files, native and lowered: `parse.mjs LIST NATIVE LOWERED`, LIST being a JSON file of [path, kind].
// Prints a line for each that does not parse: which tree, tab, path, tab, error.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";

const [list, native, lowered] = process.argv.slice(1);
const wrapperParameters = ["exports", "require", "module", "__filename", "__dirname"];

function parse(source, kind) {
  // As node's loader does, which strips it before it wraps the text into a function.
  const code = source.replace(/^#!.*/, "");
  if (kind !== "module") {
    try {
      return vm.compileFunction(code, wrapperParameters);
    } catch (error) {
      if (kind === "commonjs") throw error;
    }
  }
  return new vm.SourceTextModule(code);
}

for (const [path, kind] of JSON.parse(readFileSync(list, "utf8"))) {
  for (const [tree, root] of [["native", native], ["lowered", lowered]]) {
    try {
      parse(readFileSync(join(root, path), "utf8"), kind);
    } catch (error) {
      console.log(`${tree}\t${path}\t${String(error).split("\n")[0]}`);
    }
  }
}
