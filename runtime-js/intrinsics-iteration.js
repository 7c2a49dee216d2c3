// What the helpers for iterators, generators and resources use of the engine besides intrinsics.js, captured the same way.
var __create, __setPrototype, __TypeError, __Symbol, __asyncIteratorKey;
function __intrinsicsIteration() {
  if (!__apply) __intrinsics();
  var call = Function.prototype.call;
  __create = Object.create;
  __setPrototype = Object.setPrototypeOf;
  __TypeError = TypeError;
  __Symbol = Symbol;
  __asyncIteratorKey = Symbol.asyncIterator || Symbol["for"]("Symbol.asyncIterator");
  // `__call(f, o, v)` is `f.call(o, v)`. The last one, since it is what tells whether the others are there.
  return __call = call.bind(call);
}
var __call = /*#__PURE__*/ __intrinsicsIteration();
