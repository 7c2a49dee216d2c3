import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Low, Memory } from "lowdb";
import { DataFile, JSONFile, JSONFilePreset, TextFile } from "lowdb/node";

const folder = await mkdtemp(join(tmpdir(), "lowdb-"));
try {
  const file = join(folder, "db.json");
  const db = await JSONFilePreset(file, { posts: [] });
  await db.update(({ posts }) => posts.push("first"));
  await Promise.all([db.update(({ posts }) => posts.push("second")), db.write(), db.write()]);
  console.log(JSON.parse(await readFile(file, "utf8")));
  const again = new Low(new JSONFile(file), {});
  await again.read();
  console.log(again.data);
  const memory = new Low(new Memory(), { a: 1 });
  await memory.write();
  memory.data = null;
  await memory.read();
  console.log(memory.data);
  const text = new TextFile(join(folder, "t.txt"));
  console.log(await text.read());
  await text.write("some text");
  console.log(await text.read());
  const reversed = { parse: t => [...t].reverse().join(""), stringify: d => [...d].reverse().join("") };
  await new DataFile(join(folder, "d"), reversed).write("abc");
  console.log(await readFile(join(folder, "d"), "utf8"));
} finally {
  await rm(folder, { recursive: true });
}
