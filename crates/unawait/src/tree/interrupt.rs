//! Ctrl-C: what has been begun is ended, so that no file is left half done and no temporary one behind.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::exit::{Exit, Failure};

type Then = Box<dyn Fn() + Send>;

/// The process has one handler: it calls the function that was registered last.
static THEN: Mutex<Option<Then>> = Mutex::new(None);
static FLAG: OnceLock<Arc<AtomicBool>> = OnceLock::new();

/// A flag that is set, and `then` called, when the user or the system wants an end. A second request ends the process
/// at once.
///
/// # Errors
/// When the system does not tell.
pub fn flag(then: impl Fn() + Send + 'static) -> Result<Arc<AtomicBool>, Failure> {
    *THEN.lock().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(then));
    if let Some(flag) = FLAG.get() {
        return Ok(Arc::clone(flag));
    }
    let flag = Arc::new(AtomicBool::new(false));
    let set = Arc::clone(&flag);
    ctrlc::set_handler(move || {
        if set.swap(true, Ordering::Relaxed) {
            std::process::exit(Exit::Interrupted as i32);
        }
        if let Some(then) = &*THEN.lock().unwrap_or_else(PoisonError::into_inner) {
            then();
        }
    })
    .map_err(|error| Failure::trouble(format!("cannot listen for Ctrl-C: {error}")))?;
    Ok(Arc::clone(FLAG.get_or_init(|| flag)))
}
