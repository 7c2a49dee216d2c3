"use strict";
// The public functions: thin clothes around the addon, which does the work.

const binding = require("./binding.js");
const { UnawaitError } = require("./error.js");
const { decoded, wellFormed } = require("./text.js");

let addon;

function transformSync(source, options = {}) {
  const call = prepared(source, options);
  return finished(call, invoked(() => loaded().transformSync(call.text, call.json)));
}

async function transform(source, options = {}) {
  const call = prepared(source, options);
  let outcome;
  try {
    outcome = await loaded().transformAsync(call.text, call.json);
  } catch (error) {
    throw usage(error);
  }
  return finished(call, outcome);
}

function loaded() {
  return (addon ??= binding.addon());
}

function prepared(source, options) {
  const original = decoded(source);
  const { text, restore } = wellFormed(original);
  return { original, text, restore, json: JSON.stringify(options), filename: options.filename };
}

function invoked(call) {
  try {
    return call();
  } catch (error) {
    throw usage(error);
  }
}

// Options that are not of their form are the caller's fault, not the program's.
function usage(error) {
  return error.code === "InvalidArg" ? new TypeError(`unawait: ${error.message}`) : error;
}

function finished({ original, restore, filename }, outcome) {
  const messages = outcome.messages ? JSON.parse(outcome.messages).map(flat) : [];
  if (outcome.isRefused) throw new UnawaitError(messages, outcome.report, filename);
  const changed = outcome.code != null;
  return {
    code: changed ? restore(outcome.code) : original,
    map: outcome.map == null ? undefined : restore(outcome.map),
    changed,
    functions: outcome.functions,
    warnings: messages,
  };
}

// JavaScript counts in UTF-16 code units: the bytes are left out.
function flat({ severity, code, message, help, span, labels }) {
  const place = ({ offset, line, column }) => ({ offset, line, column });
  const spread = ({ start, end }) => ({ start: place(start), end: place(end) });
  return {
    severity,
    code,
    message,
    ...(help == null ? {} : { help }),
    ...spread(span),
    labels: labels.map((label) => ({ message: label.message, ...spread(label.span) })),
  };
}

module.exports = { transform, transformSync, UnawaitError };
