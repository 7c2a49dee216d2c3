export async function* g(a){ for (const x of a) yield await x; } export async function h(){ for await (const x of g([1])) console.log(x) }
