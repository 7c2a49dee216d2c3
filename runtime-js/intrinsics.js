// What the helpers use of the engine, captured when the file loads, before the program can patch it, and on demand for
// a function that is called earlier still (through an import cycle). A native async function reads none of these
// properties when it runs: https://tc39.es/ecma262/#await
var __Promise, __prototype, __resolve, __reject, __then, __next, __throw, __hasOwn, __getPrototypeOf, __Object;
function __intrinsics() {
  var generator = Object.getPrototypeOf(function* () {}).prototype;
  __Promise = Promise;
  __prototype = __Promise.prototype;
  __resolve = __Promise.resolve;
  __reject = __Promise.reject;
  __then = __prototype.then;
  __next = generator.next;
  __throw = generator["throw"];
  __hasOwn = Object.prototype.hasOwnProperty;
  __getPrototypeOf = Object.getPrototypeOf;
  __Object = { define: Object.defineProperty, descriptor: Object.getOwnPropertyDescriptor, extensible: Object.isExtensible };
}
__intrinsics();
