// The error of a disposal that another error, which it suppresses, came before.
// https://tc39.es/proposal-explicit-resource-management/#sec-suppressederror-objects
function __suppressedError(error, suppressed) {
  var message = "An error was suppressed during disposal";
  if (typeof SuppressedError === "function") return new SuppressedError(error, suppressed, message);
  var made = new Error(message), define = __Object.define;
  define(made, "name", { __proto__: null, value: "SuppressedError", writable: true, configurable: true });
  define(made, "error", { __proto__: null, value: error, writable: true, configurable: true });
  define(made, "suppressed", { __proto__: null, value: suppressed, writable: true, configurable: true });
  return made;
}
