type Foo2 = { a: number };
class A<T> {
  x: number
  declare y: string
  async [Symbol.iterator](): Promise<void> { console.log("disposed"); }
  public async m<U>(this: A<T>, a: T, b?: U, ...rest: number[]): Promise<[T, U | undefined, number]> { return [await a, b, rest.length]; }
  async no(this: A<T>): Promise<void> {}
  f = async <U,>(x: U): Promise<U> => { return await x }
  g = async <U>(x: U): Promise<U> => x
  h = async <U extends (y: () => void) => any>(): Promise<(y: U) => (z: number) => void> => () => () => {}
}
const z = async <T>(a: T, b = 1): Promise<T> => a
const w = async (a: number): Promise<number> => a
let q: Foo2 = { a: 1 } satisfies Foo2
const sloppy = async <T>(): Promise<void> => { eval("1") }
async function* g<T>(this: void, x: T): AsyncGenerator<T, void, unknown> { yield x; yield* (async function*<V>(v: V) { yield v! })(x) }
async function main(this: any, ...a: string[]): Promise<void> {
  const a1 = new A<string>();
  console.log(await a1.m("x", 2, 3, 4), a1.m.length, await a1.f(1), await a1.g(2), typeof await a1.h(), await z(3), z.length, q.a! + 1);
  for await (const x of g("v")) console.log(x as string);
  const t = <T,>(x: T) => x, u = t<string>("u"), v = (await w(2))!.toFixed(), k = await w(3) as number || 5, i = -(await w(4) satisfies number);
  console.log(u, v, k, i);
  try { await Promise.reject(new Error("no")) } catch (e: unknown) { console.log((e as Error).message) }
  await sloppy(); await a1.no();
}
main.call(null)
exports.f = async function <T>(x: T): Promise<T> { return x }
