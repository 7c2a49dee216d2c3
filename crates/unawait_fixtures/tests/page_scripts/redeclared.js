// The same global function, and a var of that name elsewhere.
async function shared() { return 'redeclared ' + (await 1); }
var plain = async function () { return arguments.length + (await 1); };
later(async () => log((await shared()) + (await plain(1, 2))));
