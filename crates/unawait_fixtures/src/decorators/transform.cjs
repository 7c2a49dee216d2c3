// Makes decorators run, as Babel does by the proposal of 2023-11: `x.cjs` becomes `x.run.cjs`.
const fs = require("fs");
const babel = require("@babel/core");

const [file] = process.argv.slice(2);
const plugins = [[require.resolve("@babel/plugin-proposal-decorators"), { version: "2023-11" }]];
const options = { configFile: false, babelrc: false, sourceType: "script", compact: false, plugins };
fs.writeFileSync(file.replace(/\.cjs$/, ".run.cjs"), babel.transformSync(fs.readFileSync(file, "utf8"), options).code);
