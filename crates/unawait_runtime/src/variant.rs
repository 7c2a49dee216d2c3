//! Which text of a helper a file gets: `runtime-js/` holds several of some.

/// What a helper's text may presume of the engine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dialect {
    /// Generators, and what is as old.
    #[default]
    Generators,
    /// The syntax of ES5: the bodies of async functions are machines (`machine.js`). `Promise` alone is presumed.
    Es5,
}

/// Who supplies the promises of the helpers: which `promises.js` they have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Promises {
    /// The engine, captured when the file loads.
    #[default]
    Intrinsic,
    /// The class that the function `__promise` answers, asked at each operation. The file has to declare it.
    Asked,
    /// The driver that the function `__driver` answers. The file has to declare it.
    Driven,
}

impl Promises {
    /// The function that the file has to declare.
    pub fn provider(self) -> Option<&'static str> {
        match self {
            Promises::Intrinsic => None,
            Promises::Asked => Some("__promise"),
            Promises::Driven => Some("__driver"),
        }
    }
}

/// One choice of texts for all helpers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Variant {
    pub dialect: Dialect,
    pub promises: Promises,
    /// Whether the program may give promises a `constructor` of their own.
    pub shadows_constructor: bool,
}

impl Variant {
    /// The folders of `runtime-js/` in which a helper's text is looked for, the first one that has it being right.
    pub(crate) fn folders(self) -> impl Iterator<Item = &'static str> {
        let promises: &[&str] = match (self.promises, self.dialect) {
            (Promises::Intrinsic, _) => &[],
            (Promises::Asked, _) => &["asked/"],
            (Promises::Driven, Dialect::Generators) => &["driven/"],
            (Promises::Driven, Dialect::Es5) => &["driven/es5/", "driven/"],
        };
        let dialect: &[&str] = if self.dialect == Dialect::Es5 { &["es5/"] } else { &[] };
        let shadows: &[&str] = if self.shadows_constructor { &["shadowed/"] } else { &[] };
        [promises, dialect, shadows, &[""]].into_iter().flatten().copied()
    }

    #[cfg(test)]
    pub(crate) fn all() -> impl Iterator<Item = Variant> {
        let dialects = [Dialect::Generators, Dialect::Es5];
        let promises = [Promises::Intrinsic, Promises::Asked, Promises::Driven];
        dialects.into_iter().flat_map(move |dialect| {
            promises.into_iter().flat_map(move |promises| {
                [false, true].map(|shadows_constructor| Variant { dialect, promises, shadows_constructor })
            })
        })
    }
}
