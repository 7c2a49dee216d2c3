import PQueue from "p-queue";

const queue = new PQueue({ concurrency: 1, autoStart: false });
const log = [];
for (const event of ["active", "add", "next", "idle", "empty"]) queue.on(event, () => log.push(event));
queue.on("completed", result => log.push(`completed ${result}`));
queue.on("error", error => log.push(`error ${error.message}`));
const results = [
  queue.add(async () => "low", { priority: 0 }),
  queue.add(async () => "high", { priority: 5 }),
  queue.add(async () => { throw new Error("bad"); }).catch(error => error.message),
];
console.log(queue.size, queue.pending, queue.isPaused);
queue.start();
console.log(await Promise.all(results));
await queue.onIdle();
console.log(log.join(", "));
console.log(await queue.addAll([async () => 1, async () => 2]));
const late = await queue
  .add(() => new Promise(resolve => setTimeout(resolve, 1000).unref()), { timeout: 5 })
  .catch(error => error.name);
console.log(late, queue.size);
