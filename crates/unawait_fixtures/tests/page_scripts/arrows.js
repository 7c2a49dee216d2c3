// Arrow functions at the top level, whose generator functions are kept in variables of the file.
later(async () => { const x = await 1; log('arrows 1 ' + x); });
later(async () => { log('arrows 2 ' + (await Promise.all([1, 2].map(async (x) => (await x) * 2)))); });
{ const block = async (x) => { for (const y of [x]) log('arrows block ' + (await y)); }; later(() => block('b')); }
