// What fails: synchronously, in a default, later, in a finally.
async function fails(x = undefined_()) { await x; }
function undefined_() { throw new RangeError('default'); }
later(async () => { try { await fails(); } catch (e) { log(e.message); } });
later(async () => { try { await (async () => { try { await Promise.reject(1); } finally { await 0; log('finally'); } })(); } catch (e) { log('rejected ' + e); } });
later(() => new Promise((resolve) => resolve({ then(f) { f('thenable'); } })).then(async (x) => log(await x)));
