// The keys that `for (key in object)` goes through. One which has been deleted meanwhile is skipped.
// https://tc39.es/ecma262/#sec-enumerate-object-properties
function __forIn(object) {
  var keys = [], index = 0, hasOwn = Object.prototype.hasOwnProperty;
  for (var key in object) keys.push(key);
  object = Object(object);
  return { value: void 0, step: function () {
    while (index < keys.length) {
      this.value = keys[index++];
      // Not `in`: a proxy is asked for its own property.
      for (var holder = object; holder; holder = Object.getPrototypeOf(holder)) {
        if (hasOwn.call(holder, this.value)) return true;
      }
    }
    return false;
  } };
}
