// Makes an async generator object, whose body is a machine: see await-in.js for what such a body yields.
// `fn` is the function that the program knows: the object inherits from what its `prototype` is by now.
// https://tc39.es/ecma262/#sec-asyncgeneratorstart
function __asyncGen(thisArg, _arguments, fn, generator) {
  if (!__asyncGenPrototype) __asyncGenIntrinsics();
  var state = __asyncGenState(__apply(generator, thisArg, _arguments)), prototype = fn ? fn.prototype : void 0;
  return __asyncGenObject(state, __isObject(prototype) ? prototype : __asyncGenPrototype);
}
// %AsyncGeneratorPrototype% and %AsyncIteratorPrototype%
function __asyncGenIntrinsics() {
  "use strict";
  if (!__call) __intrinsicsIteration();
  var define = __Object.define, dispose = __Symbol.asyncDispose, iteratorPrototype = {}, prototype = __create(iteratorPrototype);
  define(prototype, "constructor", { value: void 0, writable: true, configurable: true });
  // In a literal, so that they have names.
  var methods = {
    next: function (value) { var gen = __asyncGenOf(this); return gen ? gen.next(value) : __notAsyncGen(this, "next"); },
    "return": function (value) { var gen = __asyncGenOf(this); return gen ? gen["return"](value) : __notAsyncGen(this, "return"); },
    "throw": function (exception) { var gen = __asyncGenOf(this); return gen ? gen["throw"](exception) : __notAsyncGen(this, "throw"); },
  };
  Object.keys(methods).forEach(function (name) { method(prototype, name, name, methods[name]); });
  define(prototype, __Symbol.toStringTag, { value: "AsyncGenerator", configurable: true });
  __hideSlots(prototype);
  method(iteratorPrototype, __asyncIteratorKey, "[Symbol.asyncIterator]", function () { return this; });
  if (dispose) method(iteratorPrototype, dispose, "[Symbol.asyncDispose]", function () { return __asyncIteratorDispose(this); });
  __asyncGenNext = prototype.next;
  __asyncGenPrototype = prototype;

  function method(object, key, name, value) {
    var own = __Object.descriptor(value, "name");
    if (own && own.configurable) define(value, "name", { value: name });
    define(object, key, { value: value, writable: true, configurable: true });
  }
}
if (!__asyncGenPrototype) __asyncGenIntrinsics();
function __notAsyncGen(object, method) {
  return __reject(__typeError("Method [AsyncGenerator].prototype." + method + " called on incompatible receiver ", object, ""));
}
