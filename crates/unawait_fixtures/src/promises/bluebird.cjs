// Promises of a module, or of a driver.
const Bluebird = require("bluebird");
async function* numbers() { try { yield await 1; yield* [Bluebird.resolve(2)]; return 3; } finally { console.log("closing"); } }
async function loop() { const seen = []; for await (const x of numbers()) seen.push(x); return seen.join(); }
const promises = [loop(), numbers().next(), numbers().return(4), numbers().throw(new Error("thrown")), (async () => 5)()];
console.log(promises.map((promise) => promise instanceof Bluebird).join());
Bluebird.all(promises.map((promise) => promise.then(JSON.stringify, String))).then((all) => console.log(all.join(" ")));
