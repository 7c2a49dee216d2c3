// What is awaited: values, promises, thenables.
"use strict";
const { awaited, bodyOf } = require("./awaited.js");
const { sameAsNative, shapes } = require("./side-by-side.js");

for (const [name, expression, before] of awaited) {
  const { awaiter, awaiterOnce, asked } = shapes;
  sameAsNative(`await of ${name}`, { shapes: [awaiter, awaiterOnce, asked], before, body: bodyOf(expression) });
}

// `__asked` calls what a promise has for `then`, as it is for: those who patch Promise. Natively, nothing does.
const ownThen = (name, define) =>
  sameAsNative(`await of a promise with ${name}`, {
    before: `const promise = Promise.resolve(1); ${define}`,
    body: "log(yield promise);",
  });
ownThen("its own `then`", "promise.then = function () { log('own then'); };");
ownThen("its own `then` that throws", "promise.then = function () { throw new Error('thrown'); };");
ownThen("its own `then` that is no function", "promise.then = 1;");
ownThen("a getter for `then`", "Object.defineProperty(promise, 'then', { get() { log('get'); } });");
ownThen("a `then` between it and Promise.prototype", `
  Object.setPrototypeOf(promise, Object.create(Promise.prototype, { then: { value() { log("then"); } } }));`);
ownThen("neither `then` nor the prototype, but the right constructor", `
  Object.setPrototypeOf(promise, { constructor: Promise });`);
