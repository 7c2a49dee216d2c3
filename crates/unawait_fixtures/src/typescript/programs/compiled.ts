interface Opts { n?: number }
declare function outside(x: number): Promise<void>;
declare const later: (cb: () => void) => void;
type Fn<T> = (x: T) => Promise<T>;
enum Color { Red, Green }
abstract class Base<T extends (x: number) => void = any> {
  constructor(private readonly x: number, public name: string = "n") {}
  abstract run(a: string): Promise<void>;
  declare zzz: string;
  [key: string]: any;
  public async go<U extends (y: string) => void>(this: Base<T>, a: number, b?: U): Promise<number> { await null; return a + this.x; }
  protected static async make(a: string): Promise<string>;
  protected static async make(a: any): Promise<any> { return await a; }
  private async *gen(n: number): AsyncGenerator<number> { for (let i = 0; i < n; i++) yield i; }
  static override2 = async <T,>(x: T): Promise<T> => x
  async [Symbol.iterator](): Promise<void> {}
  async sum() { let s = 0; for await (const v of this.gen(3)) s += v as number; return s!; }
  static mk(a: string) { return this.make(a); }
}
class Derived extends Base { async run(a: string): Promise<void> { await super.go(1); console.log("ran", a, this.name); } }
function over(a: string): Promise<string>;
function over(a: number): Promise<number>;
async function over(a: any): Promise<any> { return (await a) as any; }
const id = async <T>(x: T): Promise<T> => x;
const id2 = async <T extends (y: number) => void>(x: T, ...rest: number[]): Promise<[T, number]> => { const y = await (x as any) || 3; return [y!, <any>await rest.length] };
const thin = async (x: number): Promise<(y: number) => void> => (y: number) => console.log(await1(x), y);
function await1(x: number) { return x }
namespace N { export async function f(x: number): Promise<number> { return (await x) + 1 } export const g = async () => await f(2); }
const o = { async m<T>(this: any, a: T, b = 2): Promise<T> { return (await a)! }, v: (async () => { }) as Fn<any> , async *h<T>(): AsyncGenerator<T> { yield await (1 as any) satisfies any } };
async function optional(a?: number, { b }: { b: string } = { b: "x" }, ...c: Array<() => void>): Promise<string> { return `${await a} ${b} ${c.length}`; }
const fe = async function named<T>(x: T): Promise<T> { return await x }
const fa = async function <T>(x: T): Promise<T> { return await x }
function isString(x: unknown): x is string { return typeof x === "string" }
async function main(): Promise<void> {
  const d = new Derived(5);
  await d.run("a"); console.log(await d.go(2), await d.sum(), await Base.mk("mk"), Base.override2.name, id.name, o.v.name, fa.name, fe.name);
  console.log(await over("s"), await id(3), (await id2((() => {}) as any, 1, 2))[1], await N.f(1), await N.g(), await o.m(4), await optional(), optional.length, o.m.length);
  (await thin(2))(5);
  for await (const x of o.h()) console.log(x);
  console.log(await fe(1), await fa(2), Color.Green);
  const r = await d.go(1) as number | 0;
  console.log(r, typeof await id("x"));
}
main();
