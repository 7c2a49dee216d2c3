// What an engine of ES5 lacks of what a fixture uses: `console.log` for strings and numbers, and promises. What is to run
// in microtasks does so in `__jobs()`, which is called behind the program.
var console = { log: function () { print(Array.prototype.map.call(arguments, String).join(" ")); } };
var __queue = [];
function __jobs() {
  while (__queue.length > 0) __queue.shift()();
}
// https://tc39.es/ecma262/#sec-promise-objects, without species and without `finally`.
function Promise(executor) {
  if (!(this instanceof Promise)) throw new TypeError("Promise is a constructor");
  if (typeof executor !== "function") throw new TypeError("the executor is no function");
  var state = { settled: 0, value: void 0, reactions: [] };
  Object.defineProperty(this, "__state", { value: state });
  var functions = __resolvingFunctions(this, state);
  try {
    executor(functions.resolve, functions.reject);
  } catch (error) {
    functions.reject(error);
  }
}
function __settle5(state, settled, value) {
  var reactions = state.reactions;
  state.settled = settled;
  state.value = value;
  state.reactions = null;
  for (var i = 0; i < reactions.length; i++) __react(state, reactions[i]);
}
function __resolvingFunctions(promise, state) {
  var done = false;
  return {
    resolve: function (value) {
      if (done) return;
      done = true;
      if (value === promise) return __settle5(state, 2, new TypeError("a promise cannot be resolved with itself"));
      if (Object(value) !== value) return __settle5(state, 1, value);
      try {
        var then = value.then;
      } catch (error) {
        return __settle5(state, 2, error);
      }
      if (typeof then !== "function") return __settle5(state, 1, value);
      __queue.push(function () {
        var functions = __resolvingFunctions(promise, state);
        try {
          then.call(value, functions.resolve, functions.reject);
        } catch (error) {
          functions.reject(error);
        }
      });
    },
    reject: function (reason) {
      if (done) return;
      done = true;
      __settle5(state, 2, reason);
    },
  };
}
function __react(state, reaction) {
  __queue.push(function () {
    var handler = state.settled === 1 ? reaction.fulfilled : reaction.rejected;
    if (typeof handler !== "function") {
      return state.settled === 1 ? reaction.resolve(state.value) : reaction.reject(state.value);
    }
    try {
      var value = handler(state.value);
    } catch (error) {
      return reaction.reject(error);
    }
    reaction.resolve(value);
  });
}
Promise.prototype.then = function (fulfilled, rejected) {
  var state = this.__state;
  return new Promise(function (resolve, reject) {
    var reaction = { fulfilled: fulfilled, rejected: rejected, resolve: resolve, reject: reject };
    if (state.reactions) state.reactions.push(reaction);
    else __react(state, reaction);
  });
};
Promise.prototype["catch"] = function (rejected) { return this.then(void 0, rejected); };
Promise.resolve = function (value) {
  if (Object(value) === value && value.constructor === this && value instanceof Promise) return value;
  return new this(function (resolve) { resolve(value); });
};
Promise.reject = function (reason) { return new this(function (resolve, reject) { reject(reason); }); };
Promise.all = function (promises) {
  return new Promise(function (resolve, reject) {
    var values = [], left = promises.length;
    if (left === 0) resolve(values);
    Array.prototype.forEach.call(promises, function (promise, index) {
      Promise.resolve(promise).then(function (value) {
        values[index] = value;
        if (--left === 0) resolve(values);
      }, reject);
    });
  });
};
