// A TypeError about `value`, in the words of V8. Nothing that a program defined is called to show the value.
function __typeError(before, value, after) {
  if (!__call) __intrinsicsIteration();
  var type = typeof value, shown = type === "function" ? "a function" : __isObject(value) ? "#<Object>" : type === "symbol" ? "a symbol" : "" + value;
  return new __TypeError(before + shown + after);
}
