// `__awaiter` that leaves the driving to another: `driver` wraps a generator function, as co.wrap and
// Bluebird.coroutine do. Drivers give some values a meaning of their own (co: arrays, functions), which `await` does
// not: so what reaches them here is promises only.
function __awaiterDriver(thisArg, _arguments, driver, generator) {
  return driver(function* () {
    var iterator = generator.apply(thisArg, _arguments || []), result = iterator.next(), value;
    while (!result.done) {
      try { value = yield Promise.resolve(result.value); } catch (error) { result = iterator["throw"](error); continue; }
      result = iterator.next(value);
    }
    return result.value;
  })();
}
