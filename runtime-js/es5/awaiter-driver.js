// `__awaiter` that leaves the driving to another, which is handed promises only, as in ../awaiter-driver.js. What it
// drives need not be a generator's object: it has to have the methods of one.
function __awaiterDriver(thisArg, _arguments, driver, generator) {
  return driver(function () {
    var iterator = generator.apply(thisArg, _arguments || []);
    function answer(result) {
      return result.done ? result : { value: Promise.resolve(result.value), done: false };
    }
    return {
      next: function (value) { return answer(iterator.next(value)); },
      "throw": function (error) { return answer(iterator["throw"](error)); },
      "return": function (value) { return answer(iterator["return"](value)); },
    };
  })();
}
