// The end of a finally region's handler: the abrupt completion that led there, which goes on, if there is one.
function __finish(machine, slot) {
  var completion = machine._slots && machine._slots[slot];
  if (completion) {
    machine._slots[slot] = null;
    machine._at = machine.to;
    machine.to = -4;
  }
  return completion;
}
