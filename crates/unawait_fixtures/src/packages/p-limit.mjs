import pLimit, { limitFunction } from "p-limit";

const limit = pLimit(2);
const order = [];
const job = async (name, turns) => {
  order.push(`+${name}`);
  for (let i = 0; i < turns; i++) await null;
  order.push(`-${name}`);
  return name;
};
const jobs = [limit(job, "a", 5), limit(job, "b", 1), limit(job, "c", 2), limit(job, "d", 1)];
console.log(limit.activeCount, limit.pendingCount);
console.log(await Promise.all(jobs), order.join(" "));
console.log(await limit(async () => { throw new Error("inside"); }).catch(error => error.message));
console.log(await limit.map([1, 2, 3], async x => x + 1));
const limited = limitFunction(job, { concurrency: 1 });
console.log(await Promise.all([limited("e", 3), limited("f", 1)]), order.slice(8).join(" "));
