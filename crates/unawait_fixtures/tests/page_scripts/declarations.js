// Functions of the global scope, one of which another script declares too.
async function declared(a, b = 2) { return a + await b; }
async function shared() { await 0; return 'declarations'; }
async function settled() { return 'settled'; }
{ async function inBlock() { return 'block'; } later(async () => log(await inBlock())); }
declared(1).then((x) => log('declarations ' + x));
later(async () => log('declarations ' + (await declared(2)) + (await shared()) + (await settled()) + typeof inBlock));
