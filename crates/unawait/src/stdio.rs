//! What the standard streams were when the process began.
//!
//! Rust opens /dev/null in place of a stream that is closed before `main` begins, so that a file which is opened later
//! does not become standard output. What is printed is lost then without an error; `unawait a.js >&-` has to fail.

use std::sync::atomic::{AtomicBool, Ordering};

static STDOUT_IS_CLOSED: AtomicBool = AtomicBool::new(false);

/// Whether standard output was closed when the process began.
pub fn stdout_is_closed() -> bool {
    STDOUT_IS_CLOSED.load(Ordering::Relaxed)
}

#[cfg(target_os = "linux")]
mod before_main {
    use std::sync::atomic::Ordering;

    // It runs before Rust's own start, and does nothing but ask the system for the state of a descriptor.
    #[ctor::ctor(unsafe)]
    fn look() {
        let is_closed = rustix::io::fcntl_getfd(rustix::stdio::stdout()).is_err();
        super::STDOUT_IS_CLOSED.store(is_closed, Ordering::Relaxed);
    }
}
