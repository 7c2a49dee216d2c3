// The resources of a block with `using` or `await using`, and how the block ends: DisposeCapability and a completion.
//   try { scope.use(value); BODY } catch (e) { scope.fail(e); } finally { scope.dispose(); }
// or, where there is an `await using`, at the end (in an async generator with `yield __awaitIn(...)`)
//   finally { while (scope.step()) try { yield scope.result; } catch (e) { scope.fail(e); } scope.end(); }
// https://tc39.es/proposal-explicit-resource-management/#sec-disposeresources
function __using() {
  if (__Using.prototype.constructor) __usingMethods();
  return new __Using();
}
// `last`: the resources as a list, from the last one to the first.
function __Using() {
  this.last = null;
  this.failed = false;
  this.error = void 0;
  this.needsAwait = false;
  this.hasAwaited = false;
  this.result = void 0;
}
function __usingMethods() {
  if (!__call) __intrinsicsIteration();
  // In place of the first one, which has a constructor: this inherits nothing, such as a setter of a program.
  var prototype = __Using.prototype = __create(null);
  // AddDisposableResource
  prototype.use = function (value) {
    if (value !== void 0 && value !== null) this.last = { value: value, method: __disposeMethod(value, false), isAsync: false, before: this.last };
    return value;
  };
  prototype.useAsync = function (value) {
    var method = value !== void 0 && value !== null ? __disposeMethod(value, true) : void 0;
    this.last = { value: value, method: method, isAsync: true, before: this.last };
    return value;
  };
  // A throw completion arrives.
  prototype.fail = function (error) {
    this.error = this.failed ? __suppressedError(error, this.error) : error;
    this.failed = true;
  };
  // DisposeResources, up to what has to be awaited next: `result`. Answers whether there is anything.
  prototype.step = function () {
    for (var resource = this.last; resource; resource = this.last) {
      if (!resource.isAsync && this.needsAwait && !this.hasAwaited) return this.implicitAwait();
      this.last = resource.before;
      if (!resource.method) { this.needsAwait = true; continue; }
      try { this.result = __call(resource.method, resource.value); } catch (error) { this.fail(error); continue; }
      if (resource.isAsync) return this.hasAwaited = true;
    }
    return this.needsAwait && !this.hasAwaited && this.implicitAwait();
  };
  // Await(undefined), once for all the `null` and `undefined` so far.
  prototype.implicitAwait = function () {
    this.needsAwait = false;
    this.result = void 0;
    return true;
  };
  prototype.end = function () {
    if (this.failed) throw this.error;
  };
  // All of it where no resource is async.
  prototype.dispose = function () {
    this.step();
    this.end();
  };
}
