// memory.mjs TOOL LIST: lowers the files of LIST in memory, on one core. Prints what it took, reading left out.
import { readFileSync } from 'node:fs';
import { lowering } from './lower.mjs';

const [tool, list] = process.argv.slice(2);
const files = readFileSync(list, 'utf8').split('\n').filter(Boolean).map(path => [path, readFileSync(path, 'utf8')]);
const lower = await lowering(tool);
let [refused, code, map] = [0, 0, 0];
const [started, before] = [performance.now(), process.cpuUsage()];
for (const [path, text] of files) {
  try {
    const [output, mapping] = lower(path, text);
    code += Buffer.byteLength(output);
    map += Buffer.byteLength(mapping);
  } catch {
    refused++;
  }
}
const { user, system } = process.cpuUsage(before);
const wall = (performance.now() - started) / 1000;
console.log(JSON.stringify({ wall, cpu: (user + system) / 1e6, refused, code, map, peak: process.resourceUsage().maxRSS * 1024 }));
