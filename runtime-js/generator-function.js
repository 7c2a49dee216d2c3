// Makes of `fn`, which calls `__generator`, what a generator function is to a program that looks at it: a `prototype` for
// its objects, and %GeneratorFunction.prototype% to inherit from. `name` is its name, if that is not the one it is written
// with. Answers `fn`. https://tc39.es/ecma262/#sec-generatorfunction-objects
function __generatorFunction(fn, name) {
  if (!__hasGeneratorFunctions) __generatorFunctionPrototype();
  fn.prototype = Object.create(__GeneratorPrototype);
  if (name !== void 0) __defineHidden(fn, "name", name);
  if (Object.setPrototypeOf) Object.setPrototypeOf(fn, __GeneratorFunctionPrototype);
  return fn;
}
function __defineHidden(object, key, value) {
  var own = Object.getOwnPropertyDescriptor(object, key);
  if (!own || own.configurable) Object.defineProperty(object, key, { __proto__: null, value: value, configurable: true });
}
function __generatorFunctionPrototype() {
  if (__GeneratorFunctionPrototype) return true;
  if (!__GeneratorPrototype) __generatorIntrinsics();
  var prototype = Object.create(Object.getPrototypeOf(__generatorFunction));
  // What it compiles are the engine's own generator functions, if there are any.
  function GeneratorFunction(_source) {
    var fn = __generatorFunctionPrototype.constructor("return (function* () {}).constructor")().apply(null, arguments);
    return this instanceof GeneratorFunction ? Object.setPrototypeOf(fn, Object.getPrototypeOf(this)) : fn;
  }
  Object.defineProperty(GeneratorFunction, "prototype", { __proto__: null, value: prototype, writable: false });
  if (Object.setPrototypeOf) Object.setPrototypeOf(GeneratorFunction, __generatorFunctionPrototype.constructor);
  __defineHidden(prototype, "constructor", GeneratorFunction);
  __defineHidden(prototype, "prototype", __GeneratorPrototype);
  __defineHidden(__GeneratorPrototype, "constructor", prototype);
  if (typeof Symbol === "function") __defineHidden(prototype, Symbol.toStringTag, "GeneratorFunction");
  __GeneratorFunctionPrototype = prototype;
  return __hasGeneratorFunctions = true;
}
var __hasGeneratorFunctions = /*#__PURE__*/ __generatorFunctionPrototype();
