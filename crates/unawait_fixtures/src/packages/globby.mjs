import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { globby, globbySync, isGitIgnored } from "globby";

const cwd = await mkdtemp(join(tmpdir(), "globby-"));
try {
  await mkdir(join(cwd, "a/b"), { recursive: true });
  for (const name of ["x.js", "a/y.js", "a/b/z.js", "a/b/z.txt"]) await writeFile(join(cwd, name), "");
  await writeFile(join(cwd, ".gitignore"), "a/b/*.txt\nx.js\n");
  const sorted = async (patterns, options) => (await globby(patterns, { cwd, ...options })).sort();
  console.log(await sorted("**/*.js"));
  console.log(await sorted(["**", "!**/*.txt"]));
  console.log(await sorted("**", { gitignore: true }));
  console.log(await sorted("a"), await sorted("a", { expandDirectories: { extensions: ["txt"] } }));
  const ignored = await isGitIgnored({ cwd });
  console.log(ignored(join(cwd, "x.js")), ignored(join(cwd, "a/y.js")));
  console.log(globbySync("a/*.js", { cwd }), await globby(3).catch(error => error.constructor.name));
} finally {
  await rm(cwd, { recursive: true });
}
