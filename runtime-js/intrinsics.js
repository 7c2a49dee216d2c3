// What the helpers use of the engine, but for promises, captured when the file loads, before the program can patch it, and
// on demand for a function that is called earlier still (through an import cycle). A native async function reads none of
// these properties when it runs: https://tc39.es/ecma262/#await
// `__methods` is the prototype of the bodies' generator functions, which no program sees: what a driver calls there are the
// engine's own methods, whatever the program makes of %GeneratorPrototype%. That is faster than bound functions in
// JavaScriptCore and SpiderMonkey, and as fast in V8.
var __methods;
function __intrinsics() {
  var call = Function.prototype.call, generator = Object.getPrototypeOf(function* () {}).prototype;
  // Another tool may have taken the generators out of this file: then it has methods of its own for them.
  if (generator) __methods = { __proto__: null, next: generator.next, "throw": generator["throw"] };
  __promises(call);
  // A bound `call` takes `this` as its first argument, and does not look up `call` or `apply` when it is used.
  return __apply = call.bind(call.apply);
}
var __apply = /*#__PURE__*/ __intrinsics();
