// Makes an async generator object, whose body is that of a generator: see await-in.js for what such a body yields.
// `fn` is the function that the program knows: the object inherits from what its `prototype` is by now.
// https://tc39.es/ecma262/#sec-asyncgeneratorstart
function __asyncGen(thisArg, _arguments, fn, generator) {
  if (!__asyncGenPrototype) __asyncGenIntrinsics();
  var state = __asyncGenState(__apply(generator, thisArg, _arguments)), prototype = fn ? fn.prototype : void 0;
  return __asyncGenObject(state, __isObject(prototype) ? prototype : __asyncGenPrototype, generator);
}
// %AsyncGeneratorPrototype% and %AsyncIteratorPrototype%
function __asyncGenIntrinsics() {
  "use strict";
  if (!__call) __intrinsicsIteration();
  var define = __Object.define, asyncIterator = __asyncIteratorKey, dispose = __Symbol.asyncDispose;
  // Concise methods, since these are no constructors.
  var prototype = {
    constructor: void 0,
    next(value) { var gen = __asyncGenOf(this); return gen ? gen.next(value) : __notAsyncGen(this, "next"); },
    return(value) { var gen = __asyncGenOf(this); return gen ? gen["return"](value) : __notAsyncGen(this, "return"); },
    throw(exception) { var gen = __asyncGenOf(this); return gen ? gen["throw"](exception) : __notAsyncGen(this, "throw"); },
  };
  define(prototype, "constructor", { enumerable: false });
  define(prototype, "next", { enumerable: false });
  define(prototype, "return", { enumerable: false });
  define(prototype, "throw", { enumerable: false });
  define(prototype, __Symbol.toStringTag, { value: "AsyncGenerator", configurable: true });
  var iteratorPrototype = { [asyncIterator]() { return this; } };
  define(iteratorPrototype, asyncIterator, { enumerable: false });
  if (dispose) {
    var disposal = { [dispose]() { return __asyncIteratorDispose(this); } };
    define(iteratorPrototype, dispose, { value: disposal[dispose], writable: true, configurable: true });
  }
  __asyncGenNext = prototype.next;
  __asyncGenPrototype = __setPrototype(prototype, iteratorPrototype);
}
if (!__asyncGenPrototype) __asyncGenIntrinsics();
function __notAsyncGen(object, method) {
  return __reject(__typeError("Method [AsyncGenerator].prototype." + method + " called on incompatible receiver ", object, ""));
}
