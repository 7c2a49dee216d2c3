import postcss from "postcss";

const log = [];
const plugin = {
  postcssPlugin: "test",
  async Once(root) {
    await null;
    log.push(`once ${root.nodes.length}`);
  },
  async Declaration(declaration, { result }) {
    if (declaration.prop !== "color" || declaration.value === "blue") return;
    await null;
    declaration.value = "blue";
    result.warn("recoloured", { node: declaration });
  },
  Rule: rule => void log.push(rule.selector),
  async OnceExit() {
    log.push("exit");
  },
};
const result = await postcss([plugin]).process("a { color: red }\nb { margin: 0; color: blue }", { from: undefined });
console.log(result.css);
console.log(log.join(", "), result.warnings().map(String));
const failing = { postcssPlugin: "failing", AtRule: async rule => { throw rule.error("not here"); } };
console.log(await postcss([failing]).process("@x y;", { from: undefined }).catch(error => [error.name, error.reason, error.plugin]));
try {
  postcss([plugin]).process("a{}", { from: undefined }).css;
} catch (error) {
  console.log(error.message.split(".")[0]);
}
console.log(await postcss([]).process("a{", { from: undefined }).then(String, error => error.name));
