// Names of the declarative scope of scripts that lowering likes to choose.
'use strict';
let fn_1 = 'fn_1', f_1 = 'f_1';
const __awaiter = 'awaiter', __then = 'then', loop_1 = 'loop_1';
class __Promise { static async m() { return (await fn_1) + f_1; } }
later(async () => log([await __Promise.m(), __awaiter, __then, loop_1].join()));
later(async () => { log('lexical ' + (await Promise.resolve(fn_1))); });
