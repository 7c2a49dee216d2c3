// A finally region is entered, not for the first time: what it was left with before does not count.
function __enter(machine, slot) {
  if (machine._slots) machine._slots[slot] = null;
}
