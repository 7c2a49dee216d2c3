// Drivers as others write them: text, for they run in the realm of the program.
"use strict";

// After tj/co: what is yielded has to be a promise, a generator, an array, an object or a function of a callback.
const coLike = `{ wrap(generator) {
  return function () {
    const self = this, parameters = arguments;
    return new Promise((resolve, reject) => {
      const iterator = generator.apply(self, parameters);
      onFulfilled();
      function onFulfilled(value) { go("next", value); }
      function onRejected(error) { go("throw", error); }
      function go(method, value) {
        let result;
        try { result = iterator[method](value); } catch (error) { return reject(error); }
        if (result.done) return resolve(result.value);
        const yielded = result.value;
        if (yielded && typeof yielded.then === "function") return yielded.then(onFulfilled, onRejected);
        onRejected(new TypeError("co: " + String(yielded)));
      }
    });
  };
} }`;

// After Bluebird.coroutine: promises of another class, with another clock, and an error for what is no promise.
const bluebirdLike = `{ wrap(generator) {
  class Blue extends Promise {
    then(...handlers) { return new Blue((resolve) => queueMicrotask(() => resolve(super.then(...handlers)))); }
    static get [Symbol.species]() { return Promise; }
  }
  return function (...parameters) {
    let settle;
    const promise = new Blue((resolve, reject) => { settle = { resolve, reject }; });
    const iterator = generator.apply(this, parameters);
    const go = (method) => (value) => {
      let result;
      try { result = iterator[method](value); } catch (error) { settle.reject(error); return; }
      if (result.done) { settle.resolve(result.value); return; }
      if (!(result.value instanceof Promise)) return go("throw")(new TypeError("A value was yielded that is not a promise"));
      Blue.resolve(result.value).then(go("next"), go("throw"));
    };
    go("next")();
    return promise;
  };
} }`;

module.exports = { bluebirdLike, coLike };
