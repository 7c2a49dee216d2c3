// `__awaiter` for a promise class that is not the engine's: `P`, or the global `Promise` of the moment, which zone.js
// and other patchers replace. Everything goes through its public `resolve` and `then`, so that they see every await.
function __awaiterOf(thisArg, _arguments, P, generator) {
  if (!P) P = Promise;
  return new P(function (resolve, reject) {
    var iterator = generator.apply(thisArg, _arguments || []);
    step("next");

    function step(method, sent) {
      var result;
      try { result = iterator[method](sent); } catch (error) { reject(error); return; }
      if (result.done) { resolve(result.value); return; }
      try { P.resolve(result.value).then(fulfilled, rejected); } catch (error) { rejected(error); }
    }
    function fulfilled(value) { step("next", value); }
    function rejected(error) { step("throw", error); }
  });
}
