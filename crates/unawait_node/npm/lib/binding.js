"use strict";
// Finds what is compiled for this machine: the addon, and the command's binary beside it.
// Each platform has a package of its own, of which npm installs the one that fits (`os`, `cpu`, `libc`).

const { existsSync } = require("node:fs");
const path = require("node:path");

// The C library that Node itself was built for. glibc tells its version, musl does not.
function libc() {
  if (process.platform !== "linux") return "";
  return process.report.getReport().header.glibcVersionRuntime ? "-gnu" : "-musl";
}

const platform = `${process.platform}-${process.arch}${libc()}`;

// The folder of the platform's package. One that a developer has just built (UNAWAIT_BINDING) comes first.
function folder() {
  if (process.env.UNAWAIT_BINDING) return path.resolve(process.env.UNAWAIT_BINDING);
  try {
    return path.dirname(require.resolve(`@unawait/${platform}/package.json`));
  } catch {
    throw new Error(
      `unawait: there is no build for ${platform}: the package @unawait/${platform} is not installed. ` +
        "npm leaves optional packages out with --omit=optional, and takes those of a lock file's platform only: " +
        "try `npm install --include=optional`. Elsewhere, build unawait with Cargo and let UNAWAIT_BINDING name the folder.",
    );
  }
}

exports.addon = () => require(path.join(folder(), "unawait.node"));
exports.command = () => {
  const command = path.join(folder(), process.platform === "win32" ? "unawait.exe" : "unawait");
  if (!existsSync(command)) throw new Error(`unawait: there is no command in ${folder()}`);
  return command;
};
