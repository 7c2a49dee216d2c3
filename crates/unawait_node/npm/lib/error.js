"use strict";

// What a refused program throws. `errors` holds the messages as data, `frame` as the command shows them.
class UnawaitError extends SyntaxError {
  constructor(messages, report, filename) {
    const errors = messages.filter((message) => message.severity === "error");
    const [first] = errors;
    super(`${first.message}\n\n${report.trimEnd()}`);
    this.name = "UnawaitError";
    this.code = "UNAWAIT_REFUSED";
    this.errors = errors;
    this.frame = report.trimEnd();
    // What bundlers ask an error for.
    this.id = filename;
    this.loc = { file: filename, line: first.start.line, column: first.start.column - 1 };
    this.pos = first.start.offset;
  }
}

module.exports = { UnawaitError };
