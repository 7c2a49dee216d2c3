// Loops over what another script may have made.
later(async () => {
  const seen = [];
  for await (const x of [Promise.resolve(1), 2]) seen.push(x);
  if (typeof numbers === 'function') for await (const x of numbers(5)) { if (x === 2) break; seen.push(x); }
  log('for await ' + seen);
});
later(async () => { try { for await (const x of 5) log(x); } catch (e) { log(e.name); } });
