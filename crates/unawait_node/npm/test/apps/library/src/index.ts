export interface Page<T> {
  items: T[];
  next?: number;
}

/** All items of all pages. */
export async function* items<T>(fetch: (page: number) => Promise<Page<T>>): AsyncGenerator<T, number> {
  let count = 0;
  for (let page: number | undefined = 0; page !== undefined; ) {
    const { items, next }: Page<T> = await fetch(page);
    count += items.length;
    yield* items;
    page = next;
  }
  return count;
}

export async function collect<T>(fetch: (page: number) => Promise<Page<T>>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items(fetch)) all.push(item);
  if (all.length === 0) throw new RangeError("no items");
  return all;
}
