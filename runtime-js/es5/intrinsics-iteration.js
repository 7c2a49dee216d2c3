// What the helpers for iterators and resources use of the engine besides intrinsics.js, captured the same way.
// Without symbols, strings stand for them, which are regenerator's.
var __create, __setPrototype, __TypeError, __Symbol, __asyncIteratorKey;
function __intrinsicsIteration() {
  if (!__apply) __intrinsics();
  var call = Function.prototype.call;
  __create = Object.create;
  // Where no prototype can be set, nothing that a program can do depends on it.
  __setPrototype = Object.setPrototypeOf || function (object) { return object; };
  __TypeError = TypeError;
  __Symbol = typeof Symbol === "function" ? Symbol : { "iterator": "@@iterator", asyncIterator: "@@asyncIterator", toStringTag: "@@toStringTag", "for": function (name) { return name.replace("Symbol.", "@@"); } };
  __asyncIteratorKey = __Symbol.asyncIterator || __Symbol["for"]("Symbol.asyncIterator");
  return __call = call.bind(call);
}
var __call = /*#__PURE__*/ __intrinsicsIteration();
