const log = [];
const d = name => { log.push('evaluated ' + name); return (value, context) => { log.push(`called ${name} ${context.kind} ${String(context.name)}`); }; };
const object = { name: 'object', decorator(value, context) { log.push(`called on ${this?.name} ${context.kind}`); } };
const key = name => { log.push('key ' + name); return name; };
const late = value => Promise.resolve(value);
async function f(local) {
  await 0;
  @(local, d('class')) class C { @((0, d('method'))) m() { return 1; } @object.decorator n() {} @d('plain') static s = 1; }
  return new C().m();
}
async function g() {
  @(await late(d('awaited class'))) class C extends (await late(Object)) {
    @(await late(d('awaited method'))) async [await late(key('a'))]() { return await 2; }
    @d('field') @((await late(object)).decorator) [key('b')] = 3;
    @object.decorator accessor [key('c')] = 4;
    @(await late(object).then(o => o.decorator)) static async *#p() {}
    @(async () => { await 0; }, d('arrow')) get x() { return this; }
  }
  const c = new C();
  return [await c.a(), c.b, c.c];
}
function* h() {
  const x = yield 'key';
  @(d(yield 'class')) class C { @(d(x)) m() { return class { @(d(x + 1)) n() {} }; } }
  return new C().m().name;
}
function* j() { return yield @(d('yielded')) class { @(d(yield 'member')) m() {} }; }
function* k() { yield 1; try { @(dead, d('dead')) class dead {} } catch (error) { log.push(error.name); } }
async function i(local) { await 0; { let inner = d('inner'); class C { @inner m() {} @(inner) [await late('k')]() {} } inner = 1; } return (@(d('expression')) class { static x = local }).x; }
(async () => {
  log.push(await f(1), await g());
  const it = h(); log.push(it.next().value, it.next('y').value, it.next('z').value);
  const other = j(); log.push(other.next().value, other.next(1).value.name, other.next('w').value);
  log.push(...k());
  log.push(await i(5));
  console.log(log);
})().catch(error => console.log(error));
