declare var console: any; declare function require(x: string): any;
const log: any[] = [];
const P = (name: any): any => { log.push('evaluated ' + name); return (target: any, key: any, index: any) => { log.push(`${name}: ${typeof target} ${String(key)} ${index}`); }; };
const D = (name: any): any => { log.push('evaluated ' + name); return (target, key) => { log.push(`${name}: ${String(key)}`); }; };
class Outer { x: any;
  constructor() { this.x = 'this'; }
  make(v) {
    return (async (...rest) => {
      await 0;
      class K { q: any;
        constructor(@P('constructor') @P(this.x) q) { this.q = q; }
        @D('m') async m(@P(this.x + arguments[0]) a: number, @P('b') { b }, @P((async () => { await 1; }).length) c = 2, @P('rest') ...d) { return [await a, b, c, d.length, arguments.length]; }
        n(@P((() => rest.length)()) a, b, @P('second') c = 1) { return a; }
        static async s(a, @P('plain') b) { return a; }
        async *g(@P('g') a) { yield a; yield await 2; }
        *h(@P('h') a = 1) { yield a; }
        async none(a = 1, @P('default') b = a) { return b; }
      }
      const k = new K(5);
      log.push(k.m.length, k.n.length, K.s.length, k.g.length, k.none.length);
      const all = []; for await (const x of k.g(1)) all.push(x);
      log.push(await k.m(1, { b: 2 }), await k.m(1, { b: 2 }, 3, 4, 5), k.n(6), await K.s(7), all, [...k.h()], await k.none(), await k.none(undefined, 3), k.q);
      await k.m(1).catch(error => log.push(error.name));
    })(1, 2);
  }
}
new Outer().make("v").then(() => console.log(log), (error: any) => console.log(error, log));
async function make(v: Promise<string>) {
  class K { async m(@P(await v) a: number) { return a; } n(@P(await v) a: number) { return a; } constructor(@P(await v) q: any, private r = async () => { await 0; return q; }) {} }
  return new K(1);
}
class Properties { f: any; constructor(private a: number, public b = 2) { this.f = async () => { await 0; return [a, b]; }; } }
enum E { a = (async () => { await 1; }).length + 1, b = a }
make(Promise.resolve("awaited")).then(async (k: any) => console.log(await k.m(2), k.n(3), await k.r(), await new Properties(4).f(), E.b));
