// Writes the page of hosts: `node hosts-page.mjs LOG PAGE`. The log has a line of JSON for each row, by test/hosts.
import { readFileSync, writeFileSync } from "node:fs";

const [log, page] = process.argv.slice(2);
const rows = readFileSync(log, "utf8").trim().split("\n").map((line) => JSON.parse(line));
const order = ({ host, way }) => `${host.toLowerCase()} ${way}`;
rows.sort((a, b) => (order(a) < order(b) ? -1 : 1));
const table = rows.map(({ host, version, way, place }) => `| ${host} | ${version} | ${way} | ${place} |`);

writeFileSync(page, `# Hosts

\`.ci/npm\` writes this page with \`UPDATE=1\`. It installs the packed packages into an empty folder. There each host below
builds or runs one small program: an async function, an async generator, \`for await\`, a dependency of ES modules and one
of CommonJS, a dynamic import, a thrown error. A row stands here if the program printed what it prints natively, and
every function in it was lowered. The error is thrown at \`main.js:13\`; the last column has the place that its stack showed.

| host | version | by | stack |
| --- | --- | --- | --- |
${table.join("\n")}
`);
