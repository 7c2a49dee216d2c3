import pMap, { pMapSkip } from "p-map";

let running = 0;
let most = 0;
const slowly = async x => {
  most = Math.max(most, ++running);
  await new Promise(resolve => setTimeout(resolve, 2));
  running--;
  return x % 3 === 0 ? pMapSkip : x * x;
};
console.log(await pMap([1, 2, Promise.resolve(3), 4, 5, 6, 7], slowly, { concurrency: 3 }), most);
const failing = async x => {
  if (x > 1) throw new Error(`no ${x}`);
  return x;
};
console.log(await pMap([1, 2, 3], failing, { stopOnError: true, concurrency: 1 }).catch(error => error.message));
const all = await pMap([1, 2, 3], failing, { stopOnError: false }).catch(error => error);
console.log(all.constructor.name, all.errors.map(error => error.message));
async function* numbers() {
  yield 1;
  yield 2;
}
console.log(await pMap(numbers(), async (x, index) => [x, index]));
const controller = new AbortController();
const aborted = pMap([1, 2], slowly, { signal: controller.signal, concurrency: 1 });
controller.abort(new Error("enough"));
console.log(await aborted.catch(error => error.message));
