// The engine of a lowered generator function. `body` is its code, a `switch` over `_.to`, which runs until it suspends or
// ends: it sets `to`, the number of the block to go on with, and answers what it yields. A negative `to` says more: -1 it
// has ended; -2 a return, -3 a jump, -4 what a finally region was entered with is on its way through the regions (see
// unwind.js); -5 it delegates to another iterator (see yield-star.js). While `to` is below -1, `at` is where it was.
function __machine(body, regions, unwind) {
  if (!__machineIsReady) __machineMethods();
  return new __Machine(body, regions, unwind);
}
function __Machine(body, regions, unwind) {
  this.to = 0;
  this._body = body;
  this._regions = regions;
  this._unwind = unwind;
  this._at = 0;
  this._running = false;
  this._slots = null;
  this._inner = null;
  this._forward = null;
  this._object = null;
}
// To what drives it, a machine is an iterator.
function __machineMethods() {
  // In place of the first one, which has a constructor: this inherits nothing, such as a setter of a program.
  var prototype = __Machine.prototype = Object.create(null);
  prototype.next = function (value) { return __machineResult(this, __resume(this, 0, value)); };
  prototype["throw"] = function (error) { return __machineResult(this, __resume(this, 1, error)); };
  prototype["return"] = function (value) { return __machineResult(this, __resume(this, 2, value)); };
  return __machineIsReady = true;
}
function __machineResult(machine, value) {
  if (machine.to === -5) return value;
  var done = machine.to < 0;
  // Who keeps a generator that has ended keeps none of its locals.
  if (done) machine._body = machine._inner = null;
  return { value: value, done: done };
}
// Goes on with a completion: 0 normal, 1 throw, 2 return. Answers what the body yields or returns, or, while it delegates,
// the other iterator's result. https://tc39.es/ecma262/#sec-generatorresume
function __resume(machine, type, value) {
  if (machine.to < 0 || type !== 0) {
    value = __resumeAbruptly(machine, type, value);
    if (machine.to < 0) return value;
  }
  for (;;) {
    try {
      // Called on nothing, so that stacks show the function's name alone.
      value = (0, machine._body)(machine, value);
    } catch (error) {
      value = __complete(machine, 1, error);
      continue;
    }
    if (machine.to > -2) return value;
    value = machine.to === -5 ? machine._forward(machine, 0) : machine._unwind(machine, 0, value);
    if (machine.to < 0) return value;
  }
}
function __resumeAbruptly(machine, type, value) {
  if (machine.to === -5) return machine._forward(machine, type, value);
  if (machine.to > 0) return __complete(machine, type, value);
  return __ended(machine, type, type === 0 ? void 0 : value);
}
// Leads an abrupt completion to a handler, and answers what the body goes on with; else ends the machine with it.
function __complete(machine, type, value) {
  return machine._unwind ? machine._unwind(machine, type, value) : __ended(machine, type, value);
}
function __ended(machine, type, value) {
  machine.to = -1;
  if (type !== 1) return value;
  machine._running = false;
  machine._body = machine._inner = null;
  throw value;
}
var __machineIsReady = /*#__PURE__*/ __machineMethods();
