//! The helpers of `runtime-js/`, embedded: what each is called, what it needs, and how it is written into a file.

mod emit;
mod helper;
pub mod package;
mod requirements;
mod shorten;
mod variant;

pub use emit::{GLOBALS, Name, inline};
pub use helper::Helper;
pub use requirements::with_requirements;
pub use shorten::short_name;
pub use variant::{Dialect, Promises, Variant};

/// A number for the texts of all helpers together: another version of them has another.
pub fn fingerprint() -> u64 {
    static FINGERPRINT: std::sync::OnceLock<u64> = std::sync::OnceLock::new();
    *FINGERPRINT.get_or_init(|| {
        let sources = Helper::ALL.into_iter().flat_map(|helper| Variant::ALL.map(|variant| helper.source_in(variant)));
        // http://www.isthe.com/chongo/tech/comp/fnv/
        let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
        sources.flat_map(str::bytes).fold(0xcbf2_9ce4_8422_2325, step)
    })
}
