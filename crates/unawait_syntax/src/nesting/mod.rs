//! Room for deep programs. Parsing a program, walking its tree and dropping it recurse as deep as it nests, and running
//! out of stack ends the process: no error can be caught. So how much stack a text can need at most is told from its
//! bytes first (`scan`), and where there is less, the work gets a stack of its own.

mod level;
mod names;
mod place;
mod readings;
mod scan;
mod tokens;

use std::thread;

pub use readings::{Deepest, Survey, Word, has_word, survey};

use crate::Diagnostic;

/// What an open bracket can cost, in bytes of stack: the dearest, a class's field, takes 4.2 KB for two tokens and a
/// bracket in builds without optimisation.
const BRACKET: usize = 4096;
/// What any other token can cost: the dearest, an arrow's, takes 730 bytes without optimisation.
const TOKEN: usize = 1024;
/// What the work takes besides.
const BASE: usize = 512 << 10;

/// The most stack that is given: room for 262,144 brackets one in the other, or a million operators in one expression.
/// Engines refuse such programs long before; V8 takes about 7,000 brackets. It is address space until it is used.
#[cfg(target_pointer_width = "64")]
const LIMIT: usize = 1 << 30;
#[cfg(not(target_pointer_width = "64"))]
const LIMIT: usize = 128 << 20;

/// Runs `work`, whose recursion follows the nesting of `source`, where it has room.
///
/// # Errors
/// When the text nests deeper than any room there is.
pub fn with_room<T: Send>(source: &str, work: impl FnOnce() -> T + Send) -> Result<T, Diagnostic> {
    let here = stacker::remaining_stack().unwrap_or(0);
    if source.len().saturating_mul(BRACKET) + BASE <= here {
        return Ok(work());
    }
    with_room_for(survey(source, &|_| false).deepest, work)
}

/// The same for a text whose deepest place is known, and for whatever nests no deeper.
///
/// # Errors
/// As [`with_room`].
pub fn with_room_for<T: Send>(deepest: Deepest, work: impl FnOnce() -> T + Send) -> Result<T, Diagnostic> {
    let need = deepest.bytes + BASE;
    if need <= stacker::remaining_stack().unwrap_or(0) {
        return Ok(work());
    }
    if need > LIMIT {
        return Err(too_deep(deepest.at, "brackets within brackets, or one expression, are too many here"));
    }
    // A thread can be refused; a stack that `stacker` is refused is a panic.
    thread::scope(|scope| {
        // Whoever hears panics by the name of the thread goes on hearing them.
        let name = thread::current().name().unwrap_or("unawait").to_owned();
        let builder = thread::Builder::new().name(name).stack_size(need);
        match builder.spawn_scoped(scope, work) {
            Ok(thread) => thread.join().map_err(|panic| std::panic::resume_unwind(panic)),
            Err(error) => Err(too_deep(deepest.at, &format!("there is no memory for it: {error}"))),
        }
    })
}

fn too_deep(at: usize, why: &str) -> Diagnostic {
    Diagnostic::error("too-deep", "the program nests too deeply", at..at).with_help(why)
}
