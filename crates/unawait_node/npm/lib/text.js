"use strict";
// Sources as text that the compiler can read. It reads UTF-8, which has no lone surrogates; a JavaScript string may
// hold some. Each of them crosses as a private-use character that the source does not hold, and comes back as itself:
// both are one UTF-16 code unit, so positions stay.

const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const PRIVATE_USE = { first: 0xe000, last: 0xf8ff };

// A buffer's text. A byte order mark stays: it is the file's.
function decoded(source) {
  if (typeof source === "string") return source;
  if (ArrayBuffer.isView(source) || source instanceof ArrayBuffer) {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(source);
  }
  throw new TypeError("unawait: the source must be a string, or a buffer with UTF-8 in it");
}

// `{ text, restore }`: what the compiler is given, and what puts lone surrogates back into its output.
function wellFormed(source) {
  if (source.isWellFormed()) return { text: source, restore: (output) => output };
  const standIns = new Map();
  let next = PRIVATE_USE.first;
  const standIn = (surrogate) => {
    if (!standIns.has(surrogate)) {
      while (source.includes(String.fromCharCode(next))) next++;
      if (next > PRIVATE_USE.last) throw new RangeError("unawait: the source holds more kinds of lone surrogates than can be told apart");
      standIns.set(surrogate, String.fromCharCode(next++));
    }
    return standIns.get(surrogate);
  };
  const text = source.replace(LONE, standIn);
  const restore = (output) => {
    for (const [surrogate, character] of standIns) output = output.replaceAll(character, surrogate);
    return output;
  };
  return { text, restore };
}

module.exports = { decoded, wellFormed };
