// The crates that the command and the addon are made of, and their licences: `cargo metadata | node third-party.mjs`.
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { packages, resolve, workspace_members } = JSON.parse(Buffer.concat(chunks));

const byId = new Map(packages.map((one) => [one.id, one]));
const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
const shipped = new Set();
// Neither what builds nor what tests them is inside.
const reach = (id) => {
  if (shipped.has(id)) return;
  shipped.add(id);
  for (const { pkg, dep_kinds } of nodes.get(id).deps) if (dep_kinds.some(({ kind }) => kind === null)) reach(pkg);
};
for (const id of workspace_members) if (["unawait", "unawait_node"].includes(byId.get(id).name)) reach(id);

const others = [...shipped].filter((id) => !workspace_members.includes(id)).map((id) => byId.get(id));
others.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
const unnamed = others.filter(({ license }) => !license);
if (unnamed.length) throw new Error(`no licence: ${unnamed.map(({ name }) => name).join(", ")}`);
console.log(`# Third-party software\n\n| crate | version | licence | authors |\n| --- | --- | --- | --- |`);
for (const { name, version, license, authors } of others) {
  console.log(`| ${name} | ${version} | ${license} | ${authors.join(", ").replaceAll("|", "/").replace(/ <[^>]*>/g, "")} |`);
}
