// Makes the package of the machine's own platform: `node platform.mjs TARGET-DIR OUT-DIR`.
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const [built, out] = process.argv.slice(2);
const { version, license } = JSON.parse(readFileSync(fileURLToPath(new URL("../package.json", import.meta.url)), "utf8"));
const { platform, arch } = process;
const musl = platform === "linux" && !process.report.getReport().header.glibcVersionRuntime;
const libc = platform === "linux" ? (musl ? "musl" : "glibc") : undefined;
const name = [platform, arch, ...(libc ? [musl ? "musl" : "gnu"] : [])].join("-");

// What Cargo calls a library and a command on each platform.
const library = { linux: "libunawait_node.so", darwin: "libunawait_node.dylib", win32: "unawait_node.dll" }[platform];
const command = platform === "win32" ? "unawait.exe" : "unawait";

mkdirSync(out, { recursive: true });
copyFileSync(path.join(built, library), path.join(out, "unawait.node"));
copyFileSync(path.join(built, command), path.join(out, command));
chmodSync(path.join(out, command), 0o755);
const manifest = {
  name: `@unawait/${name}`,
  version,
  description: `unawait for ${name}: the addon and the command`,
  license,
  os: [platform],
  cpu: [arch],
  ...(libc ? { libc: [libc] } : {}),
  files: ["unawait.node", command],
};
writeFileSync(path.join(out, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
