/** What may be lowered by itself. */
export type Feature = "async-functions" | "async-generators" | "for-await" | "await-using" | "generators";

/** The command's options in camelCase. Every one may be left out. */
export interface TransformOptions {
  /** The name of the source in messages and in its map. Its extension tells language (`.ts`) and type (`.mjs`). */
  filename?: string;
  /** What async functions become. Default: `"generators"`. Not together with `lower` or `target`. */
  to?: "generators" | "state-machines";
  /** Lower only these features. */
  lower?: Feature | Feature[];
  /** Lower what these engines lack: versions (`node12`), editions (`es2017`), or Browserslist queries. */
  target?: string | string[];
  /** How the source is to be read. Default: by the file name's extension, and else by its syntax. */
  sourceType?: "auto" | "module" | "commonjs" | "script";
  /** The language, where the file name does not tell it. */
  lang?: "js" | "jsx" | "ts" | "tsx";
  /** Where the lowered code finds its helpers: `"package"` is import or require, as the source's type allows. Default: `"inline"`. */
  helpers?: "inline" | "package" | "import" | "require" | "none";
  /** The module to import or require the helpers from. Default: `unawait-runtime`, and for state machines its `/es5`. */
  helpersFrom?: string;
  /** `"intrinsic"` (default), `"global"` (for zone.js), or a module whose default export is the Promise. */
  promise?: "intrinsic" | "global" | (string & {});
  /** An existing driver: `"co"`, `"bluebird.coroutine"`, or `"SPECIFIER#EXPORT"`. */
  driver?: string;
  /** What becomes of `await` at the top level of a module. Default: `"keep"`. */
  topLevelAwait?: "keep" | "error";
  /** Whether a source map is made. Default: `false`. */
  sourceMap?: boolean;
  /** Whether the map holds the source. Default: `false`. */
  sourcesContent?: boolean;
  /** The source's own map: the output's leads to what is behind it. */
  inputMap?: string | object;
}

/** A place in the source. */
export interface Place {
  /** From 0, in UTF-16 code units: an index into the source string. */
  offset: number;
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 code units. */
  column: number;
}

/** A message about a stretch of the source. `end` is behind its last character. */
export interface Message {
  severity: "error" | "warning";
  /** A short stable name, such as `syntax`: `unawait --explain CODE` tells more. */
  code: string;
  message: string;
  /** What to do about it. */
  help?: string;
  start: Place;
  end: Place;
  /** Other places that have to do with it. */
  labels: { message: string; start: Place; end: Place }[];
}

/** What came of a program. */
export interface TransformResult {
  /** The lowered code; the source itself where nothing changed. */
  code: string;
  /** The source map as JSON text, if one was asked for and something changed. */
  map: string | undefined;
  /** Whether anything was lowered. */
  changed: boolean;
  /** How many functions were lowered. */
  functions: number;
  warnings: Message[];
}

/** A program that was refused: it has a syntax error, or holds what the options do not allow. */
export class UnawaitError extends SyntaxError {
  name: "UnawaitError";
  code: "UNAWAIT_REFUSED";
  /** At least one. */
  errors: Message[];
  /** The messages with their code frames, as the command shows them. */
  frame: string;
  /** The file, line (from 1) and column (from 0) of the first error, as bundlers ask for it. */
  loc: { file: string | undefined; line: number; column: number };
}

/**
 * Lowers a program on a thread of Node's pool.
 * @param source The program as a string, or as a buffer of UTF-8.
 * @throws {UnawaitError} If the program is refused.
 * @throws {TypeError} If an option is unknown, has a wrong value, or contradicts another.
 */
export function transform(source: string | ArrayBufferView | ArrayBuffer, options?: TransformOptions): Promise<TransformResult>;

/** The same at once, on the calling thread. */
export function transformSync(source: string | ArrayBufferView | ArrayBuffer, options?: TransformOptions): TransformResult;

declare const unawait: { transform: typeof transform; transformSync: typeof transformSync; UnawaitError: typeof UnawaitError };
export default unawait;
