//! Ctrl-C: what has been begun is ended, so that no file is left half done and no temporary one behind.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::exit::{Exit, Failure};

/// A flag that is set, and `then` called, when the user or the system wants an end. Who asks twice gets it at once.
///
/// # Errors
/// When the system does not tell.
pub fn flag(then: impl Fn() + Send + 'static) -> Result<Arc<AtomicBool>, Failure> {
    let flag = Arc::new(AtomicBool::new(false));
    let set = Arc::clone(&flag);
    ctrlc::set_handler(move || {
        if set.swap(true, Ordering::Relaxed) {
            std::process::exit(Exit::Interrupted as i32);
        }
        then();
    })
    .map_err(|error| Failure::trouble(format!("cannot listen for Ctrl-C: {error}")))?;
    Ok(flag)
}
