// An object, and what stands behind it: that is in a property which no loop shows, and what inherits from the object
// has nothing behind it.
var __lastObject, __lastGen, __asyncGenPrototype, __asyncGenNext, __genProperty;
function __asyncGenObject(gen, prototype) {
  if (!__genProperty) __genProperty = { value: void 0, writable: false, enumerable: false, configurable: false };
  var object = __create(prototype);
  gen.object = object;
  __genProperty.value = gen;
  __Object.define(object, "__gen", __genProperty);
  __genProperty.value = void 0;
  return object;
}
// What stands behind `object`, or undefined.
function __asyncGenOf(object) {
  var gen = __isObject(object) ? object.__gen : void 0;
  return gen && gen.object === object ? gen : void 0;
}
