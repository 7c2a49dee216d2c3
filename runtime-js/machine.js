// The engine of a lowered generator function. `body` is its code as `switch (_.to)`, which runs until it suspends or
// ends: it sets `to`, the number of the block to go on with, and answers what it yields. A negative `to` says more: -1 it
// has ended, -2 it returns through regions, -3 it jumps out of them, -4 a finally region hands on the completion that it
// was entered with, -5 it delegates to another iterator.
// `regions` are rows [first, last, handler, slot], the innermost first, and hold the blocks from `first` to `last`. A row
// without a slot is a catch region; one without a handler (-1) is a loop, whose iterator is in the slot.
function __machine(body, regions) {
  if (!__Machine.prototype.end) __machineMethods(__Machine.prototype);
  return new __Machine(body, regions);
}
function __Machine(body, regions) {
  this.to = 0;
  this.at = 0;
  this.body = body;
  this.regions = regions;
  this.slots = void 0;
  this.running = false;
}
// What a body calls of its machine.
function __machineMethods(prototype) {
  // The end of the function, outside of all regions.
  prototype.end = function (value) {
    this.at = this.to;
    this.to = -1;
    return value;
  };
  prototype.leave = function (value) {
    this.at = this.to;
    this.to = -2;
    return value;
  };
  prototype.jump = function (target) {
    this.at = this.to;
    this.to = -3;
    return target;
  };
  // The end of a finally region: whether there is a completion that led there and goes on.
  prototype.finish = function (slot) {
    var completion = this.slots && this.slots[slot];
    if (!completion) return false;
    this.slots[slot] = void 0;
    if (completion.type === 1) throw completion.value;
    this.slots.pending = completion;
    this.at = this.to;
    this.to = -4;
    return true;
  };
  // A `try` is entered once more: how it was left before does not count.
  prototype.enter = function (slot) {
    if (this.slots) this.slots[slot] = void 0;
  };
  prototype.delegate = function (iterable) {
    var iterator = __iterator(iterable);
    if (!this.slots) this.slots = {};
    this.slots.inner = new __Loop(iterator);
    this.at = this.to;
    this.to = -5;
  };
  prototype.each = function (iterable, slot) {
    if (!this.slots) this.slots = {};
    return this.slots[slot] = new __Loop(__iterator(iterable));
  };
  // A machine is an iterator to what drives it.
  prototype.next = function (value) { return __machineResult(this, __resume(this, 0, value)); };
  prototype["throw"] = function (error) { return __machineResult(this, __resume(this, 1, error)); };
  prototype["return"] = function (value) { return __machineResult(this, __resume(this, 2, value)); };
  __Loop.prototype.step = function () {
    this.done = true;
    var result = __result(this.next.call(this.iterator));
    if (result.done) return false;
    this.value = result.value;
    this.done = false;
    return true;
  };
}
function __machineResult(machine, value) {
  return machine.to === -5 ? value : { value: value, done: machine.to < 0 };
}
// Goes on with a completion: 0 normal, 1 throw, 2 return. Answers what the body yields or returns, or, while it delegates,
// the other iterator's result. https://tc39.es/ecma262/#sec-generatorresume
function __resume(machine, type, value) {
  if (machine.to === -5) value = __forward(machine, type, value);
  else if (type !== 0) {
    if (machine.to <= 0) {
      machine.to = -1;
      if (type === 1) throw value;
      return value;
    }
    value = __unwind(machine, type, value);
  } else if (machine.to < 0) return void 0;
  return machine.to < 0 ? value : __step(machine, value);
}
function __step(machine, sent) {
  for (;;) {
    try {
      var value = machine.body(machine, sent);
    } catch (error) {
      sent = __unwind(machine, 1, error);
      continue;
    }
    if (machine.to >= -1) return value;
    if (machine.to === -5) value = __forward(machine, 0, void 0);
    else {
      var completion = machine.to === -4 ? machine.slots.pending : { type: -machine.to, value: value };
      value = __unwind(machine, completion.type, completion.value);
    }
    if (machine.to < 0) return value;
    sent = value;
  }
}
// Leads an abrupt completion (1 throw, 2 return, 3 jump) to where it goes next, and answers what the body is resumed with
// there, or what the function returns.
function __unwind(machine, type, value) {
  var at = machine.to < 0 ? machine.at : machine.to, regions = machine.regions || [];
  for (var i = 0; i < regions.length; i++) {
    var region = regions[i];
    if (at < region[0] || region[1] < at) continue;
    if (type === 3 && region[0] <= value && value <= region[1]) break;
    if (region.length === 3) {
      if (type !== 1) continue;
      machine.to = region[2];
      return value;
    }
    if (region[2] >= 0) {
      if (!machine.slots) machine.slots = {};
      machine.slots[region[3]] = { type: type, value: value };
      machine.to = region[2];
      return void 0;
    }
    try {
      __close(machine.slots[region[3]]);
    } catch (error) {
      if (type !== 1) { type = 1; value = error; }
    }
  }
  if (type === 3) {
    machine.to = value;
    return void 0;
  }
  machine.to = -1;
  if (type === 1) throw value;
  return value;
}
// One step of `yield*`. https://tc39.es/ecma262/#sec-generator-function-definitions-runtime-semantics-evaluation
function __forward(machine, type, value) {
  try {
    var inner = machine.slots.inner, iterator = inner.iterator, method = inner.next;
    if (type !== 0) {
      method = iterator[type === 1 ? "throw" : "return"];
      if (method === void 0 || method === null) {
        if (type === 1) {
          __close(inner);
          throw new TypeError("The iterator does not provide a 'throw' method");
        }
        machine.to = machine.at;
        return __unwind(machine, 2, value);
      }
    }
    var result = __result(method.call(iterator, value));
    if (!result.done) return result;
    value = result.value;
  } catch (error) {
    return __unwind(machine, 1, error);
  }
  machine.to = machine.at;
  return type === 2 ? __unwind(machine, 2, value) : value;
}
// An Iterator Record; its step answers whether there is a `value`.
function __Loop(iterator) {
  this.iterator = iterator;
  this.next = iterator.next;
  this.done = false;
  this.value = void 0;
}
// IteratorClose
function __close(loop) {
  if (loop.done) return;
  loop.done = true;
  var method = loop.iterator["return"];
  if (method !== void 0 && method !== null) __result(method.call(loop.iterator));
}
function __result(result) {
  if (Object(result) !== result) throw new TypeError("Iterator result " + String(result) + " is not an object");
  return result;
}
// GetIterator. Without symbols, what regenerator takes for iterable is.
function __iterator(iterable) {
  if (typeof Symbol === "function") return __iteratorOf(iterable[Symbol.iterator]());
  var method = iterable["@@iterator"];
  if (method) return __iteratorOf(method.call(iterable));
  if (typeof iterable.next === "function") return iterable;
  if (isNaN(iterable.length)) throw new TypeError("The value is not iterable");
  var index = 0;
  return { next: function () {
    return index < iterable.length ? { value: iterable[index++], done: false } : { value: void 0, done: true };
  } };
}
function __iteratorOf(iterator) {
  if (Object(iterator) !== iterator) throw new TypeError("Result of the Symbol.iterator method is not an object");
  return iterator;
}
__machineMethods(__Machine.prototype);
