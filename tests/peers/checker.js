// Asks the verifier for browsers, outside of one.
// In: the path of verify.js, a site, how many bits to turn. Out: the places that are not noticed, and their number.
"use strict";
global.navigator = { language: "zh" };
global.location = { search: "" };
const fs = require("fs");
const path = require("path");
const { Check } = require(path.resolve(process.argv[2]));

function walk(folder, prefix, out) {
  for (const name of fs.readdirSync(folder).sort()) {
    const full = path.join(folder, name);
    if (fs.statSync(full).isDirectory()) walk(full, prefix + name + "/", out);
    else out[prefix + name] = new Uint8Array(fs.readFileSync(full));
  }
  return out;
}

const files = walk(process.argv[3], "", {});
const good = new Check(files, null).run().problems;
if (good.length) throw new Error("a good site raises an alarm: " + good.join("; "));
const names = Object.keys(files).filter((name) => files[name].length);
let seed = 20261123;
const dice = (limit) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 4294967296) * limit);
};
let missed = 0;
for (let n = 0; n < Number(process.argv[4]); n++) {
  const name = names[dice(names.length)];
  const whole = files[name];
  const at = dice(whole.length);
  const bit = dice(8);
  files[name] = whole.slice();
  files[name][at] ^= 1 << bit;
  if (!new Check(files, null).run().problems.length) {
    missed += 1;
    console.log("not noticed:", name, at, bit);
  }
  files[name] = whole;
}
console.log("missed", missed);
