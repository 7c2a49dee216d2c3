// `yield* iterable`. https://tc39.es/ecma262/#sec-generator-function-definitions-runtime-semantics-evaluation
function __yieldStar(machine, iterable) {
  machine.inner = __iterator(iterable);
  machine.forward = __forward;
  machine.at = machine.to;
  machine.to = -5;
}
// Hands a completion on to the other iterator. Answers its result, or, after the end, what the body goes on with.
function __forward(machine, type, value) {
  try {
    var inner = machine.inner, iterator = inner.iterator, method = inner.next;
    if (type !== 0) {
      method = iterator[type === 1 ? "throw" : "return"];
      if (method === void 0 || method === null) {
        if (type === 1) {
          inner.close();
          throw new TypeError("The iterator does not provide a 'throw' method.");
        }
        machine.to = machine.at;
        return __complete(machine, 2, value);
      }
    }
    var result = __iteratorResult(__callOn(method, iterator, value));
    if (!result.done) return result;
    value = result.value;
  } catch (error) {
    machine.to = machine.at;
    return __complete(machine, 1, error);
  }
  machine.to = machine.at;
  return type === 2 ? __complete(machine, 2, value) : value;
}
