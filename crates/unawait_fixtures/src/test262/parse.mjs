// Parses programs: a line of stdin is a JSON object { code, module }. At the end one array is printed which says of
// each whether node takes it.
import { readFileSync } from "node:fs";
import vm from "node:vm";

function takes({ code, module }) {
  try {
    if (module) new vm.SourceTextModule(code);
    else new vm.Script(code);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

// Not by readline: to it U+2028 ends a line.
const lines = readFileSync(0, "utf8").split("\n").slice(0, -1);
process.stdout.write(JSON.stringify(lines.map(line => takes(JSON.parse(line)))));
