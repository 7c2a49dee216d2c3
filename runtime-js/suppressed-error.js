// The error of a disposal that another error, which it suppresses, came before.
// https://tc39.es/proposal-explicit-resource-management/#sec-suppressederror-objects
function __suppressedError(error, suppressed) {
  var message = "An error was suppressed during disposal";
  if (typeof SuppressedError === "function") return new SuppressedError(error, suppressed, message);
  if (!__hasOwn) __ownProperties();
  var made = new Error(message);
  __hide(made, "name", "SuppressedError", true);
  __hide(made, "error", error, true);
  __hide(made, "suppressed", suppressed, true);
  return made;
}
