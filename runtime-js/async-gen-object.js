// An object, and what stands behind it: that, only `__asyncGenOf(object)` finds. The object is that of a generator which
// does nothing but to answer who may ask; an entry in a WeakMap, which has to do where another tool has taken generators
// out of the file, takes five times as long to make. (What a program can notice: that methods of synchronous generators do
// not throw, if it has the idea to call them for such an object.)
var __objects, __sharedSlot, __asked, __lastObject, __lastGen, __isPrototypeOf, __generatorPrototype;
function __asyncGenObject(gen, prototype, body) {
  var slot = body._slot;
  // Who makes it asks it next, as a rule.
  __lastGen = gen;
  if (!__generatorPrototype) {
    __objects.set(__lastObject = __create(prototype), gen);
    return __lastObject;
  }
  if (slot && slot.prototype === prototype) return __lastObject = slot(gen);
  // The second call of a body pays for a generator function of its own, whose objects are born with their prototype: to
  // give one function another prototype takes 30 µs.
  if (slot === null) (body._slot = __asyncGenSlot()).prototype = prototype;
  else if (!slot) body._slot = null;
  return __lastObject = __setPrototype(__sharedSlot(gen), prototype);
}
function __asyncGenSlot() {
  return function* (gen) { for (;;) yield __asked ? gen : void 0; };
}
// What stands behind `object`, or undefined. It is at hand for the one that was made or asked last, until that one is over.
function __asyncGenOf(object) {
  if (object === __lastObject && __lastGen) return __lastGen;
  if (!__generatorPrototype) return __objects.get(object);
  // A generator of the program's own is not to be asked.
  if (!__isPrototypeOf(__asyncGenPrototype, object) && __isPrototypeOf(__generatorPrototype, object)) return void 0;
  __asked = true;
  try {
    var gen = __nextOf(object).value;
  } catch (error) {
    // It is no generator, or there is no stack left.
    if (!__isPrototypeOf(__TypeError.prototype, error)) throw error;
  } finally {
    __asked = false;
  }
  if (gen) { __lastObject = object; __lastGen = gen; }
  return gen;
}
function __slotIntrinsics() {
  if (!__apply) __intrinsics();
  var call = Function.prototype.call;
  __sharedSlot = __asyncGenSlot();
  __generatorPrototype = __methods && Object.getPrototypeOf(__sharedSlot).prototype;
  if (!__generatorPrototype) __objects = new WeakMap();
  else __methods["return"] = __generatorPrototype["return"];
  __isPrototypeOf = call.bind(Object.prototype.isPrototypeOf);
  return __nextOf = call.bind(__generatorPrototype ? __generatorPrototype.next : call);
}
var __nextOf = /*#__PURE__*/ __slotIntrinsics();
