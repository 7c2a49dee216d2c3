// Runs a body that never suspends: no generator is needed. `body` is an arrow function in the lowered function, so
// `this`, `arguments` and `super` need no capture.
function __settle(body, _arguments) {
  if (!__apply) __intrinsics();
  var value;
  try { value = _arguments ? __apply(body, void 0, _arguments) : body(); } catch (error) { return __reject(error); }
  return __resolved(value);
}
