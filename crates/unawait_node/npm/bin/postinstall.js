"use strict";
// Puts a hard link to the platform's command in the place of the script `unawait` beside this file: Node's own start costs
// many times what the command's does. Where install scripts are off, or the link cannot be made, the script stays and works.

const { linkSync, renameSync, rmSync } = require("node:fs");
const path = require("node:path");
const { command } = require("../lib/binding.js");

const script = path.join(__dirname, "unawait");
const link = `${script}.${process.pid}`;

// npm starts it by Node on Windows, whatever it is.
if (process.platform !== "win32") {
  try {
    linkSync(command(), link);
    // Not in place: package managers share one copy of the file between projects.
    renameSync(link, script);
  } catch {
    rmSync(link, { force: true });
  }
}
