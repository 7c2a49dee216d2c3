// The hooks for `import` of Nodes that run them on another thread.
import { fileURLToPath } from "node:url";
import lowering from "./lower.js";

export async function load(url, context, next) {
  return lowering.loaded(url, await next(url, context), fileURLToPath);
}
