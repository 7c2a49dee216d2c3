//! swc's positions stay within this crate: byte `n` of the text is `BytePos(n + 1)`.

use std::ops::Range;

use swc_common::{BytePos, Span};

/// swc reserves position 0 for "nowhere".
const BASE: u32 = 1;

/// The bytes of a node.
pub(crate) fn range(span: Span) -> Range<usize> {
    span.lo.0.saturating_sub(BASE) as usize..span.hi.0.saturating_sub(BASE) as usize
}

/// Where byte `at` is to swc.
pub(crate) fn position(at: usize) -> BytePos {
    BytePos(at as u32 + BASE)
}

/// Stack that must be left before a walk over the tree goes deeper, and how much is taken then, in bytes.
pub(crate) const RED_ZONE: usize = 128 * 1024;
pub(crate) const STACK: usize = 4 * 1024 * 1024;
