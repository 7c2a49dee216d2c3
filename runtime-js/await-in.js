// What the body of an async generator yields through this is awaited, `yield __awaitIn(value)` being Await(value). What
// it yields as it is, is AsyncGeneratorYield(? Await(value)).
// The driver reads how the body suspends right after it did, so one variable tells it for all generators, and nothing
// has to be wrapped: 0 (or undefined, before the file has loaded) yield, 1 await; and for `yield*`, 2 yield without
// awaiting, 3 await and go on with a return.
var __suspension;
function __awaitIn(value) {
  __suspension = 1;
  return value;
}
