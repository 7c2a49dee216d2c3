// The internal slots of an object, and of nothing that inherits from it: null if it has none. They are a property of its
// own, since there may be no WeakMap, under a symbol: to define a property that nobody sees takes ten times as long as to
// set one that hardly anybody does.
var __slotsKey;
function __internalSlots(object) {
  var slots = Object(object) === object ? object[__slotsKey] : null;
  return slots && slots._object === object ? slots : null;
}
// A new object with these slots.
function __objectWithSlots(prototype, slots) {
  var object = slots._object = Object.create(prototype);
  if (typeof __slotsKey === "symbol") object[__slotsKey] = slots;
  else Object.defineProperty(object, __slotsKey, { __proto__: null, value: slots });
  return object;
}
// Has node print the objects that inherit from `prototype` without their slots. Comes before the first of them.
function __hideSlots(prototype) {
  if (typeof Symbol !== "function") { __slotsKey = "__slots"; return; }
  if (!__slotsKey) __slotsKey = Symbol("slots");
  var key = Symbol["for"]("nodejs.util.inspect.custom");
  Object.defineProperty(prototype, key, { __proto__: null, value: function () {
    var shown = Object.create(Object.getPrototypeOf(this)), names = Object.keys(this);
    for (var i = 0; i < names.length; i++) shown[names[i]] = this[names[i]];
    return Object.defineProperty(shown, key, { __proto__: null, value: void 0 });
  } });
}
