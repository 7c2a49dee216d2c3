// `return value` within a region.
function __leave(machine, value) {
  // A `finally` within may have changed its mind.
  if (machine.to >= 0) machine._at = machine.to;
  machine.to = -2;
  return value;
}
