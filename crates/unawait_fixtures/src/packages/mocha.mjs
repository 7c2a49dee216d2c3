import Mocha from "mocha";

const mocha = new Mocha({ reporter: class {}, timeout: 200 });
const { Suite, Test } = Mocha;
const suite = Suite.create(mocha.suite, "suite");
const order = [];
suite.beforeAll(async () => {
  await null;
  order.push("before all");
});
suite.beforeEach(async () => order.push("before each"));
suite.afterAll(async () => order.push("after all"));
suite.addTest(new Test("passes", async () => { await null; }));
suite.addTest(new Test("fails", async () => { await null; throw new Error("as expected"); }));
suite.addTest(new Test("hangs", () => new Promise(() => {})));
suite.addTest(new Test("pending"));
await new Promise(resolve => {
  const runner = mocha.run(resolve);
  runner.on("pass", test => console.log("pass", test.fullTitle()));
  runner.on("fail", (test, error) => console.log("fail", test.title, error.message.split(".")[0]));
  runner.on("pending", test => console.log("pending", test.title));
  runner.on("end", () => console.log("end", runner.stats.passes, runner.stats.failures, runner.stats.pending));
});
console.log(order.join(", "));
