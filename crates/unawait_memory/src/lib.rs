//! The allocator of the binaries: half the work is making and dropping trees of small nodes.
//!
//! mimalloc 2, because 3 answers Rust's requests, which name an alignment, by a detour: it takes a larger block for most
//! nodes. <https://github.com/microsoft/mimalloc>

use std::ffi::c_int;

pub use mimalloc::MiMalloc as Allocator;

/// `mi_option_purge_delay`, which libmimalloc-sys has no name for: <https://microsoft.github.io/mimalloc/group__options.html>
const PURGE_DELAY: c_int = 15;

/// From now on, what is freed is kept for what comes next, and not given back to the system, which would zero each page
/// that it gives out again: a tenth of the time of a run over many programs. Not for what waits for long.
pub fn keep() {
    // SAFETY: it sets an integer, which is read atomically, of an array that this index is in.
    unsafe { libmimalloc_sys::mi_option_set(PURGE_DELAY, -1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_option_is_the_one_that_is_meant() {
        // SAFETY: it reads an integer.
        let delay = || unsafe { libmimalloc_sys::mi_option_get(PURGE_DELAY) };
        assert_eq!(delay(), 10, "mimalloc's default, in milliseconds");
        keep();
        assert_eq!(delay(), -1);
    }
}
