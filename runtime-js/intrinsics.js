// What the helpers use of the engine, but for promises, captured when the file loads, before the program can patch it, and
// on demand for a function that is called earlier still (through an import cycle). A native async function reads none of
// these properties when it runs: https://tc39.es/ecma262/#await
// A bound `call` takes `this` as its first argument, and does not look up `call` or `apply` when it is used.
var __next, __throw, __hasOwn, __isPrototypeOf, __generatorPrototype, __Object, __apply;
function __intrinsics() {
  var call = Function.prototype.call, generator = Object.getPrototypeOf(function* () {}).prototype;
  // Another tool may have taken the generators out of this file: what it has for them need not share a prototype.
  __generatorPrototype = generator = generator || { isMissing: true, next: function (value) { return this.next(value); }, "throw": function (reason) { return this["throw"](reason); } };
  __next = call.bind(generator.next);
  __throw = call.bind(generator["throw"]);
  __hasOwn = call.bind(Object.prototype.hasOwnProperty);
  __isPrototypeOf = call.bind(Object.prototype.isPrototypeOf);
  __Object = { define: Object.defineProperty, descriptor: Object.getOwnPropertyDescriptor };
  __promises(call);
  // The last one, since it is what tells whether the others are there.
  __apply = call.bind(call.apply);
}
__intrinsics();
