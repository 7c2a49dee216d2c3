// A package that was published with native async code: it changes its state behind an `await`.
async function* numbers(to) {
  for (let n = 1; n <= to; n++) yield await new Promise((resolve) => setTimeout(resolve, 30, n));
}

export const state = { text: "waiting" };

export async function count() {
  for await (const n of numbers(3)) state.text = `dependency ${n}`;
  await null;
  state.text += ", done";
}
