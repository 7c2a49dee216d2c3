// The first of the objects of `with` statements, the innermost first, that has `name`: what a function of that name is called
// on. https://tc39.es/ecma262/#sec-object-environment-records-hasbinding-n
function __withObject(objects, name) {
  for (var i = 0; i < objects.length; i++) {
    if (!(name in objects[i])) continue;
    var blocked = typeof Symbol === "function" && Symbol.unscopables ? objects[i][Symbol.unscopables] : void 0;
    if (!(Object(blocked) === blocked && blocked[name])) return objects[i];
  }
}
