//! The options as JavaScript gives them: one JSON object, whose keys are the command's options in camelCase.
//!
//! The npm addon and the browser build read their options here, so that both know the same names, values and
//! contradictions.
//!
//! ```
//! use unawait_options::TransformOptions;
//!
//! let options = TransformOptions::from_json(r#"{ "to": "state-machines", "filename": "app.mjs" }"#)?;
//! let output = unawait_compiler::compile("async () => {}", &options.compiler_options()?);
//! assert!(output.is_ok_and(|output| output.changed));
//! # Ok::<(), String>(())
//! ```
#![warn(missing_docs)]

mod choices;
mod contradictions;
pub mod engines;
mod filename;
mod transform_options;
pub mod values;

pub use choices::{Feature, HelpersChoice, LanguageChoice, OneOrMore, SourceTypeChoice, To, TopLevelAwaitChoice};
pub use contradictions::{Combination, Spelling};
pub use transform_options::TransformOptions;
