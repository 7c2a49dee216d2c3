export async function late(n) {
  return (await n) + 1;
}

// Nobody imports this one: bundlers drop it, with the helpers that only it needs.
export async function* unused() {
  yield* unused();
}
