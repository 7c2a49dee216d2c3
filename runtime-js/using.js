// The resources of a block with `using` or `await using`, and how the block ends: DisposeCapability and a completion.
//   try { scope.use(value); BODY } catch (e) { scope.fail(e); } finally { scope.dispose(); }
// or, where there is an `await using`, at the end (in an async generator with `yield __awaitIn(...)`)
//   finally { while (scope.step()) try { yield scope.result; } catch (e) { scope.fail(e); } scope.end(); }
// https://tc39.es/proposal-explicit-resource-management/#sec-disposeresources
function __using() {
  if (!__call) __intrinsicsIteration();
  // `last`: the resources as a list, from the last one to the first.
  return {
    _last: null, _failed: false, _error: void 0, _needsAwait: false, _hasAwaited: false, result: void 0,
    use: __usingUse, useAsync: __usingUseAsync, fail: __usingFail, step: __usingStep, end: __usingEnd, dispose: __usingDispose,
  };
}
// AddDisposableResource
function __usingUse(value) {
  if (value !== void 0 && value !== null) __usingAdd(this, value, false, __disposeMethod(value, false));
  return value;
}
function __usingUseAsync(value) {
  __usingAdd(this, value, true, value !== void 0 && value !== null ? __disposeMethod(value, true) : void 0);
  return value;
}
function __usingAdd(scope, value, isAsync, method) {
  scope._last = { value: value, _method: method, _isAsync: isAsync, _before: scope._last };
}
// A throw completion arrives.
function __usingFail(error) {
  this._error = this._failed ? __suppressedError(error, this._error) : error;
  this._failed = true;
}
// DisposeResources, up to what has to be awaited next: `result`. Answers whether there is anything.
function __usingStep() {
  for (var resource = this._last; resource; resource = this._last) {
    if (!resource._isAsync && this._needsAwait && !this._hasAwaited) break;
    this._last = resource._before;
    if (!resource._method) { this._needsAwait = true; continue; }
    try { this.result = __call(resource._method, resource.value); } catch (error) { this.fail(error); continue; }
    if (resource._isAsync) return this._hasAwaited = true;
  }
  // Await(undefined), once for all the `null` and `undefined` so far.
  var awaits = this._needsAwait && !this._hasAwaited;
  if (awaits) {
    this._needsAwait = false;
    this.result = void 0;
  }
  return awaits;
}
function __usingEnd() {
  if (this._failed) throw this._error;
}
// All of it where no resource is async.
function __usingDispose() {
  this.step();
  this.end();
}
