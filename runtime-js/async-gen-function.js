// Makes of `fn`, whose body is a call of `__asyncGen`, what an async generator function is to a program that looks at it:
// a `prototype` for its objects, and %AsyncGeneratorFunction.prototype% to inherit from. Answers `fn`.
// https://tc39.es/ecma262/#sec-asyncgeneratorfunction-objects
function __asyncGenFunction(fn) {
  if (!__asyncGenFunctionPrototype) __asyncGenFunctionIntrinsics();
  var prototype = __create(__asyncGenPrototype);
  // A plain function has the property already, with the right attributes; to define it again would be slow.
  if (__hasOwn(fn, "prototype")) fn.prototype = prototype;
  else __define(fn, "prototype", { __proto__: null, value: prototype, writable: true, enumerable: false, configurable: false });
  return __setPrototype(fn, __asyncGenFunctionPrototype);
}
function __asyncGenFunctionIntrinsics() {
  "use strict";
  if (__asyncGenFunctionPrototype) return __asyncGenFunctionPrototype;
  if (!__asyncGenPrototype) __asyncGenIntrinsics();
  var prototype = __create(Function.prototype);
  // What it compiles are the engine's own async generator functions, if there are any.
  function AsyncGeneratorFunction(_source) {
    var fn = __apply(Function("return (async function* () {}).constructor")(), void 0, arguments);
    return this instanceof AsyncGeneratorFunction ? __setPrototype(fn, Object.getPrototypeOf(this)) : fn;
  }
  __setPrototype(AsyncGeneratorFunction, Function);
  __define(AsyncGeneratorFunction, "prototype", { __proto__: null, value: prototype, writable: false });
  __hide(prototype, "constructor", AsyncGeneratorFunction);
  __hide(prototype, "prototype", __asyncGenPrototype);
  __hide(prototype, __Symbol.toStringTag, "AsyncGeneratorFunction");
  __hide(__asyncGenPrototype, "constructor", prototype);
  return __asyncGenFunctionPrototype = prototype;
}
var __asyncGenFunctionPrototype = /*#__PURE__*/ __asyncGenFunctionIntrinsics();
