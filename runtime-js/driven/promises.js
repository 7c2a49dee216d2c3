// The operations of ../promises.js by way of a driver. It cannot drive an async generator as a whole, since it has no
// request to answer at a `yield`: so each promise is one that the driver made, of a body that awaits the engine's.
function __promises() {}
function __resolve(value) { return __driven(Promise.resolve(value)); }
function __then(promise, onFulfilled, onRejected) { return promise.then(onFulfilled, onRejected); }
function __reject(reason) { return __driven(Promise.reject(reason)); }
// Called by `new`, which answers what it returns.
function __Promise(executor) { return __driven(new Promise(executor)); }
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
