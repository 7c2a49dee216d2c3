// ToPropertyKey(value): what the brackets around a key do, for a key that is used twice.
// https://tc39.es/ecma262/#sec-topropertykey
var __ownKeys;
function __propertyKey(value) {
  if (!__ownKeys) __ownKeys = Reflect.ownKeys;
  return __ownKeys({ [value]: 0 })[0];
}
__ownKeys = Reflect.ownKeys;
