// What is left of `source` without the keys in `excluded`: CopyDataProperties into a new object.
// https://tc39.es/ecma262/#sec-copydataproperties
function __objectRest(source, excluded) {
  var rest = {}, from = Object(source), keys = Reflect.ownKeys(from), names = {}, symbols = [];
  for (var i = 0; i < excluded.length; i++) {
    if (typeof excluded[i] === "symbol") symbols.push(excluded[i]);
    else names["$" + excluded[i]] = true;
  }
  for (i = 0; i < keys.length; i++) {
    var key = keys[i], isSymbol = typeof key === "symbol";
    if (isSymbol ? symbols.indexOf(key) >= 0 : names["$" + key] === true) continue;
    var descriptor = Object.getOwnPropertyDescriptor(from, key);
    if (descriptor && descriptor.enumerable) {
      Object.defineProperty(rest, key, { __proto__: null, value: from[key], writable: true, enumerable: true, configurable: true });
    }
  }
  return rest;
}
