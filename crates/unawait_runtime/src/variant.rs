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
}

impl Variant {
    pub const ALL: [Variant; 6] = [
        Variant { dialect: Dialect::Generators, promises: Promises::Intrinsic },
        Variant { dialect: Dialect::Es5, promises: Promises::Intrinsic },
        Variant { dialect: Dialect::Generators, promises: Promises::Asked },
        Variant { dialect: Dialect::Es5, promises: Promises::Asked },
        Variant { dialect: Dialect::Generators, promises: Promises::Driven },
        Variant { dialect: Dialect::Es5, promises: Promises::Driven },
    ];

    /// The folders of `runtime-js/` in which a helper's text is looked for, the first one that has it being right.
    pub fn folders(self) -> &'static [&'static str] {
        match (self.promises, self.dialect) {
            (Promises::Intrinsic, Dialect::Generators) => &[""],
            (Promises::Intrinsic, Dialect::Es5) => &["es5/", ""],
            (Promises::Asked, Dialect::Generators) => &["asked/", ""],
            (Promises::Asked, Dialect::Es5) => &["asked/", "es5/", ""],
            (Promises::Driven, Dialect::Generators) => &["driven/", ""],
            (Promises::Driven, Dialect::Es5) => &["driven/es5/", "driven/", "es5/", ""],
        }
    }

    /// Its place in [`Variant::ALL`].
    pub(crate) fn index(self) -> usize {
        Variant::ALL.iter().position(|variant| *variant == self).unwrap_or_default()
    }
}
