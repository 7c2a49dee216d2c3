// What answers like `nextMethod` called for `iterator`, by a `next` of its own that no program sees; undefined but for
// the iterators of the helpers.
function __asyncSource(iterator, nextMethod) {
  if (nextMethod === __AsyncFromSync.prototype.next) return iterator;
  return nextMethod === __asyncGenNext ? __asyncGenOf(iterator) : void 0;
}
