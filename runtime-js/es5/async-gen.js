// Makes an async generator object, whose body is a machine: see await-in.js for what such a body yields.
// `fn` is the function that the program knows: the object inherits from what its `prototype` is by now.
// https://tc39.es/ecma262/#sec-asyncgeneratorstart
function __asyncGen(thisArg, _arguments, fn, generator) {
  if (!__asyncGenPrototype) __asyncGenIntrinsics();
  var state = __asyncGenState(__apply(generator, thisArg, _arguments)), prototype = fn ? fn.prototype : void 0;
  return __asyncGenObject(state, __isObject(prototype) ? prototype : __asyncGenPrototype);
}
// %AsyncGeneratorPrototype%.next, .return and .throw
function __asyncGenMethod(object, kind, value) {
  var gen = __asyncGenOf(object);
  if (gen) return __asyncGenRequest(gen, kind, value);
  var name = kind === 0 ? "next" : kind === 1 ? "return" : "throw";
  return __reject(__typeError("Method [AsyncGenerator].prototype." + name + " called on incompatible receiver ", object, ""));
}
// %AsyncGeneratorPrototype% and %AsyncIteratorPrototype%
function __asyncGenIntrinsics() {
  "use strict";
  if (__asyncGenPrototype) return __asyncGenPrototype;
  if (!__call) __intrinsicsIteration();
  if (!__hasOwn) __ownProperties();
  var dispose = __Symbol.asyncDispose, parent = {}, prototype = __create(parent);
  __hide(prototype, "constructor", void 0, true);
  method(prototype, "next", function (value) { return __asyncGenMethod(this, 0, value); });
  method(prototype, "return", function (value) { return __asyncGenMethod(this, 1, value); });
  method(prototype, "throw", function (exception) { return __asyncGenMethod(this, 2, exception); });
  __hide(prototype, __Symbol.toStringTag, "AsyncGenerator");
  __hideSlots(prototype);
  method(parent, __asyncIteratorKey, function () { return this; }, "[Symbol.asyncIterator]");
  if (dispose) method(parent, dispose, function () { return __asyncIteratorDispose(this); }, "[Symbol.asyncDispose]");
  return __asyncGenPrototype = prototype;

  function method(object, key, value, name) {
    var own = __descriptor(value, "name");
    if (own && own.configurable) __hide(value, "name", name || key);
    __hide(object, key, value, true);
  }
}
var __asyncGenPrototype = /*#__PURE__*/ __asyncGenIntrinsics();
