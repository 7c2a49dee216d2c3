// Takes the types away from the programs of a folder: `x.ts` becomes `x.ts.cjs`, as TypeScript makes it, and, if only
// types have to go, `x.ts.stripped.cjs`, as Node does.
const fs = require("fs");
const path = require("path");
const amaro = require("amaro");
const ts = require("typescript");

const [folder] = process.argv.slice(2);
const options = { target: "esnext", module: "commonjs", jsx: "react" };

for (const name of fs.readdirSync(folder)) {
  // Decorators as they were before the proposal: of parameters, too.
  const compilerOptions = { ...options, experimentalDecorators: name.startsWith("legacy") };
  const source = fs.readFileSync(path.join(folder, name), "utf8");
  const compiled = ts.transpileModule(source, { fileName: name, reportDiagnostics: true, compilerOptions });
  for (const { messageText } of compiled.diagnostics) {
    throw new Error(`${name}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`);
  }
  fs.writeFileSync(path.join(folder, `${name}.cjs`), compiled.outputText);
  if (name.startsWith("types")) {
    const { code } = amaro.transformSync(source, { mode: "strip-only" });
    fs.writeFileSync(path.join(folder, `${name}.stripped.cjs`), code);
  }
}
