//! Room for deep programs. Parsing a program, walking its tree and dropping it recurse as deep as it nests, and running
//! out of stack ends the process: no error can be caught. So how much stack a text can need at most is told from its
//! tokens first (`reading`), and where there is less, the work gets a stack of its own.

pub mod cost;

use std::thread;

use crate::Diagnostic;
use crate::reading::survey;
use cost::{BRACKET, Deepest, LIMIT};

/// What the work takes besides.
const BASE: usize = 512 << 10;

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
        // Keep the thread's name: the panic hook matches on it.
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
