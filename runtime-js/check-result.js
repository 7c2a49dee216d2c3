// What an iterator answers has to be an object. https://tc39.es/ecma262/#sec-iteratornext
function __checkResult(result) {
  if (!__isObject(result)) throw __typeError("Iterator result ", result, " is not an object");
}
