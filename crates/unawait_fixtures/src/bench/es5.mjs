// How each peer makes ES5 of a program, state machines of its async functions and generators included:
// `es5.mjs PEER INPUT OUTPUT`.
import { readFileSync, writeFileSync } from 'node:fs';

const peers = {
  async babel(filename, text) {
    const { transformSync } = (await import('@babel/core')).default;
    const { default: env } = await import('@babel/preset-env');
    const options = { babelrc: false, configFile: false, compact: false, sourceType: 'script' };
    return transformSync(text, { ...options, filename, presets: [[env.default ?? env, { forceAllTransforms: true }]] }).code;
  },
  async swc(filename, text) {
    const { transformSync } = await import('@swc/core');
    const options = { swcrc: false, configFile: false, isModule: 'commonjs', jsc: { target: 'es5' } };
    return transformSync(text, { ...options, filename }).code;
  },
  async typescript(fileName, text) {
    const { default: ts } = await import('typescript');
    const target = ts.ScriptTarget.ES5, module = ts.ModuleKind.CommonJS;
    const compilerOptions = { allowJs: true, target, module, downlevelIteration: true };
    return ts.transpileModule(text, { fileName, compilerOptions }).outputText;
  },
};

const [peer, input, output] = process.argv.slice(2);
writeFileSync(output, await peers[peer](input, readFileSync(input, 'utf8')));
