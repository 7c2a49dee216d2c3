export async function* numbers(to) {
  for (let n = 1; n <= to; n++) yield await n;
}
