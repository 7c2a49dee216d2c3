export async function f(a){ const b = await a(); return b; }
