// `break` or `continue` out of a region that must hear of it.
function __jump(machine, target) {
  if (machine.to >= 0) machine._at = machine.to;
  machine.to = -3;
  return target;
}
