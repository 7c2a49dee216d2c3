//! What differs for a reason: the one list that tells faults of V8 and what the README says is not preserved from
//! findings.

use unawait_compiler::Target;
use unawait_syntax::lex::is_word_at;

use super::finding::{Fault, Finding};
use crate::node;

/// A kind of finding that is none.
struct Deviation {
    reason: &'static str,
    fault: Fault,
    is_it: fn(&Finding, Target) -> bool,
}

/// Why `finding` is none.
pub(super) fn reason(finding: &Finding, target: Target) -> Option<&'static str> {
    let found =
        DEVIATIONS.iter().find(|deviation| deviation.fault == finding.fault && (deviation.is_it)(finding, target));
    found.map(|deviation| deviation.reason)
}

const INVALID_TARGET: &str = "Invalid destructuring assignment target";

const DEVIATIONS: &[Deviation] = &[
    Deviation {
        reason: "V8 leaves it to run time to refuse `f() = 1`, in strict code, too",
        fault: Fault::Refused,
        is_it: |finding, _| {
            let is_strict = finding.text_has("class") || finding.program.text.contains("use strict");
            finding.what.contains("A call is no assignment target")
                || is_strict && finding.what.contains("Only a variable, a property or a pattern can be assigned to")
        },
    },
    Deviation {
        reason: "V8 refuses the valid `f(a += 1, [b] = c)`",
        fault: Fault::MadeValid,
        is_it: |finding, _| says(finding, INVALID_TARGET),
    },
    Deviation {
        reason: "V8 refuses the valid `f([...[],], [b] = c)`",
        fault: Fault::MadeValid,
        is_it: |finding, _| says(finding, "Rest element must be last element"),
    },
    Deviation {
        reason: "V8 refuses the valid `async (a = async(...b,)) => {}`",
        fault: Fault::MadeValid,
        is_it: |finding, _| says(finding, "Rest parameter must be last formal parameter"),
    },
    Deviation {
        reason: "V8 refuses the valid `for await ([f(a += 1, [b] = c)] of d)`",
        fault: Fault::MadeValid,
        is_it: |finding, _| says(finding, "Invalid left-hand side in for-await-of loop: Must have a single binding."),
    },
    Deviation {
        reason: "V8 takes the invalid `usin\\u0067 x = y`",
        fault: Fault::Refused,
        is_it: |finding, _| {
            finding.what.contains("Keyword must not contain escaped characters") && finding.program.text.contains("\\u")
        },
    },
    Deviation {
        reason: "differences.md: a `constructor` that `Promise.prototype` or a promise is given is read at each await",
        fault: Fault::Differs,
        is_it: |finding, _| finding.program.text.contains("Promise.prototype") && finding.text_has("constructor"),
    },
    Deviation {
        reason: "V8 takes the invalid `new import.source(a)`",
        fault: Fault::Refused,
        is_it: |finding, _| finding.what.contains("Cannot use new with import"),
    },
    Deviation {
        reason: "node before 24 does not know `using`",
        fault: Fault::MadeValid,
        is_it: |finding, _| finding.program.text.contains("using") && node::satisfies(">=24") != Ok(true),
    },
    Deviation {
        reason: "V8 refuses `f([x()], [b[await c]] = d)`, which `f([super.x], [b[await c]] = d)` becomes",
        fault: Fault::InvalidOutput,
        is_it: |finding, _| says(finding, INVALID_TARGET) && finding.program.text.contains("super"),
    },
    Deviation {
        reason: "README: a class of which a key suspends and a key mentions a private name of its own",
        fault: Fault::InvalidOutput,
        is_it: |finding, target| {
            let line = first_line(finding);
            target == Target::StateMachines
                && line.starts_with("Private field")
                && line.ends_with("must be declared in an enclosing class")
        },
    },
    Deviation {
        reason: "differences.md: code for the constructor of async functions runs natively, or as a plain function's",
        fault: Fault::Differs,
        is_it: |finding, _| finding.text_has("AsyncFunction") || finding.what.contains("AsyncFunction"),
    },
    Deviation {
        reason: "known failures: a variable called `yield` goes by another name, which `with` and `eval` show",
        fault: Fault::Differs,
        is_it: |finding, _| finding.text_has("yield") && ["with", "eval"].iter().any(|word| finding.text_has(word)),
    },
    Deviation {
        reason: "differences.md: a direct `eval` declares variables of one step, and sees the machine's variables",
        fault: Fault::Differs,
        is_it: |finding, target| target == Target::StateMachines && finding.text_has("eval"),
    },
    Deviation {
        reason: "a script's own global `Promise` is there before the helpers are",
        fault: Fault::Differs,
        is_it: |finding, _| {
            let text = &finding.program.text;
            ["function Promise", "var Promise", "class Promise"].iter().any(|own| text.contains(own))
        },
    },
    Deviation {
        reason: "a script's helpers are properties of the global object, which the program may list",
        fault: Fault::Differs,
        is_it: |finding, _| looks_at_globals(&finding.program.text),
    },
    Deviation {
        reason: "the library leaves it to node to refuse what nothing of the lowering depends on",
        fault: Fault::LeftToNode,
        is_it: |_, _| true,
    },
];

impl Finding {
    /// Whether `word` stands in the program, as a word of its own.
    fn text_has(&self, word: &str) -> bool {
        let text = &self.program.text;
        text.match_indices(word).any(|(at, word)| is_word_at(text, at, word))
    }
}

fn first_line(finding: &Finding) -> &str {
    finding.what.lines().next().unwrap_or_default()
}

/// Whether the first line of a finding is `message`.
fn says(finding: &Finding, message: &str) -> bool {
    first_line(finding) == message
}

/// Whether a program may list the properties of the global object.
fn looks_at_globals(text: &str) -> bool {
    let copies = text.contains("...this") || text.contains("...o.c");
    text.contains("this") && (copies || text.match_indices("in").any(|(at, word)| is_word_at(text, at, word)))
}
