// Sloppy code: this, arguments, callee, functions of a switch, a global called yield.
async function mapped(a) { arguments[0] = 2; await 0; return a + typeof arguments.callee; }
async function self() { await 0; return this === globalThis; }
switch (1) { case 1: async function inSwitch() { await 0; return 'switch'; } later(async () => log(await inSwitch())); }
var yield = 3;
later(async () => log((await mapped(1)) + (await self()) + typeof inSwitch + (await (async () => yield + (await 1))())));
