// Asks the engine which programs it takes. A line of stdin is a JSON object { code, kind }; one array of booleans is
// printed. Not by readline: to it U+2028 ends a line.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const wrapperParameters = ["exports", "require", "module", "__filename", "__dirname"];

function takes({ code, kind }) {
  try {
    if (kind === "module") new vm.SourceTextModule(code);
    else if (kind === "commonjs") vm.compileFunction(code, wrapperParameters);
    else new vm.Script(code);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

const lines = readFileSync(0, "utf8").split("\n").slice(0, -1);
process.stdout.write(JSON.stringify(lines.map(line => takes(JSON.parse(line)))));
