// The iterator of a `for`-`of` loop that suspends, where the machine finds it to close it.
function __each(machine, slot, iterable) {
  if (!machine._slots) machine._slots = {};
  return machine._slots[slot] = __iterator(iterable);
}
