// Makes a generator object, which inherits from the `prototype` of `fn`, the function that is called. `self` is `this` in
// it: an object that inherits from there, too, and has no machine, is one that `new` has made.
// https://tc39.es/ecma262/#sec-generator-function-definitions-runtime-semantics-evaluategeneratorbody
function __generator(fn, self, body, regions, unwind) {
  if (!__GeneratorPrototype) __generatorIntrinsics();
  var prototype = fn ? fn.prototype : 0, machine = __machine(body, regions, unwind), object;
  if (Object(prototype) !== prototype) prototype = __GeneratorPrototype;
  else if (self && Object.getPrototypeOf(Object(self)) === prototype && !__machineOf(self)) {
    throw new TypeError(fn.name + " is not a constructor");
  }
  object = machine.object = Object.create(prototype);
  return Object.defineProperty(object, "__machine", { value: machine });
}
// The machine of a generator object, and of nothing that inherits from it.
function __machineOf(object) {
  var machine = Object(object) === object ? object.__machine : 0;
  return machine && machine.object === object ? machine : null;
}
// %GeneratorPrototype%
var __GeneratorPrototype;
function __generatorIntrinsics() {
  var hasSymbol = typeof Symbol === "function", key = hasSymbol ? Symbol.iterator : "@@iterator", parent = {};
  if (hasSymbol) parent = Object.getPrototypeOf(Object.getPrototypeOf([][key]()));
  else Object.defineProperty(parent, key, { value: function () { return this; }, writable: true, configurable: true });
  __GeneratorPrototype = Object.create(parent);
  method("next", function (value) { return __resumeObject(this, 0, value); });
  method("return", function (value) { return __resumeObject(this, 2, value); });
  method("throw", function (error) { return __resumeObject(this, 1, error); });
  if (hasSymbol) {
    Object.defineProperty(__GeneratorPrototype, Symbol.toStringTag, { value: "Generator", configurable: true });
  }

  function method(name, value) {
    var own = Object.getOwnPropertyDescriptor(value, "name");
    if (own && own.configurable) Object.defineProperty(value, "name", { value: name });
    Object.defineProperty(__GeneratorPrototype, name, { value: value, writable: true, configurable: true });
  }
}
function __resumeObject(object, type, value) {
  var machine = __machineOf(object);
  if (!machine) throw new TypeError("This is not a generator object");
  if (machine.running) throw new TypeError("Generator is already running");
  machine.running = true;
  try {
    value = __resume(machine, type, value);
  } finally {
    machine.running = false;
  }
  return machine.to === -5 ? value : { value: value, done: machine.to < 0 };
}
if (!__GeneratorPrototype) __generatorIntrinsics();
