// The iterator of a `for`-`of` loop that suspends, where the machine finds it to close it.
function __each(machine, slot, iterable) {
  if (!machine.slots) machine.slots = {};
  return machine.slots[slot] = __iterator(iterable);
}
