//! Names for one generator function: locals and temporaries which no word of the file clashes with.

use swc_ecma_ast::Ident;
use unawait_syntax::FreshNames;

use crate::make;

/// The names of the file, and how to get new ones. A name is new to the whole outermost generator function; the next
/// one starts over (`FreshNames::restart_locals`).
pub(crate) struct Names<'n, 's> {
    fresh: &'n mut FreshNames<'s>,
}

impl<'n, 's> Names<'n, 's> {
    pub fn new(fresh: &'n mut FreshNames<'s>) -> Self {
        Names { fresh }
    }

    /// A name that reads like `base`: `base_1`.
    pub fn local(&mut self, base: &str) -> Ident {
        make::ident(self.fresh.local(base))
    }

    /// Whether `name` is one of these.
    pub fn is_local(&self, name: &str) -> bool {
        self.fresh.is_local(name)
    }

    /// The first of `bases` that no word of the file is, or a name which reads like the first.
    pub fn short(&mut self, bases: &[&str]) -> Ident {
        make::ident(self.fresh.short(bases))
    }
}
