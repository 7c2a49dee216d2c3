//! Where the library runs: on threads with much stack, whose panics are told as what they are.

use std::cell::RefCell;
use std::io;
use std::num::NonZero;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::{Mutex, Once, PoisonError};
use std::thread;

use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::exit::Failure;
use crate::report::reason;

/// The name of these threads, by which the panic hook knows it.
const THREAD: &str = "unawait-core";

/// How much stack to ask for, the next one when the one before is refused (`ulimit -v`). It is address space
/// only until it is used. Programs nest as deep as their authors like (machines are among them), and the
/// syntax tree is walked by recursion.
#[cfg(target_pointer_width = "64")]
const STACK_SIZES: [usize; 3] = [512 << 20, 64 << 20, 8 << 20];
#[cfg(not(target_pointer_width = "64"))]
const STACK_SIZES: [usize; 2] = [64 << 20, 8 << 20];

/// Runs `work` on a thread with much stack.
///
/// # Errors
/// As [`caught`], or when there is no room for a thread.
pub fn run<T: Send>(work: impl FnOnce() -> T + Send) -> Result<T, Failure> {
    // In a cell, because a thread that cannot be started takes its closure with it.
    let work = Mutex::new(Some(work));
    let take = || work.lock().unwrap_or_else(PoisonError::into_inner).take();
    thread::scope(|scope| {
        let mut refusal = io::Error::other("no thread");
        for size in STACK_SIZES {
            let builder = thread::Builder::new().name(THREAD.to_owned()).stack_size(size);
            match builder.spawn_scoped(scope, || take().map(|work| caught(work))) {
                Ok(thread) => return thread.join().ok().flatten().unwrap_or_else(|| Err(panicked())),
                Err(error) => refusal = error,
            }
        }
        Err(Failure::trouble(format!("cannot start a thread: {}", reason(&refusal))))
    })
}

/// Threads with much stack for `tasks` tasks: as many as are `wanted` or there are cores, if there is that much to do.
///
/// # Errors
/// When there is no room for them.
pub fn pool(tasks: usize, wanted: Option<u16>) -> Result<ThreadPool, Failure> {
    let cores = || thread::available_parallelism().map_or(1, NonZero::get);
    let threads = tasks.clamp(1, wanted.map_or_else(cores, usize::from));
    let build = |size| {
        let builder = ThreadPoolBuilder::new().num_threads(threads).stack_size(size);
        builder.thread_name(|_| THREAD.to_owned()).build()
    };
    let [first, rest @ ..] = STACK_SIZES;
    let pool = rest.into_iter().fold(build(first), |pool, size| pool.or_else(|_| build(size)));
    pool.map_err(|error| Failure::trouble(format!("cannot start threads: {error}")))
}

/// Runs `work` on this thread, which is one of those above. A panic in it is a bug in unawait, and is told so;
/// `RUST_BACKTRACE` has its usual effect.
///
/// # Errors
/// When `work` panicked.
pub fn caught<T>(work: impl FnOnce() -> T) -> Result<T, Failure> {
    hear_panics();
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|_| panicked())
}

thread_local! {
    /// What this thread said when it panicked last.
    static LAST_WORDS: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Has the panics of our threads noted instead of printed.
fn hear_panics() {
    static HEARING: Once = Once::new();
    HEARING.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if thread::current().name() == Some(THREAD) {
                LAST_WORDS.set(words(info));
                if std::env::var_os("RUST_BACKTRACE").is_none_or(|value| value == "0") {
                    return;
                }
            }
            before(info);
        }));
    });
}

fn words(info: &PanicHookInfo<'_>) -> String {
    let payload = info.payload();
    let message = payload.downcast_ref::<&str>().copied();
    let message = message.or(payload.downcast_ref::<String>().map(String::as_str)).unwrap_or("no message");
    info.location().map_or_else(|| message.to_owned(), |location| format!("{message} ({location})"))
}

fn panicked() -> Failure {
    let words = LAST_WORDS.take();
    Failure::trouble(format!("unawait itself failed: {words}"))
        .with_help("this is a bug in unawait; please report it with the input that shows it")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hands_the_result_over() {
        let borrowed = String::from("x");
        assert_eq!(run(|| borrowed.len()).unwrap(), 1);
    }

    #[test]
    fn a_panic_is_a_failure_with_a_reason() {
        let failure = run(|| -> () { panic!("no {}", "way") }).unwrap_err();
        assert!(failure.message.contains("no way (") && failure.message.contains("guard.rs"), "{}", failure.message);
        assert_eq!(failure.exit, crate::exit::Exit::Trouble);
    }

    #[test]
    fn recursion_has_room() {
        fn deep(n: usize) -> usize {
            let here = std::hint::black_box([n; 64]);
            if n == 0 { 0 } else { deep(n - 1) + here[0] / n }
        }
        assert_eq!(run(|| deep(100_000)).unwrap(), 100_000);
    }
}
