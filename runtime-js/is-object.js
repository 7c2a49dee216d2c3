// Whether `value` is an Object in the sense of the specification.
function __isObject(value) {
  return typeof value === "object" ? value !== null : typeof value === "function";
}
