//! What a text's tokens tell before it is parsed: how deep it nests (for `stack_bound`), which function bodies hold
//! nothing to lower (for `skim`), and which words are in it. One pass answers all three.

mod level;
mod path;
mod readings;
mod tokens;
mod word;

pub use readings::{Survey, has_word, survey};
pub use word::Word;
