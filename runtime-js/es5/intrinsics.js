// What the helpers use of the engine, captured as in ../intrinsics.js, but for generators: bodies are machines.
var __Promise, __resolve, __reject, __then, __apply, __hasOwn, __isPrototypeOf, __Object;
function __intrinsics() {
  var call = Function.prototype.call;
  __Promise = Promise;
  __resolve = Promise.resolve.bind(Promise);
  __reject = Promise.reject.bind(Promise);
  __then = call.bind(Promise.prototype.then);
  __apply = call.bind(call.apply);
  __hasOwn = call.bind(Object.prototype.hasOwnProperty);
  __isPrototypeOf = call.bind(Object.prototype.isPrototypeOf);
  __Object = { define: Object.defineProperty, descriptor: Object.getOwnPropertyDescriptor };
}
function __next(body, value) { return body.next(value); }
function __throw(body, reason) { return body["throw"](reason); }
__intrinsics();
