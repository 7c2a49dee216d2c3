import type { TransformOptions } from "../lib/index.js";

export interface PluginOptions extends Omit<TransformOptions, "filename" | "inputMap"> {
  /** Lower each module (default), or each finished chunk (rollup, rolldown and vite only). */
  per?: "module" | "chunk";
  /** The ids of modules that are lowered. Default: JavaScript and TypeScript, dependencies included. */
  include?: RegExp | string | (RegExp | string)[];
  /** The ids of modules that are left alone. */
  exclude?: RegExp | string | (RegExp | string)[];
}

/** Makes the bundler's plugin. Its type is the bundler's own, which this package does not depend on. */
declare const plugin: (options?: PluginOptions) => any;
export default plugin;
