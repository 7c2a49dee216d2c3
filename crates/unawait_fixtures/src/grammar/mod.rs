//! Programs of the whole language, written by its grammar from a seed: whatever they are, what node runs is lowered and
//! does the same, and what node refuses does not become a program.
//!
//! `random` is the other idea: there a program is made to be watched tick by tick. Here it is made to be odd: every
//! form of statement and expression with async code in it, comments and line breaks between any two tokens, names that
//! are keywords elsewhere, or of any script; some programs are of ES5 but for their generators. `oracle` judges what becomes of them.

mod decorators;
mod es5;
mod expressions;
mod functions;
mod names;
mod patterns;
mod statements;
mod writer;

use unawait_compiler::{SourceType, Target};

use crate::oracle::Program;
use writer::{Here, Writer};

/// The program of a seed: about async code, and about generators besides if `target` has none.
pub fn program(seed: u64, target: Target) -> Program {
    let mut writer = Writer::new(seed);
    writer.generators = target == Target::StateMachines;
    writer.left = writer.random.between(8, 70) as isize;
    let source_type = match writer.random.below(6) {
        0 => SourceType::Module,
        1 | 2 => SourceType::CommonJs,
        _ => SourceType::Script,
    };
    writer.evals = writer.chance(20);
    writer.es5 = source_type == SourceType::Script && writer.generators && writer.chance(25);
    writer.decorators = !writer.es5 && writer.chance(12);
    let module = source_type == SourceType::Module;
    let strict = module || writer.chance(20);
    writer.here = Here {
        strict,
        module,
        // At a module's top level `await` is an operator.
        is_async: module,
        in_function: source_type == SourceType::CommonJs,
        arguments: source_type == SourceType::CommonJs,
        ..Here::default()
    };
    let directive = if strict && !module { "'use strict';\n" } else { "" };
    let es5 = writer.es5;
    let start = writer.pick(&["", "", "", "", "#!/usr/bin/env node\n", "/* licence */ ", "\u{feff}", "// async\n"]);
    let (start, directive) = (start.to_owned(), directive.to_owned());
    let statements = if writer.generators { writer.driven() } else { writer.statements(2, 6) };
    let text = writer.finish(&(directive + &statements));
    let text = start + &if es5 { text } else { names::respell(&text, &mut writer.random) };
    Program { seed, source_type, decorators: writer.decorators, text }
}
