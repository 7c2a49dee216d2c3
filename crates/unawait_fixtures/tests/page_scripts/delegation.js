// yield* of async generators, into those of another script too.
async function* outer() { const got = yield* inner(); yield 'got ' + got; }
async function* inner() { yield 1; return await 2; }
later(async () => { for await (const x of outer()) log('delegation ' + x); });
later(async () => { if (typeof numbers === 'function') { const all = async function* () { yield* numbers(2); }; for await (const x of all()) log('all ' + x); } });
