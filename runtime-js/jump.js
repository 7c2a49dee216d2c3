// `break` or `continue` out of a region that must hear of it.
function __jump(machine, target) {
  machine.at = machine.to;
  machine.to = -3;
  return target;
}
