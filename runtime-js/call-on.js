// `__callOn(f, o, v)` is `f.call(o, v)`, but reads no `call`: not an own one of `f`, nor through a proxy. The function
// stands there for who calls it before the file has loaded (through an import cycle). https://tc39.es/ecma262/#sec-call
function __callOn() {
  return (__isCaptured || __captureCall()).apply(void 0, arguments);
}
function __captureCall() {
  var call = Function.prototype.call;
  return __callOn = call.bind(call);
}
var __isCaptured = /*#__PURE__*/ __captureCall();
