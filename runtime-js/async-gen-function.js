// Makes of `fn`, whose body is a call of `__asyncGen`, what an async generator function is to a program that looks at it:
// a `prototype` for its objects, and %AsyncGeneratorFunction.prototype% to inherit from. Answers `fn`.
// https://tc39.es/ecma262/#sec-asyncgeneratorfunction-objects
function __asyncGenFunction(fn) {
  if (!__asyncGenFunctionPrototype) __asyncGenFunctionIntrinsics();
  __Object.define(fn, "prototype", { value: __create(__asyncGenPrototype), writable: true, enumerable: false, configurable: false });
  return __setPrototype(fn, __asyncGenFunctionPrototype);
}
var __asyncGenFunctionPrototype;
function __asyncGenFunctionIntrinsics() {
  if (!__asyncGenPrototype) __asyncGenIntrinsics();
  var prototype = __create(Function.prototype);
  // It would have to compile its arguments.
  function AsyncGeneratorFunction(_parameters) {
    throw new __TypeError("Async generator functions cannot be made of strings where they are lowered");
  }
  __setPrototype(AsyncGeneratorFunction, Function);
  __Object.define(AsyncGeneratorFunction, "prototype", { value: prototype, writable: false });
  __Object.define(prototype, "constructor", { value: AsyncGeneratorFunction, configurable: true });
  __Object.define(prototype, "prototype", { value: __asyncGenPrototype, configurable: true });
  __Object.define(prototype, __Symbol.toStringTag, { value: "AsyncGeneratorFunction", configurable: true });
  __Object.define(__asyncGenPrototype, "constructor", { value: prototype, configurable: true });
  __asyncGenFunctionPrototype = prototype;
}
if (!__asyncGenFunctionPrototype) __asyncGenFunctionIntrinsics();
