import { Argument, Command, Option } from "commander";

const program = new Command("tool").exitOverride().configureOutput({ writeErr: text => console.log("stderr:", text.trim()) });
program
  .hook("preAction", async (command, action) => {
    await null;
    console.log("before", action.name());
  })
  .hook("postAction", async (command, action) => {
    console.log("after", action.name());
  });
program
  .command("build")
  .addArgument(new Argument("<file>").argParser(value => value.toUpperCase()))
  .addOption(new Option("-l, --level <n>").choices(["1", "2"]).default("1"))
  .action(async function (file, options) {
    await null;
    console.log("build", file, options, this.name());
  });
program.command("fail").action(async () => {
  throw new Error("from the action");
});
const run = async (...words) => {
  try {
    await program.parseAsync(words, { from: "user" });
  } catch (error) {
    console.log("caught", error.code ?? error.message);
  }
};
await run("build", "a.js", "--level", "2");
await run("fail");
await run("build", "a.js", "--level", "3");
await run("nothing");
