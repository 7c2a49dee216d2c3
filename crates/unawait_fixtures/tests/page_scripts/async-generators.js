// Async generators, and what they inherit from.
async function* numbers(to) { try { for (let i = 0; i < to; i++) yield i; } finally { log('numbers closed'); } }
later(async () => {
  const g = numbers(2);
  log(JSON.stringify([await g.next(), await g.next(), await g.next(), await g.return(7)]));
  log('async generators ' + (Object.getPrototypeOf(g) === numbers.prototype));
});
