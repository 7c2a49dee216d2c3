// The line of the `throw` must stand in the stack of every bundle.
async function throws() {
  await null;
  throw new Error("thrown on line 4");
}

throws();
