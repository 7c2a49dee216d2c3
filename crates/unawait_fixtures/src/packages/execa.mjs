import { $, execa, execaSync } from "execa";

const node = process.execPath;
const { stdout } = await execa(node, ["-e", "process.stdout.write('out'); process.stderr.write('err')"]);
console.log(stdout);
const failed = await execa(node, ["-e", "console.log('before'); process.exit(3)"], { reject: false });
console.log(failed.failed, failed.exitCode, failed.stdout);
try {
  await execa(node, ["-e", "process.exit(2)"]);
} catch (error) {
  console.log(error.constructor.name, error.exitCode);
}
const upper = "process.stdin.on('data', data => process.stdout.write(String(data).toUpperCase()))";
console.log((await execa(node, ["-e", upper], { input: "shout" })).stdout);
console.log((await execa({ all: true })`${node} -e console.log(1);console.error(2)`).all.split("\n").sort());
const lines = [];
for await (const line of execa(node, ["-e", "console.log('one\\ntwo')"])) lines.push(line);
console.log(lines);
const timedOut = await execa(node, ["-e", "setTimeout(() => {}, 60000)"], { timeout: 50, reject: false });
console.log(timedOut.timedOut, timedOut.signal);
console.log((await $({ stdout: ["pipe"] })`${node} -p 6*7`).stdout, execaSync(node, ["-p", "'sync'"]).stdout);
const piped = await execa(node, ["-e", "console.log('through')"]).pipe(node, ["-e", upper]);
console.log(piped.stdout, piped.pipedFrom.length);
