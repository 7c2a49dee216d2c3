// What the helpers use of the engine, captured as in ../intrinsics.js, but for generators: bodies are machines.
var __hasOwn, __isPrototypeOf, __Object, __apply;
function __intrinsics() {
  var call = Function.prototype.call;
  __hasOwn = call.bind(Object.prototype.hasOwnProperty);
  __isPrototypeOf = call.bind(Object.prototype.isPrototypeOf);
  __Object = { define: Object.defineProperty, descriptor: Object.getOwnPropertyDescriptor };
  __promises(call);
  __apply = call.bind(call.apply);
}
function __next(body, value) { return body.next(value); }
function __throw(body, reason) { return body["throw"](reason); }
__intrinsics();
