//! The library: source text in, lowered text out. No IO, no panics.
//!
//! ```
//! use unawait_compiler::{Options, compile};
//!
//! let source = "const f = async (x) => (await x) + 1;";
//! let output = compile(source, &Options::default()).expect("a valid program");
//! assert_eq!(output.functions, 1);
//! assert!(output.code.contains("function* f(x) { return (yield x) + 1; }"));
//!
//! let errors = compile("async () => { await", &Options::default()).expect_err("an invalid one");
//! assert_eq!(errors[0].span.end, 19);
//! ```
//!
//! The way that a text takes is told in `pipeline.rs`.

pub mod codes;
mod helpers;
mod maps;
mod options;
mod output;
mod pipeline;
mod placing;
mod prefilter;
mod stage_one;
mod stage_two;

pub use options::{
    Driver, Features, Helpers, Language, Options, PromisePolicy, Skim, SourceMapOptions, SourceType, Target,
    TopLevelAwait,
};
pub use output::Output;
pub use pipeline::compile;
pub use prefilter::may_hold_work;
pub use stage_two::graphs;
pub use unawait_lower_generator::Form as GraphForm;
pub use unawait_syntax::mentions_kind as may_hold_warnings;
pub use unawait_syntax::{Diagnostic, Label, Severity};
pub use unawait_text::source_map::{self, SourceMap};
