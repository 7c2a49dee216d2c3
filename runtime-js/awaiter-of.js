// `__awaiter` for a promise class that is not the engine's: `P`, or the global `Promise` of the moment, which zone.js
// and other patchers replace. Everything goes through its public `resolve` and `then`, so that they see every await.
// The first step runs outside of its constructor, whose frames would count for how deep recursion goes.
function __awaiterOf(thisArg, _arguments, P, generator) {
  if (!P) P = Promise;
  var iterator, result;
  try {
    iterator = generator.apply(thisArg, _arguments || []);
    result = iterator.next();
  } catch (error) {
    return new P(function (resolve, reject) { reject(error); });
  }
  return __driveOf(P, iterator, result);
}
// The promise of a body after its first step, which had this result.
function __driveOf(P, iterator, result) {
  return new P(function (resolve, reject) {
    go(result);

    // A loop, since what awaiting throws goes back into the body at once, and the stack must not grow by it.
    function go(result) {
      while (!result.done) {
        try { P.resolve(result.value).then(fulfilled, rejected); return; } catch (error) { var reason = error; }
        try { result = iterator["throw"](reason); } catch (error) { reject(error); return; }
      }
      resolve(result.value);
    }
    function fulfilled(value) {
      try { var result = iterator.next(value); } catch (error) { reject(error); return; }
      go(result);
    }
    function rejected(reason) {
      try { var result = iterator["throw"](reason); } catch (error) { reject(error); return; }
      go(result);
    }
  });
}
