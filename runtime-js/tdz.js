// The value of a binding, which is this function itself as long as the binding has not been initialised: no program has
// that for a value. https://tc39.es/ecma262/#sec-declarative-environment-records-getbindingvalue-n-s
function __tdz(value, name) {
  if (value === __tdz) throw new ReferenceError("Cannot access '" + name + "' before initialization");
  return value;
}
