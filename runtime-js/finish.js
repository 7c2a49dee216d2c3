// The end of a finally region's handler: the abrupt completion that led there, which goes on, if there is one.
function __finish(machine, slot) {
  var completion = machine.slots && machine.slots[slot];
  if (completion) {
    machine.slots[slot] = null;
    machine.at = machine.to;
    machine.to = -4;
  }
  return completion;
}
