// An object, and what stands behind it: that, only `__asyncGenOf(object)` finds. The object is that of a generator which
// does nothing but to answer who may ask; an entry in a WeakMap would take five times as long to make. (What a program
// can notice: that methods of synchronous generators do not throw, if it has the idea to call them for such an object.)
var __slot, __asked, __lastObject, __lastGen, __asyncGenPrototype, __asyncGenNext;
function __asyncGenObject(gen, prototype) {
  if (!__slot) __slot = function* (gen) { for (;;) yield __asked ? gen : void 0; };
  return __setPrototype(__slot(gen), prototype);
}
function __asyncGenOf(object) {
  if (object === __lastObject && __lastGen) return __lastGen;
  // A generator of the program's own is not to be asked.
  if (!__isPrototypeOf(__asyncGenPrototype, object) && __isPrototypeOf(__generatorPrototype, object)) return void 0;
  __asked = true;
  try { var gen = __next(object).value; } catch (_) {} finally { __asked = false; }
  if (gen) { __lastObject = object; __lastGen = gen; }
  return gen;
}
