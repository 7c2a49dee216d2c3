// `return value` within a region.
function __leave(machine, value) {
  machine.at = machine.to;
  machine.to = -2;
  return value;
}
