// Measures depths: `depths.cjs NAME=FILE...`. Prints JSON: [{ name, depths: [one a candidate] }].
// Each is measured before and after the code is compiled by the optimizing compilers, whose frames are smaller;
// the shallower counts.
"use strict";

const files = process.argv.slice(2);
const candidates = files.map(file => require(file.slice(file.indexOf("=") + 1)).cases);

async function main() {
  const results = [];
  for (const name of Object.keys(candidates[0])) {
    const depths = [];
    for (const candidate of candidates) {
      let least = Infinity;
      for (let repetition = 0; repetition < 5; repetition++) least = Math.min(least, await candidate[name]());
      depths.push(least);
    }
    results.push({ name, depths });
  }
  console.log(JSON.stringify(results));
}

main();
