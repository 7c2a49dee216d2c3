// Methods, super, private names, async generator methods with a prototype.
class Base { async m(x) { return 'base ' + x; } static async *s() { yield 'static'; } }
class Derived extends Base {
  #p = 1;
  async m(x) { return (await super.m(await x)) + this.#p; }
  async *g() { yield await super.m('g'); }
  field = async () => (await super.m(await 'field')) + arguments_();
}
function arguments_() { return arguments.length; }
later(async () => { const d = new Derived(); log(await d.m(1)); log(await d.field()); for await (const x of d.g()) log(x); for await (const x of Derived.s()) log(x); });
