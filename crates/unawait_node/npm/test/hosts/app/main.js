// One program for every host: an async function, an async generator, `for await`, a dependency, a dynamic import, an error.
import { numbers } from "dependency";
import common from "dependency/common.cjs";

async function sum(iterable) {
  let total = 0;
  for await (const n of iterable) total += n;
  return total;
}

const fail = async () => {
  await null;
  throw new Error("thrown");
};

async function main() {
  const { late } = await import("./late.js");
  console.log(await sum(numbers(4)), await late(20), await common.double(21));
  await fail().catch((error) => console.log(error.message, "at", /\w+\.js:\d+/.exec(error.stack.split("\n")[1])?.[0]));
  console.log([main, fail, numbers, late, common.double].map((f) => (/^async/.test(f) ? "native" : "lowered")).join(" "));
}

export const done = main();
