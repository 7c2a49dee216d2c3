const React = { createElement: (t, p, ...c) => (typeof t === "function" ? t(p) : { t, p, c }) };
const C = { Inner: (p) => ({ inner: p }) };
class V { Tag = (p) => ({ tag: p }); async render(x) { return <div a={await x} b={async () => <b>{await x} text: async await</b>} {...await { s: 1 }}><this.Tag k={1}/><C.Inner>{await x}</C.Inner></div> }
  arrow = async () => <><this.Tag v={await 2}/>{"it's"} don't</> }
async function main() { const v = new V(); const r = await v.render(4); console.log(JSON.stringify(r), JSON.stringify(await r.p.b()), JSON.stringify(await v.arrow())); }
React.Fragment = "frag"; main();
