//! The addon of the npm package `unawait`: the compiler, called from JavaScript.
//!
//! Two functions leave this crate, and both take and answer plain data; `npm/index.js` makes the public API of them
//! (errors that are thrown, sources that are buffers or hold lone surrogates). Options and messages cross the border as
//! JSON, since that keeps one description of each: `unawait_options` for what goes in, `unawait_report` for what comes
//! out. The code itself crosses as a string.
#![warn(missing_docs)]

mod transform;

use napi::bindgen_prelude::{AsyncTask, Task};
use napi::{Env, Result};
use napi_derive::napi;

pub use transform::Outcome;
use transform::transform;

#[global_allocator]
static ALLOCATOR: unawait_memory::Allocator = unawait_memory::Allocator;

/// Lowers `source`. `options` is a JSON object.
///
/// # Errors
/// When `options` are not of their form: a message for the caller of the package.
#[napi]
pub fn transform_sync(source: String, options: String) -> Result<Outcome> {
    transform(&source, &options)
}

/// The same on a thread of Node's pool: a promise.
#[napi(ts_return_type = "Promise<Outcome>")]
pub fn transform_async(source: String, options: String) -> AsyncTask<Transform> {
    AsyncTask::new(Transform { source, options })
}

/// One call that waits for a thread.
pub struct Transform {
    source: String,
    options: String,
}

#[napi]
impl Task for Transform {
    type Output = Outcome;
    type JsValue = Outcome;

    fn compute(&mut self) -> Result<Outcome> {
        transform(&self.source, &self.options)
    }

    fn resolve(&mut self, _env: Env, outcome: Outcome) -> Result<Outcome> {
        Ok(outcome)
    }
}
