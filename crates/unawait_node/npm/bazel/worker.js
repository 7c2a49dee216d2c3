"use strict";
// The worker of `unawait.bzl`. Its arguments are a source, an output, a source map, and options as JSON; `@FILE` names a file
// of four such lines. With `--persistent_worker`, Bazel writes requests with the same arguments to standard input, in JSON,
// and reads an answer to each. https://bazel.build/remote/creating

const { mkdirSync, readFileSync, writeFileSync } = require("node:fs");
const path = require("node:path");
const { transformSync, UnawaitError } = require("../lib/index.js");

function lower(work) {
  const [first] = work;
  const [source, output, sourceMap, options] = first.startsWith("@") ? readFileSync(first.slice(1), "utf8").split("\n") : work;
  // Relative: the same whatever folder the checkout stands in.
  const filename = path.relative(path.dirname(output), source);
  const { code, map, warnings } = transformSync(readFileSync(source), { filename, sourceMap: true, ...JSON.parse(options) });
  mkdirSync(path.dirname(output), { recursive: true });
  writeFileSync(output, map ? `${code}\n//# sourceMappingURL=${path.basename(sourceMap)}\n` : code);
  writeFileSync(sourceMap, map ?? JSON.stringify({ version: 3, sources: [filename], names: [], mappings: "" }));
  return warnings.map(({ message, code, start }) => `${source}:${start.line}:${start.column}: warning: ${message} [${code}]\n`).join("");
}

// What the request came to, for Bazel.
function answered(work) {
  try {
    return { exitCode: 0, output: lower(work) };
  } catch (error) {
    return { exitCode: 1, output: `${error instanceof UnawaitError ? error.frame : error.stack}\n` };
  }
}

// `undefined` where more has to come. Not every Bazel ends a request by a line break, and none sends a second one before
// the first is answered.
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

if (process.argv.includes("--persistent_worker")) {
  let text = "";
  process.stdin.setEncoding("utf8").on("data", (chunk) => {
    text += chunk;
    const request = parsed(text);
    if (!request) return;
    text = "";
    process.stdout.write(`${JSON.stringify({ ...answered(request.arguments), requestId: request.requestId ?? 0 })}\n`);
  });
} else {
  const { exitCode, output } = answered(process.argv.slice(2));
  process.stderr.write(output);
  process.exitCode = exitCode;
}
