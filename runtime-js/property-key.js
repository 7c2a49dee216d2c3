// ToPropertyKey, for a key which is used more than once. https://tc39.es/ecma262/#sec-topropertykey
function __propertyKey(value) {
  if (typeof value === "symbol" || typeof value === "string" || typeof value === "number") return value;
  if (Object(value) !== value || typeof Symbol !== "function") return String(value);
  var method = value[Symbol.toPrimitive];
  if (method === void 0 || method === null) return __ordinaryKey(value);
  value = __callOn(method, value, "string");
  if (Object(value) === value) throw new TypeError("Cannot convert object to primitive value");
  return typeof value === "symbol" ? value : String(value);
}
// OrdinaryToPrimitive. `String` would not take the symbol that a `toString` may answer.
function __ordinaryKey(value) {
  var names = ["toString", "valueOf"];
  for (var i = 0; i < 2; i++) {
    var method = value[names[i]], key = typeof method === "function" ? __callOn(method, value) : value;
    if (Object(key) !== key) return typeof key === "symbol" ? key : String(key);
  }
  throw new TypeError("Cannot convert object to primitive value");
}
