// The strings of a tagged template. https://tc39.es/ecma262/#sec-gettemplateobject
function __templateObject(strings) { return strings; }
