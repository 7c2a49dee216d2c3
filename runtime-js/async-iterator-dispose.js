// %AsyncIteratorPrototype% [ %Symbol.asyncDispose% ] ( ) https://tc39.es/ecma262/#sec-%asynciteratorprototype%-%symbol.asyncdispose%
function __asyncIteratorDispose(object) {
  try {
    var method = __getMethod(object["return"]);
    return method ? __then(__resolve(__call(method, object, void 0)), __toUndefined) : __resolve(void 0);
  } catch (error) {
    return __reject(error);
  }
}
function __toUndefined() {}
