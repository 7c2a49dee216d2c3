// `yield* iterable`. https://tc39.es/ecma262/#sec-generator-function-definitions-runtime-semantics-evaluation
function __yieldStar(machine, iterable) {
  machine._inner = __iterator(iterable);
  machine._forward = __forward;
  machine._at = machine.to;
  machine.to = -5;
}
// Hands a completion on to the other iterator. Answers its result, or, after the end, what the body goes on with.
function __forward(machine, type, value) {
  var inner = machine._inner, iterator = inner._iterator, method = inner.next;
  try {
    if (type !== 0) method = iterator[type === 1 ? "throw" : "return"];
    if (type === 0 || method !== void 0 && method !== null) {
      var result = __iteratorResult(__callOn(method, iterator, value));
      if (!result.done) return result;
      value = result.value;
      if (type === 1) type = 0;
    } else if (type === 1) {
      inner.close();
      throw new TypeError("The iterator does not provide a 'throw' method.");
    }
  } catch (error) {
    type = 1;
    value = error;
  }
  machine.to = machine._at;
  machine._inner = null;
  return type === 0 ? value : __complete(machine, type, value);
}
