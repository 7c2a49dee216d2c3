// The error of a disposal that another error, which it suppresses, came before.
// https://tc39.es/proposal-explicit-resource-management/#sec-suppressederror-objects
function __suppressedError(error, suppressed) {
  var message = "An error was suppressed during disposal";
  if (typeof SuppressedError === "function") return new SuppressedError(error, suppressed, message);
  var made = new Error(message), properties = { name: "SuppressedError", error: error, suppressed: suppressed };
  for (var key in properties) __Object.define(made, key, { value: properties[key], writable: true, configurable: true });
  return made;
}
