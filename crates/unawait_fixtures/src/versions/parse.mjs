// Reads an array of JSON a line: [source, output, source types, version that the target needs]. Answers with a line each:
// [version of the source, what is newer in the output], in which `null` stands for nothing.
import { createInterface } from "node:readline";
import { parse } from "acorn";

const VERSIONS = [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17];

function error(text, sourceType, ecmaVersion) {
  try {
    parse(text, { sourceType, ecmaVersion, allowHashBang: true });
    return null;
  } catch (problem) {
    return problem;
  }
}

/** The oldest version that parses `text`, and the source type that it does so with. */
function oldest(text, sourceTypes) {
  for (const ecmaVersion of VERSIONS) {
    // Modules came with ES2015.
    const sourceType = sourceTypes.find((type) => (type !== "module" || ecmaVersion > 5) && !error(text, type, ecmaVersion));
    if (sourceType) return { sourceType, ecmaVersion };
  }
  return null;
}

for await (const line of createInterface({ input: process.stdin })) {
  const [source, output, sourceTypes, floor] = JSON.parse(line);
  const found = oldest(source, sourceTypes);
  const ecmaVersion = found && Math.max(found.ecmaVersion, floor);
  const problem = found && error(output, found.sourceType, ecmaVersion);
  const place = problem && output.slice(Math.max(0, problem.pos - 60), problem.pos + 60);
  console.log(JSON.stringify([found && found.ecmaVersion, problem && `${problem.message}, read as version ${ecmaVersion}:\n${place}`]));
}
