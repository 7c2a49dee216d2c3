// Makes of `fn`, whose body is a call of `__asyncGen`, what an async generator function is to a program that looks at it:
// a `prototype` for its objects, and %AsyncGeneratorFunction.prototype% to inherit from. Answers `fn`.
// https://tc39.es/ecma262/#sec-asyncgeneratorfunction-objects
var __asyncGenFunctionPrototype, __prototypeProperty;
function __asyncGenFunction(fn) {
  if (!__asyncGenFunctionPrototype) __asyncGenFunctionIntrinsics();
  var prototype = __create(__asyncGenPrototype);
  // A plain function has the property already, with the right attributes; to define it again would be slow.
  if (__hasOwn(fn, "prototype")) fn.prototype = prototype;
  else {
    __prototypeProperty.value = prototype;
    __Object.define(fn, "prototype", __prototypeProperty);
    __prototypeProperty.value = void 0;
  }
  return __setPrototype(fn, __asyncGenFunctionPrototype);
}
function __asyncGenFunctionIntrinsics() {
  "use strict";
  if (!__asyncGenPrototype) __asyncGenIntrinsics();
  var define = __Object.define, prototype = __create(Function.prototype);
  // What it compiles are the engine's own async generator functions, if there are any.
  function AsyncGeneratorFunction(_source) {
    var fn = __apply(Function("return (async function* () {}).constructor")(), void 0, arguments);
    return this instanceof AsyncGeneratorFunction ? __setPrototype(fn, Object.getPrototypeOf(this)) : fn;
  }
  __setPrototype(AsyncGeneratorFunction, Function);
  define(AsyncGeneratorFunction, "prototype", { value: prototype, writable: false });
  define(prototype, "constructor", { value: AsyncGeneratorFunction, configurable: true });
  define(prototype, "prototype", { value: __asyncGenPrototype, configurable: true });
  define(prototype, __Symbol.toStringTag, { value: "AsyncGeneratorFunction", configurable: true });
  define(__asyncGenPrototype, "constructor", { value: prototype, writable: false });
  __prototypeProperty = __setPrototype({ value: void 0, writable: true, enumerable: false, configurable: false }, null);
  __asyncGenFunctionPrototype = prototype;
}
if (!__asyncGenFunctionPrototype) __asyncGenFunctionIntrinsics();
