// Ticks, counted by what runs between them.
later(() => { let n = 0; const tick = () => { if (n++ < 12) Promise.resolve().then(tick); }; tick();
  const at = (what) => () => log(what + ' at ' + n);
  (async () => {})().then(at('nothing')); (async () => { await 1; })().then(at('once')); (async () => Promise.resolve())().then(at('promise'));
  (async () => { for await (const x of [1]); })().then(at('loop')); });
