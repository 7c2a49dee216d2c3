//! The lexicon: the one place that says where a word, a space, a comment or a literal of JavaScript ends. All questions
//! take the text and a byte offset into it, so that whoever asks can go on from the answer.
//! <https://tc39.es/ecma262/#sec-ecmascript-language-lexical-grammar>

mod identifier;
mod trivia;

pub use identifier::{decoded, is_word_at, mentions, name_end, name_start, words_with};
pub use trivia::{block_comment_end, find_token, gap, has_line_terminator, next_token, skip_spaces};
pub use unawait_text::chars::{LINE_TERMINATORS, is_identifier_part, is_identifier_start, is_space};
