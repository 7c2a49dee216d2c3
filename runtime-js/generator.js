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
  // To define a property that nobody sees takes ten times as long as to set one that hardly anybody does.
  if (typeof __machineKey === "string") Object.defineProperty(object, __machineKey, { value: machine });
  else object[__machineKey] = machine;
  return object;
}
// The machine of a generator object, and of nothing that inherits from it.
function __machineOf(object) {
  var machine = Object(object) === object ? object[__machineKey] : 0;
  return machine && machine.object === object ? machine : null;
}
// %GeneratorPrototype%
var __GeneratorPrototype, __machineKey;
function __generatorIntrinsics() {
  var hasSymbol = typeof Symbol === "function", key = hasSymbol ? Symbol.iterator : "@@iterator", parent = {};
  if ([][key]) parent = Object.getPrototypeOf(Object.getPrototypeOf([][key]()));
  else Object.defineProperty(parent, key, { value: function () { return this; }, writable: true, configurable: true });
  __machineKey = hasSymbol ? Symbol("machine") : "__machine";
  __GeneratorPrototype = Object.create(parent);
  method("next", function (value) { return __resumeObject(this, 0, value); });
  method("return", function (value) { return __resumeObject(this, 2, value); });
  method("throw", function (error) { return __resumeObject(this, 1, error); });
  if (hasSymbol) {
    Object.defineProperty(__GeneratorPrototype, Symbol.toStringTag, { value: "Generator", configurable: true });
    // Node prints an object without its machine.
    key = Symbol["for"]("nodejs.util.inspect.custom");
    Object.defineProperty(__GeneratorPrototype, key, { value: function () {
      var shown = Object.create(Object.getPrototypeOf(this)), names = Object.keys(this);
      for (var i = 0; i < names.length; i++) shown[names[i]] = this[names[i]];
      return Object.defineProperty(shown, key, { value: void 0 });
    } });
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
  value = __resume(machine, type, value);
  machine.running = false;
  return machine.to === -5 ? value : { value: value, done: machine.to < 0 };
}
if (!__GeneratorPrototype) __generatorIntrinsics();
