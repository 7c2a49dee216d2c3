// An object, and what stands behind it: its internal slots are those of an async generator.
var __lastObject, __lastGen;
function __asyncGenObject(gen, prototype) { return __objectWithSlots(prototype, gen); }
// What stands behind `object`, or undefined. Those of generators have no state.
function __asyncGenOf(object) {
  var gen = __internalSlots(object);
  return gen && gen._state !== void 0 ? gen : void 0;
}
