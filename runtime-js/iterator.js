// GetIterator: an Iterator Record. Without symbols, what regenerator takes for iterable is.
// https://tc39.es/ecma262/#sec-getiterator
function __iterator(iterable) {
  if (__Iterator.prototype.constructor) __iteratorMethods();
  var key = typeof Symbol === "function" ? Symbol.iterator : "@@iterator", iterator, index = 0;
  // Where arrays have no such method, an engine has symbols at most.
  if (Array.prototype[key] || iterable[key]) iterator = iterable[key]();
  else if (typeof iterable.next === "function") iterator = iterable;
  else if (isNaN(iterable.length)) throw new TypeError("The value is not iterable");
  else {
    iterator = { next: function () {
      return index < iterable.length ? { value: iterable[index++], done: false } : { value: void 0, done: true };
    } };
  }
  return new __Iterator(__iteratorResult(iterator));
}
function __Iterator(iterator) {
  this._iterator = iterator;
  this.next = iterator.next;
  this.done = false;
  this.value = void 0;
}
function __iteratorMethods() {
  // In place of the first one, which has a constructor: this inherits nothing, such as a setter of a program.
  var prototype = __Iterator.prototype = Object.create(null);
  // IteratorStepValue: whether there is a `value`; or IteratorStep, which leaves that unread.
  prototype.step = function (unread) {
    this.done = true;
    var result = __iteratorResult(__callOn(this.next, this._iterator));
    if (result.done) return __releaseIterator(this);
    if (!unread) this.value = result.value;
    this.done = false;
    return true;
  };
  // IteratorClose
  prototype.close = function () {
    if (this.done) return;
    this.done = true;
    var iterator = this._iterator, method = iterator["return"];
    __releaseIterator(this);
    if (method !== void 0 && method !== null) __iteratorResult(__callOn(method, iterator));
  };
}
// A machine may keep the record for as long as it lives.
function __releaseIterator(record) {
  record._iterator = record.next = record.value = void 0;
  return false;
}
function __iteratorResult(result) {
  if (Object(result) !== result) throw new TypeError(String(result) + " is not an object");
  return result;
}
