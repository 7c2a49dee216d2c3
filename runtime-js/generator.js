// Makes a generator object, which inherits from the `prototype` of `fn`, the function that is called. `self` is `this` in
// it: an object that inherits from there, too, and has no machine, is one that `new` has made.
// https://tc39.es/ecma262/#sec-generator-function-definitions-runtime-semantics-evaluategeneratorbody
function __generator(fn, self, body, regions, unwind) {
  if (!__GeneratorPrototype) __generatorIntrinsics();
  var prototype = fn ? fn.prototype : 0;
  if (Object(prototype) !== prototype || !__isGeneratorFunction(fn)) prototype = __GeneratorPrototype;
  else if (self && Object.getPrototypeOf(Object(self)) === prototype && !__internalSlots(self)) {
    throw new TypeError(fn.name + " is not a constructor");
  }
  return __objectWithSlots(prototype, __machine(body, regions, unwind));
}
// The name of a function may have been given to something else, as in `g = wrap(g)`.
function __isGeneratorFunction(fn) {
  return !Object.setPrototypeOf || Object.getPrototypeOf(fn) === __GeneratorFunctionPrototype;
}
// %GeneratorPrototype%, %GeneratorFunction.prototype%
var __GeneratorFunctionPrototype;
function __generatorIntrinsics() {
  if (__GeneratorPrototype) return __GeneratorPrototype;
  var hasSymbol = typeof Symbol === "function", key = hasSymbol ? Symbol.iterator : "@@iterator", parent = {};
  if ([][key]) parent = Object.getPrototypeOf(Object.getPrototypeOf([][key]()));
  else Object.defineProperty(parent, key, { __proto__: null, value: function () { return this; }, writable: true, configurable: true });
  __GeneratorPrototype = Object.create(parent);
  // In a literal, so that they have names.
  var methods = {
    next: function (value) { return __resumeObject(this, 0, value); },
    "return": function (value) { return __resumeObject(this, 2, value); },
    "throw": function (error) { return __resumeObject(this, 1, error); },
  };
  Object.keys(methods).forEach(function (name) {
    Object.defineProperty(__GeneratorPrototype, name, { __proto__: null, value: methods[name], writable: true, configurable: true });
  });
  if (hasSymbol) Object.defineProperty(__GeneratorPrototype, Symbol.toStringTag, { __proto__: null, value: "Generator", configurable: true });
  __hideSlots(__GeneratorPrototype);
  return __GeneratorPrototype;
}
function __resumeObject(object, type, value) {
  var machine = __internalSlots(object);
  if (!machine || machine.to === void 0) throw new TypeError("This is not a generator object");
  if (machine._running) throw new TypeError("Generator is already running");
  machine._running = true;
  value = __resume(machine, type, value);
  machine._running = false;
  return __machineResult(machine, value);
}
var __GeneratorPrototype = /*#__PURE__*/ __generatorIntrinsics();
