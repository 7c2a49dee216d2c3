// `__awaiter` that leaves the driving to another: the driver, which `__driver()` answers, wraps a generator function, as
// co.wrap and Bluebird.coroutine do. Drivers give some values a meaning of their own (co: arrays, functions), which
// `await` does not: so only promises reach them here.
function __awaiter(thisArg, _arguments, P, generator) {
  return __driver()(function* () {
    var iterator = generator.apply(thisArg, _arguments || []), result = iterator.next(), value;
    while (!result.done) {
      try { value = yield Promise.resolve(result.value); } catch (error) { result = iterator["throw"](error); continue; }
      result = iterator.next(value);
    }
    return result.value;
  })();
}
