// What the helpers use of the engine, but for promises, captured when the file loads, before the program can patch it, and
// on demand for a function that is called earlier still (through an import cycle). A native async function reads none of
// these properties when it runs: https://tc39.es/ecma262/#await
// A bound `call` takes `this` as its first argument, and does not look up `call` or `apply` when it is used.
var __next, __throw, __hasOwn, __isPrototypeOf, __generatorPrototype, __Object, __apply;
function __intrinsics() {
  var call = Function.prototype.call, generator = Object.getPrototypeOf(function* () {}).prototype;
  // Another tool may have taken the generators out of this file: what it has for them need not share a prototype.
  __generatorPrototype = generator || {};
  __next = generator ? call.bind(generator.next) : function (iterator, value) { return iterator.next(value); };
  __throw = generator ? call.bind(generator["throw"]) : function (iterator, reason) { return iterator["throw"](reason); };
  __hasOwn = call.bind(Object.prototype.hasOwnProperty);
  __isPrototypeOf = call.bind(Object.prototype.isPrototypeOf);
  __Object = { define: Object.defineProperty, descriptor: Object.getOwnPropertyDescriptor };
  __promises();
  // The last one, since it is what tells whether the others are there.
  __apply = call.bind(call.apply);
}
__intrinsics();
