import * as prettier from "prettier";

const format = async (source, options) => {
  try {
    console.log(await prettier.format(source, options));
  } catch (error) {
    console.log(error.name, error.message.split("\n")[0]);
  }
};
await format("const f=async(a,b)=>{await a;for await(const x of b){yield_(x)}}", { parser: "babel" });
await format("a{color:red;b{margin:0}}", { parser: "scss" });
await format("# t\n* a\n* b\n\n```js\nlet a=1\n```\n", { parser: "markdown" });
await format("<p>a<b>c</b><script>let a=1</script></p>", { parser: "html" });
await format("a: [1,2]\nb:\n    c: d", { parser: "yaml" });
await format("let = = 1", { parser: "babel" });
console.log(await prettier.check("let a;\n", { parser: "babel" }));
console.log((await prettier.getSupportInfo()).languages.length > 10);
console.log(await prettier.formatWithCursor("a   =  b", { parser: "babel", cursorOffset: 5 }));
