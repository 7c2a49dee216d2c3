//! Bytes, whatever they are: the library answers with a program or with diagnostics, and what it answers with is held
//! against what went in.
#![no_main]

use libfuzzer_sys::fuzz_target;
use unawait_compiler::{Diagnostic, Options, SourceMapOptions, SourceType, Target, compile};
use unawait_fixtures::check;
use unawait_syntax::with_room;

// A panic of the parser that the library catches is none: only what comes up to here ends the process.
fuzz_target!(init: drop(std::panic::take_hook()), |bytes: &[u8]| {
    let source = String::from_utf8_lossy(bytes);
    for source_type in [SourceType::Unknown, SourceType::Script] {
        for target in [Target::Generators, Target::StateMachines] {
            let source_map = Some(SourceMapOptions::default());
            check(&source, &Options { source_type, target, source_map, ..Options::default() });
        }
    }
});

/// # Panics
/// When something is wrong, which is how the fuzzer hears of it.
fn check(source: &str, options: &Options) {
    match compile(source, options) {
        Ok(output) => {
            output.warnings.iter().for_each(|warning| check_place(source, warning));
            let held = with_room(source, || check::output(source, &output, options));
            if let Ok(Err(problem)) = held {
                panic!("{options:?}\n{problem}\n--- the output\n{}", output.code);
            }
            // What becomes longer need not: the output's own walk has its own room.
            if output.changed
                && let Err(errors) = unawait_syntax::inventory(&output.code, options.source_type)
            {
                panic!("{options:?}\nthe output is no program: {errors:?}\n--- the output\n{}", output.code);
            }
        }
        Err(errors) => {
            assert!(!errors.is_empty(), "{options:?}: refused without a word");
            errors.iter().for_each(|error| check_place(source, error));
        }
    }
}

/// A frame can be drawn around what a diagnostic is about.
fn check_place(source: &str, diagnostic: &Diagnostic) {
    assert!(source.get(diagnostic.span.clone()).is_some(), "no place in the text: {diagnostic:?}");
    for label in &diagnostic.labels {
        assert!(source.get(label.span.clone()).is_some(), "no place in the text: {label:?}");
    }
}
