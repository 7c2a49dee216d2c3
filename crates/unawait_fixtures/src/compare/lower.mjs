// How each peer lowers async functions, and as little else as it can be told to, with a source map.
const makers = {
  async esbuild() {
    const { transformSync } = await import('esbuild');
    const supported = { 'async-await': false, 'async-generator': false, 'for-await': false };
    return (path, text) => {
      const { code, map } = transformSync(text, { sourcefile: path, sourcemap: 'external', target: 'esnext', supported, logLevel: 'silent' });
      return [code, map];
    };
  },
  async swc() {
    const { transformSync } = await import('@swc/core');
    const env = { targets: { node: '24' }, include: ['transform-async-to-generator', 'transform-async-generator-functions'] };
    return (filename, text) => {
      const { code, map } = transformSync(text, { filename, sourceMaps: true, swcrc: false, configFile: false, isModule: 'unknown', env });
      return [code, map];
    };
  },
  // Has no way to say "async functions only": everything newer than ES2016 goes.
  async oxc() {
    const { transformSync } = await import('oxc-transform');
    return (path, text) => {
      const { code, map, errors } = transformSync(path, text, { lang: 'js', target: 'es2016', sourcemap: true });
      if (!code && errors.length > 0) throw new Error(errors[0].message);
      return [code, JSON.stringify(map)];
    };
  },
  async babel() {
    const { transformSync } = (await import('@babel/core')).default;
    const plugins = ['@babel/plugin-transform-async-to-generator', '@babel/plugin-transform-async-generator-functions'];
    const modules = await Promise.all(plugins.map(async name => (await import(name)).default));
    return (filename, text) => {
      const { code, map } = transformSync(text, {
        filename, sourceMaps: true, babelrc: false, configFile: false, compact: false, sourceType: 'unambiguous',
        plugins: modules.map(plugin => plugin.default ?? plugin),
      });
      return [code, JSON.stringify(map)];
    };
  },
  // Nor has TypeScript.
  async typescript() {
    const { default: ts } = await import('typescript');
    const compilerOptions = { allowJs: true, target: ts.ScriptTarget.ES2016, module: ts.ModuleKind.ESNext, sourceMap: true };
    return (fileName, text) => {
      const { outputText, sourceMapText } = ts.transpileModule(text, { fileName, compilerOptions });
      return [outputText, sourceMapText ?? ''];
    };
  },
};

export const lowering = tool => makers[tool]();
