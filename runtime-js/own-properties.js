// What the helpers use of the engine for own properties, captured as in intrinsics.js. Descriptors inherit nothing, since
// `Object.prototype.get` of a program would be theirs, too.
var __define, __descriptor;
function __ownProperties() {
  __define = Object.defineProperty;
  __descriptor = Object.getOwnPropertyDescriptor;
  return __hasOwn = Function.prototype.call.bind(Object.prototype.hasOwnProperty);
}
// Defines a property that is not enumerable, as those of built-in objects are.
function __hide(object, key, value, isWritable) {
  __define(object, key, { __proto__: null, value: value, writable: isWritable, enumerable: false, configurable: true });
}
var __hasOwn = /*#__PURE__*/ __ownProperties();
