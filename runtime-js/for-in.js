// The keys that `for (key in object)` goes through. One which has been deleted meanwhile is skipped.
// https://tc39.es/ecma262/#sec-enumerate-object-properties
function __forIn(object) {
  var keys = [], index = 0;
  for (var key in object) keys.push(key);
  object = Object(object);
  return { value: void 0, step: function () {
    while (index < keys.length) {
      if ((this.value = keys[index++]) in object) return true;
    }
    return false;
  } };
}
