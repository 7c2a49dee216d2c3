// Makes of `fn`, which calls `__generator`, what a generator function is to a program that looks at it: a `prototype` for
// its objects, and %GeneratorFunction.prototype% to inherit from. `name` is its name, if that is not the one it is written
// with. Answers `fn`. https://tc39.es/ecma262/#sec-generatorfunction-objects
var __GeneratorFunctionPrototype;
function __generatorFunction(fn, name) {
  if (!__GeneratorFunctionPrototype) __generatorFunctionPrototype();
  fn.prototype = Object.create(__GeneratorPrototype);
  if (name !== void 0) __define(fn, "name", name);
  if (Object.setPrototypeOf) Object.setPrototypeOf(fn, __GeneratorFunctionPrototype);
  return fn;
}
function __define(object, key, value) {
  var own = Object.getOwnPropertyDescriptor(object, key);
  if (!own || own.configurable) Object.defineProperty(object, key, { value: value, configurable: true });
}
function __generatorFunctionPrototype() {
  if (!__GeneratorPrototype) __generatorPrototypes();
  var prototype = Object.create(Object.getPrototypeOf(__generatorFunction));
  // One who calls it wants it to compile something: there is nothing that could.
  function GeneratorFunction(_source) {
    throw new TypeError("Lowered code cannot make generator functions of strings");
  }
  Object.defineProperty(GeneratorFunction, "prototype", { value: prototype, writable: false });
  __define(prototype, "constructor", GeneratorFunction);
  __define(prototype, "prototype", __GeneratorPrototype);
  __define(__GeneratorPrototype, "constructor", prototype);
  if (typeof Symbol === "function" && Symbol.toStringTag) __define(prototype, Symbol.toStringTag, "GeneratorFunction");
  __GeneratorFunctionPrototype = prototype;
}
if (!__GeneratorFunctionPrototype) __generatorFunctionPrototype();
