// `__awaiter` that leaves the driving to another, which is handed promises only, as in ../awaiter.js. What it
// drives need not be a generator's object: it has to have the methods of one.
function __awaiter(thisArg, _arguments, P, generator) {
  return __driver()(function () {
    var iterator;
    // What throws before the body is the first step's error, as it is a generator's.
    function started() {
      return iterator || (iterator = generator.apply(thisArg, _arguments || []));
    }
    function answer(result) {
      return result.done ? result : { value: Promise.resolve(result.value), done: false };
    }
    return {
      next: function (value) { return answer(started().next(value)); },
      "throw": function (error) { return answer(started()["throw"](error)); },
      "return": function (value) { return answer(started()["return"](value)); },
    };
  })();
}
