// Makes an async generator object, whose body is that of a generator: see await-in.js for what such a body yields.
// `fn` is the function that the program knows: the object inherits from what its `prototype` is by now.
// https://tc39.es/ecma262/#sec-asyncgeneratorstart
function __asyncGen(thisArg, _arguments, fn, generator) {
  if (!__asyncGenPrototype) __asyncGenIntrinsics();
  if (__methods && generator.prototype !== __methods) generator.prototype = __methods;
  var state = __asyncGenState(__apply(generator, thisArg, _arguments)), prototype = fn ? fn.prototype : void 0;
  return __asyncGenObject(state, __isObject(prototype) ? prototype : __asyncGenPrototype, generator);
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
  if (!__nextOf) __slotIntrinsics();
  // Concise methods, since these are no constructors.
  var dispose = __Symbol.asyncDispose, prototype = {
    constructor: void 0,
    next(value) { return __asyncGenMethod(this, 0, value); },
    return(value) { return __asyncGenMethod(this, 1, value); },
    throw(exception) { return __asyncGenMethod(this, 2, exception); },
  }, parent = { [__asyncIteratorKey]() { return this; } };
  function hide(object, key) { __hide(object, key, object[key], true); }
  hide(prototype, "constructor");
  hide(prototype, "next");
  hide(prototype, "return");
  hide(prototype, "throw");
  __hide(prototype, __Symbol.toStringTag, "AsyncGenerator");
  hide(parent, __asyncIteratorKey);
  if (dispose) __hide(parent, dispose, { [dispose]() { return __asyncIteratorDispose(this); } }[dispose], true);
  return __asyncGenPrototype = __setPrototype(prototype, parent);
}
var __asyncGenPrototype = /*#__PURE__*/ __asyncGenIntrinsics();
