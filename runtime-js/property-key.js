// ToPropertyKey, for a key which is used more than once: the engine makes it, and an object without others tells it.
// https://tc39.es/ecma262/#sec-topropertykey
function __propertyKey(value) {
  if (typeof value === "symbol" || typeof value === "string" || typeof value === "number") return value;
  var holder = Object.create(null);
  holder[value] = 0;
  var names = Object.getOwnPropertyNames(holder);
  return names.length ? names[0] : Object.getOwnPropertySymbols(holder)[0];
}
