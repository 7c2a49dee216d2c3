//! The lexicon: the one place that says where a word, a space, a comment or a literal of JavaScript ends. All questions
//! take the text and a byte offset into it, so that whoever asks can go on from the answer.
//! <https://tc39.es/ecma262/#sec-ecmascript-language-lexical-grammar>
//!
//! Why no tokenizer: whether a slash divides or begins a regular expression depends on the grammar around it, which the
//! parser knows, and the [reader](crate::reading) of a text before it is parsed has to guess.

mod cursor;
mod identifier;
mod literal;
mod reserved;
mod trivia;

pub use cursor::Cursor;
pub use identifier::{decoded, is_word_at, mentions, name_end, name_end_and_escapes, name_start, words_with};
pub use literal::{number_end, regular_expression_end, string_end, template_part_end};
pub use reserved::{Reserved, reserved};
pub use trivia::{
    Trivia, TriviaKind, begins_line, block_comment_end, find_token, gap, has_line_terminator, line_end, next_token,
    skip_spaces, trivia_at,
};
pub use unawait_text::chars::{LINE_TERMINATORS, Space, is_identifier_part, is_identifier_start, is_space};
