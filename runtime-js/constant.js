// What an assignment to a constant does.
// https://tc39.es/ecma262/#sec-declarative-environment-records-setmutablebinding-n-v-s
function __constant() {
  throw new TypeError("Assignment to constant variable.");
}
