// Makes a generator object, which inherits from the `prototype` of `fn`, the function that is called. `self` is `this` in
// it: an object without a machine that inherits from there, too, is one that `new` has made.
// https://tc39.es/ecma262/#sec-generator-function-definitions-runtime-semantics-evaluategeneratorbody
function __generator(fn, self, body, regions) {
  if (!__GeneratorPrototype) __generatorPrototypes();
  var prototype = fn ? fn.prototype : void 0;
  if (Object(prototype) !== prototype) prototype = __GeneratorPrototype;
  else if (self && Object(self) === self && Object.getPrototypeOf(self) === prototype && !__machineOf(self)) {
    throw new TypeError(fn.name + " is not a constructor");
  }
  var object = Object.create(prototype);
  __machineProperty.value = __machine(body, regions);
  __machineProperty.value.object = object;
  Object.defineProperty(object, "__machine", __machineProperty);
  __machineProperty.value = void 0;
  return object;
}
// The machine of a generator object, and of nothing that inherits from it.
function __machineOf(object) {
  var machine = Object(object) === object ? object.__machine : void 0;
  return machine && machine.object === object ? machine : void 0;
}
// %GeneratorPrototype%, and what it inherits from
var __GeneratorPrototype, __machineProperty;
function __generatorPrototypes() {
  var key = typeof Symbol === "function" ? Symbol.iterator : "@@iterator", parent, methods;
  if (typeof Symbol === "function") parent = Object.getPrototypeOf(Object.getPrototypeOf([][key]()));
  else {
    parent = {};
    Object.defineProperty(parent, key, { value: function () { return this; }, writable: true, configurable: true });
  }
  methods = Object.create(parent);
  method("next", 0);
  method("return", 2);
  method("throw", 1);
  if (typeof Symbol === "function" && Symbol.toStringTag) {
    Object.defineProperty(methods, Symbol.toStringTag, { value: "Generator", configurable: true });
  }
  __machineProperty = { value: void 0, writable: false, enumerable: false, configurable: false };
  __GeneratorPrototype = methods;

  function method(name, type) {
    var value = { next: next, "return": returns, "throw": throws }[name];
    if (Object.getOwnPropertyDescriptor(value, "name").configurable) Object.defineProperty(value, "name", { value: name });
    Object.defineProperty(methods, name, { value: value, writable: true, configurable: true });
  }
  function next(value) { return __resumeObject(this, 0, value); }
  function returns(value) { return __resumeObject(this, 2, value); }
  function throws(error) { return __resumeObject(this, 1, error); }
}
function __resumeObject(object, type, value) {
  var machine = __machineOf(object);
  if (!machine) throw new TypeError("This is not a generator object");
  if (machine.running) throw new TypeError("Generator is already running");
  machine.running = true;
  try { value = __resume(machine, type, value); } finally { machine.running = false; }
  return __machineResult(machine, value);
}
if (!__GeneratorPrototype) __generatorPrototypes();
