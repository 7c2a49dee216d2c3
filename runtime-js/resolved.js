// A new promise resolved with `value`: what a body that ended without a suspension returns.
// PromiseResolve would hand a promise back as it is, so an object takes the way through the resolving functions.
// https://tc39.es/ecma262/#sec-asyncblockstart
function __resolved(value) {
  return typeof value === "object" ? new __Promise(function (resolve) { resolve(value); }) : __resolve(value);
}
