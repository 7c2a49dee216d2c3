// node place.mjs SECTION COMMAND: puts standard input into a section of crates/unawait/docs/proof.md, between the comments
// that bear its name, with today's date and the command that measured.
import { readFileSync, writeFileSync } from 'node:fs';

const [section, command] = process.argv.slice(2);
const file = new URL('../../../unawait/docs/proof.md', import.meta.url);
const page = readFileSync(file, 'utf8');
const [begin, end] = [`<!-- begin ${section} -->`, `<!-- end ${section} -->`];
const [from, to] = [page.indexOf(begin) + begin.length, page.indexOf(end)];
if (!section || !command || to < 0 || from > to) {
  console.error(`proof.md has no section \`${section}\`, or there is no command`);
  process.exit(2);
}
const table = readFileSync(0, 'utf8').trim();
if (table === '') {
  console.error('nothing was measured');
  process.exit(1);
}
const date = new Date().toISOString().slice(0, 10);
writeFileSync(file, `${page.slice(0, from)}\n\nMeasured on ${date} by \`${command}\`.\n\n${table}\n\n${page.slice(to)}`);
