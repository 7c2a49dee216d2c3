// What the helpers use of the engine, captured when the file loads, before the program can patch it, and on demand for
// a function that is called earlier still (through an import cycle). A native async function reads none of these
// properties when it runs: https://tc39.es/ecma262/#await
// A bound `call` takes `this` as its first argument, and does not look up `call` or `apply` when it is used.
var __Promise, __resolve, __reject, __then, __next, __throw, __apply, __hasOwn, __isPrototypeOf, __generatorPrototype, __Object;
function __intrinsics() {
  var call = Function.prototype.call, generator = Object.getPrototypeOf(function* () {}).prototype;
  __Promise = Promise;
  __resolve = Promise.resolve.bind(Promise);
  __reject = Promise.reject.bind(Promise);
  __then = call.bind(Promise.prototype.then);
  __next = call.bind(generator.next);
  __throw = call.bind(generator["throw"]);
  __apply = call.bind(call.apply);
  __hasOwn = call.bind(Object.prototype.hasOwnProperty);
  __isPrototypeOf = call.bind(Object.prototype.isPrototypeOf);
  __generatorPrototype = generator;
  __Object = { define: Object.defineProperty, descriptor: Object.getOwnPropertyDescriptor };
}
__intrinsics();
