// Runs tests of test262: `host.mjs CHECKOUT`. The first line of stdin is a JSON object with lowered texts of files
// that tests import; every further line is a test (see `host.rs`), answered by a line { pass, reason, detail }.
// Every test gets a realm of its own, in a vm context.
import { readFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import vm from "node:vm";

const root = process.argv[2];
const folder = path.join(root, "test");
const harness = new Map();
let loweredFixtures;

// Rejections that nobody handles are the test's business, and so are errors in its callbacks.
process.on("unhandledRejection", () => {});
process.on("uncaughtException", () => {});

class Failure {
  constructor(reason, detail = "") {
    this.verdict = { pass: false, reason, detail };
  }
}

function describe(error) {
  try {
    return String(error?.constructor?.name === "Error" || !error?.message ? error : `${errorName(error)}: ${error.message}`);
  } catch {
    return "an error that cannot be described";
  }
}

const errorName = error => error?.constructor?.name;

function harnessScript(file) {
  if (!harness.has(file)) {
    harness.set(file, new vm.Script(readFileSync(path.join(root, "harness", file), "utf8"), { filename: file }));
  }
  return harness.get(file);
}

class Realm {
  modules = new Map();
  linking = new Map();
  evaluating = new Map();
  printed = [];

  constructor(job) {
    this.job = job;
    // An ordinary global object where node can make one: contextified ones differ in corners.
    this.context = vm.createContext(vm.constants?.DONT_CONTEXTIFY ?? {});
    this.global = vm.runInContext("globalThis", this.context);
    const define = (name, value) =>
      Object.defineProperty(this.global, name, { value, writable: true, enumerable: false, configurable: true });
    define("print", text => void this.printed.push(String(text)));
    define("$262", {
      global: this.global,
      createRealm: () => new Realm(job).global.$262,
      evalScript: code => this.evalScript(code),
      detachArrayBuffer: buffer => void structuredClone(buffer, { transfer: [buffer] }),
      gc: () => globalThis.gc(),
      agent: {
        start() {
          throw new Error("there are no agents here");
        },
        broadcast() {},
        getReport: () => null,
        sleep() {},
        monotonicNow: () => performance.now(),
      },
    });
  }

  script(code, filename) {
    const importModuleDynamically = (specifier, referrer) => this.import(specifier, referrer.identifier ?? filename);
    return new vm.Script(code, { filename, importModuleDynamically });
  }

  evalScript(code) {
    let script;
    try {
      script = this.script(code, this.job.path);
    } catch (error) {
      // Node compiles in its own realm; the test expects an error of this one.
      throw new this.global[errorName(error)](error.message);
    }
    return script.runInContext(this.context);
  }

  // The text of a file below test/, in the form this run is about.
  text(file) {
    if (this.job.lowered) {
      if (file === this.job.path && this.job.itself) return this.job.itself;
      if (Object.hasOwn(loweredFixtures, file)) return loweredFixtures[file];
    }
    return readFileSync(path.join(folder, file), "utf8");
  }

  module(file, code = this.text(file)) {
    if (!this.modules.has(file)) this.modules.set(file, this.newModule(file, code));
    return this.modules.get(file);
  }

  newModule(file, code) {
    const { context } = this;
    if (file.endsWith(".json")) {
      const parse = vm.runInContext("JSON.parse", context);
      const evaluate = function () {
        this.setExport("default", parse(code));
      };
      return new vm.SyntheticModule(["default"], evaluate, { context, identifier: file });
    }
    return new vm.SourceTextModule(code, {
      context,
      identifier: file,
      initializeImportMeta() {},
      importModuleDynamically: (specifier, referrer) => this.import(specifier, referrer.identifier),
    });
  }

  resolve(specifier, referrer) {
    return path.posix.join(path.posix.dirname(referrer), String(specifier));
  }

  link(module) {
    if (!this.linking.has(module)) {
      const linker = (specifier, referrer) => this.module(this.resolve(specifier, referrer.identifier));
      this.linking.set(module, module.status === "unlinked" ? module.link(linker) : Promise.resolve());
    }
    return this.linking.get(module);
  }

  evaluate(module) {
    if (!this.evaluating.has(module)) this.evaluating.set(module, module.evaluate());
    return this.evaluating.get(module);
  }

  async import(specifier, referrer) {
    const module = this.module(this.resolve(specifier, referrer));
    await this.link(module);
    await this.evaluate(module);
    return module;
  }
}

// Waits until `done`, but no longer than jobs can still come: everything in here runs in microtasks.
async function settled(done) {
  for (let turn = 0; turn < 10 && !done(); turn++) await new Promise(setImmediate);
  for (let turn = 0; turn < 10 && !done(); turn++) await new Promise(resolve => setTimeout(resolve, 20));
}

async function run(job) {
  const realm = new Realm(job);
  const { negative } = job;
  if (!job.raw) {
    const includes = ["assert.js", "sta.js", ...(job.async ? ["doneprintHandle.js"] : []), ...job.includes];
    for (const file of includes) harnessScript(file).runInContext(realm.context);
  }
  // Errors by the phase they come in, so that a late one is not taken for an early one.
  let phase = "parse";
  try {
    if (job.module) {
      const module = realm.module(job.path, job.code);
      phase = "resolution";
      await realm.link(module);
      phase = "runtime";
      let ended = false;
      const end = () => (ended = true);
      const evaluation = realm.evaluate(module);
      evaluation.then(end, end);
      await settled(() => ended);
      if (!ended) throw new Failure("never ends", "the module's evaluation does not settle");
      await evaluation;
    } else {
      const script = realm.script(job.code, job.path);
      phase = "runtime";
      script.runInContext(realm.context);
    }
  } catch (error) {
    if (error instanceof Failure) return error.verdict;
    if (!negative) return new Failure(phase === "runtime" ? "throws" : "does not parse", describe(error)).verdict;
    if (phase !== negative.phase) return new Failure("another phase's error", `${phase}: ${describe(error)}`).verdict;
    if (errorName(error) !== negative.error) return new Failure("another error", describe(error)).verdict;
    return { pass: true };
  }
  if (negative) return new Failure("no error", `expected ${negative.error} in ${negative.phase}`).verdict;
  if (job.async) {
    const outcome = () => realm.printed.find(line => line.startsWith("Test262:Async"));
    await settled(outcome);
    if (!outcome()) return new Failure("never calls $DONE").verdict;
    if (outcome() !== "Test262:AsyncTestComplete") return new Failure("fails", outcome()).verdict;
  }
  return { pass: true };
}

for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line);
  if (!loweredFixtures) {
    loweredFixtures = message;
    continue;
  }
  let verdict;
  try {
    verdict = await run(message);
  } catch (error) {
    verdict = new Failure("cannot be run by this host", describe(error)).verdict;
  }
  process.stdout.write(`${JSON.stringify(verdict)}\n`);
}
