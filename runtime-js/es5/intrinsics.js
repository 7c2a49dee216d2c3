// What the helpers use of the engine, captured as in ../intrinsics.js, but for generators: bodies are machines, which have
// methods of their own.
var __methods;
function __intrinsics() {
  var call = Function.prototype.call;
  __promises(call);
  return __apply = call.bind(call.apply);
}
var __apply = /*#__PURE__*/ __intrinsics();
