// The operations of ../promises.js by way of a driver. It cannot drive an async generator as a whole, since it has no
// request to answer at a `yield`: so each promise is one that the driver made, of a body that awaits the engine's.
var __resolvePromise, __rejectPromise;
function __promises() {}
function __resolve(value) { return __driven(Promise.resolve(value)); }
function __then(promise, onFulfilled, onRejected) { return promise.then(onFulfilled, onRejected); }
function __reject(reason) { return __driven(Promise.reject(reason)); }
function __newPromise() {
  return __driven(new Promise(function (resolve, reject) { __resolvePromise = resolve; __rejectPromise = reject; }));
}
// `return await promise`, as an iterator
function __driven(promise) {
  return __awaiter(void 0, void 0, void 0, function () {
    var isOver = false;
    function next(value) {
      if (isOver) return { value: value, done: true };
      isOver = true;
      return { value: promise, done: false };
    }
    return { next: next, "throw": function (reason) { throw reason; } };
  });
}
