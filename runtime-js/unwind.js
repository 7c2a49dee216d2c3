// Leads an abrupt completion (1 throw, 2 return, 3 jump) to the handler that must see it next, and answers what the body
// goes on with there; or ends the machine with it. 0 stands for one that the body has set on its way.
// A machine's regions are rows [first, last, handler, slot], the innermost first, and hold the blocks from `first` to
// `last`. A row without a slot is a catch region; one without a handler (-1) is a loop, whose iterator is in the slot.
function __unwind(machine, type, value) {
  // What throws once the body has ended (-1) is in no region.
  var at = machine.to < -1 ? machine._at : machine.to, regions = machine._regions;
  if (type === 0) {
    type = -machine.to;
    if (type === 4) {
      type = value._type;
      value = value.value;
    }
  }
  for (var i = 0; i < regions.length; i++) {
    var region = regions[i], handler = region[2], slot = region[3];
    if (at < region[0] || region[1] < at) continue;
    if (type === 3 && region[0] <= value && value <= region[1]) break;
    if (handler < 0) {
      try {
        machine._slots[slot].close();
      } catch (error) {
        if (type !== 1) {
          type = 1;
          value = error;
        }
      }
    } else if (slot >= 0) {
      if (!machine._slots) machine._slots = {};
      machine._slots[slot] = { _type: type, value: value };
      machine.to = handler;
      return void 0;
    } else if (type === 1) {
      machine.to = handler;
      return value;
    }
  }
  if (type === 3) {
    machine.to = value;
    return void 0;
  }
  return __ended(machine, type, value);
}
