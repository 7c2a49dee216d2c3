//! The closed list of helpers. Each is one file of `runtime-js/`, whose first lines say what it does.

/// One helper. The order is the order of emission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Helper {
    Intrinsics,
    AwaitThen,
    Resolved,
    Awaiter,
    AwaiterOnce,
    Settle,
    AwaiterOf,
    AwaiterDriver,
    IntrinsicsIteration,
    IsObject,
    TypeError,
    GetMethod,
    CheckResult,
    AwaitIn,
    AsyncIteratorDispose,
    AsyncGenObject,
    AsyncGenState,
    AsyncGen,
    AsyncGenFunction,
    AsyncFromSync,
    AsyncIterator,
    AsyncSource,
    Delegate,
    ForAwait,
    DisposeMethod,
    SuppressedError,
    Using,
    CallOn,
    PropertyKey,
    WithObject,
    Iterator,
    Machine,
    Unwind,
    Leave,
    Jump,
    Finish,
    Enter,
    Each,
    YieldStar,
    InternalSlots,
    Generator,
    GeneratorFunction,
    ForIn,
    TemplateObject,
    Tdz,
    Constant,
    ObjectRest,
}

/// What a helper's text may presume of the engine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dialect {
    /// Generators, and what is as old.
    #[default]
    Generators,
    /// The syntax of ES5: the bodies of async functions are machines (`machine.js`). `Promise` alone is presumed.
    Es5,
}

use Helper::*;

impl Helper {
    pub const ALL: [Helper; 47] = [
        Intrinsics,
        AwaitThen,
        Resolved,
        Awaiter,
        AwaiterOnce,
        Settle,
        AwaiterOf,
        AwaiterDriver,
        IntrinsicsIteration,
        IsObject,
        TypeError,
        GetMethod,
        CheckResult,
        AwaitIn,
        AsyncIteratorDispose,
        AsyncGenObject,
        AsyncGenState,
        AsyncGen,
        AsyncGenFunction,
        AsyncFromSync,
        AsyncIterator,
        AsyncSource,
        Delegate,
        ForAwait,
        DisposeMethod,
        SuppressedError,
        Using,
        CallOn,
        PropertyKey,
        WithObject,
        Iterator,
        Machine,
        Unwind,
        Leave,
        Jump,
        Finish,
        Enter,
        Each,
        YieldStar,
        InternalSlots,
        Generator,
        GeneratorFunction,
        ForIn,
        TemplateObject,
        Tdz,
        Constant,
        ObjectRest,
    ];

    /// The function that a lowered file calls, or that other helpers do.
    pub fn name(self) -> &'static str {
        match self {
            Intrinsics => "__intrinsics",
            AwaitThen => "__awaitThen",
            Resolved => "__resolved",
            Awaiter => "__awaiter",
            AwaiterOnce => "__awaiterOnce",
            Settle => "__settle",
            AwaiterOf => "__awaiterOf",
            AwaiterDriver => "__awaiterDriver",
            IntrinsicsIteration => "__intrinsicsIteration",
            IsObject => "__isObject",
            TypeError => "__typeError",
            GetMethod => "__getMethod",
            CheckResult => "__checkResult",
            AwaitIn => "__awaitIn",
            AsyncIteratorDispose => "__asyncIteratorDispose",
            AsyncGenObject => "__asyncGenObject",
            AsyncGenState => "__asyncGenState",
            AsyncGen => "__asyncGen",
            AsyncGenFunction => "__asyncGenFunction",
            AsyncFromSync => "__asyncFromSync",
            AsyncIterator => "__asyncIterator",
            AsyncSource => "__asyncSource",
            Delegate => "__delegate",
            ForAwait => "__forAwait",
            DisposeMethod => "__disposeMethod",
            SuppressedError => "__suppressedError",
            Using => "__using",
            CallOn => "__callOn",
            Machine => "__machine",
            Iterator => "__iterator",
            Unwind => "__unwind",
            Leave => "__leave",
            Jump => "__jump",
            Finish => "__finish",
            Enter => "__enter",
            Each => "__each",
            YieldStar => "__yieldStar",
            InternalSlots => "__internalSlots",
            Generator => "__generator",
            GeneratorFunction => "__generatorFunction",
            ForIn => "__forIn",
            TemplateObject => "__templateObject",
            Tdz => "__tdz",
            Constant => "__constant",
            ObjectRest => "__objectRest",
            PropertyKey => "__propertyKey",
            WithObject => "__withObject",
        }
    }

    /// Every name that its files declare at their top level.
    pub fn declares(self) -> Vec<&'static str> {
        let all =
            [Dialect::Generators, Dialect::Es5].map(|dialect| crate::emit::top_level_names(self.source_in(dialect)));
        let mut all = all.concat();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The name of its file in `runtime-js/`: `await-in.js` for `__awaitIn`.
    pub fn file_name(self) -> String {
        let mut file = String::new();
        for c in self.name().trim_start_matches('_').chars() {
            if c.is_ascii_uppercase() {
                file.push('-');
            }
            file.push(c.to_ascii_lowercase());
        }
        file + ".js"
    }

    /// The text of its file.
    pub fn source(self) -> &'static str {
        match self {
            Intrinsics => include_str!("../../../runtime-js/intrinsics.js"),
            AwaitThen => include_str!("../../../runtime-js/await-then.js"),
            Resolved => include_str!("../../../runtime-js/resolved.js"),
            Awaiter => include_str!("../../../runtime-js/awaiter.js"),
            AwaiterOnce => include_str!("../../../runtime-js/awaiter-once.js"),
            Settle => include_str!("../../../runtime-js/settle.js"),
            AwaiterOf => include_str!("../../../runtime-js/awaiter-of.js"),
            AwaiterDriver => include_str!("../../../runtime-js/awaiter-driver.js"),
            IntrinsicsIteration => include_str!("../../../runtime-js/intrinsics-iteration.js"),
            IsObject => include_str!("../../../runtime-js/is-object.js"),
            TypeError => include_str!("../../../runtime-js/type-error.js"),
            GetMethod => include_str!("../../../runtime-js/get-method.js"),
            CheckResult => include_str!("../../../runtime-js/check-result.js"),
            AwaitIn => include_str!("../../../runtime-js/await-in.js"),
            AsyncIteratorDispose => include_str!("../../../runtime-js/async-iterator-dispose.js"),
            AsyncGenObject => include_str!("../../../runtime-js/async-gen-object.js"),
            AsyncGenState => include_str!("../../../runtime-js/async-gen-state.js"),
            AsyncGen => include_str!("../../../runtime-js/async-gen.js"),
            AsyncGenFunction => include_str!("../../../runtime-js/async-gen-function.js"),
            AsyncFromSync => include_str!("../../../runtime-js/async-from-sync.js"),
            AsyncIterator => include_str!("../../../runtime-js/async-iterator.js"),
            AsyncSource => include_str!("../../../runtime-js/async-source.js"),
            Delegate => include_str!("../../../runtime-js/delegate.js"),
            ForAwait => include_str!("../../../runtime-js/for-await.js"),
            DisposeMethod => include_str!("../../../runtime-js/dispose-method.js"),
            SuppressedError => include_str!("../../../runtime-js/suppressed-error.js"),
            Using => include_str!("../../../runtime-js/using.js"),
            CallOn => include_str!("../../../runtime-js/call-on.js"),
            Machine => include_str!("../../../runtime-js/machine.js"),
            Iterator => include_str!("../../../runtime-js/iterator.js"),
            Unwind => include_str!("../../../runtime-js/unwind.js"),
            Leave => include_str!("../../../runtime-js/leave.js"),
            Jump => include_str!("../../../runtime-js/jump.js"),
            Finish => include_str!("../../../runtime-js/finish.js"),
            Enter => include_str!("../../../runtime-js/enter.js"),
            Each => include_str!("../../../runtime-js/each.js"),
            YieldStar => include_str!("../../../runtime-js/yield-star.js"),
            InternalSlots => include_str!("../../../runtime-js/internal-slots.js"),
            Generator => include_str!("../../../runtime-js/generator.js"),
            GeneratorFunction => include_str!("../../../runtime-js/generator-function.js"),
            ForIn => include_str!("../../../runtime-js/for-in.js"),
            TemplateObject => include_str!("../../../runtime-js/template-object.js"),
            Tdz => include_str!("../../../runtime-js/tdz.js"),
            Constant => include_str!("../../../runtime-js/constant.js"),
            ObjectRest => include_str!("../../../runtime-js/object-rest.js"),
            PropertyKey => include_str!("../../../runtime-js/property-key.js"),
            WithObject => include_str!("../../../runtime-js/with-object.js"),
        }
    }

    /// The text for a dialect: that of its file, unless `runtime-js/es5/` has another.
    pub fn source_in(self, dialect: Dialect) -> &'static str {
        match dialect {
            Dialect::Generators => self.source(),
            Dialect::Es5 => self.es5_source().unwrap_or_else(|| self.source()),
        }
    }

    /// The text of its file in `runtime-js/es5/`, where it has one: most files are ES5 as they are.
    fn es5_source(self) -> Option<&'static str> {
        Some(match self {
            Intrinsics => include_str!("../../../runtime-js/es5/intrinsics.js"),
            Awaiter => include_str!("../../../runtime-js/es5/awaiter.js"),
            AwaiterDriver => include_str!("../../../runtime-js/es5/awaiter-driver.js"),
            IntrinsicsIteration => include_str!("../../../runtime-js/es5/intrinsics-iteration.js"),
            AsyncGenObject => include_str!("../../../runtime-js/es5/async-gen-object.js"),
            AsyncGen => include_str!("../../../runtime-js/es5/async-gen.js"),
            AsyncIterator => include_str!("../../../runtime-js/es5/async-iterator.js"),
            _ => return None,
        })
    }

    /// The helpers that its text for a dialect calls.
    pub fn requires_in(self, dialect: Dialect) -> &'static [Helper] {
        match (self, dialect) {
            (AsyncGenObject, Dialect::Es5) => &[InternalSlots],
            (AsyncGen, Dialect::Es5) => &[
                Intrinsics,
                IntrinsicsIteration,
                IsObject,
                TypeError,
                AsyncIteratorDispose,
                AsyncGenObject,
                AsyncGenState,
                InternalSlots,
            ],
            (AsyncIterator, Dialect::Es5) => {
                &[IntrinsicsIteration, IsObject, TypeError, GetMethod, AsyncFromSync, Iterator]
            }
            (_, Dialect::Es5 | Dialect::Generators) => self.requires(),
        }
    }

    /// The helpers that it calls itself.
    pub fn requires(self) -> &'static [Helper] {
        match self {
            Intrinsics | AwaiterOf | AwaiterDriver | IsObject | AwaitIn | CallOn | PropertyKey | WithObject | Tdz
            | Constant | ObjectRest => &[],
            AwaitThen | Resolved => &[Intrinsics],
            Awaiter | AwaiterOnce => &[Intrinsics, AwaitThen, Resolved],
            Settle => &[Intrinsics, Resolved],
            IntrinsicsIteration => &[Intrinsics],
            TypeError => &[IntrinsicsIteration, IsObject],
            GetMethod => &[IntrinsicsIteration],
            CheckResult => &[IsObject, TypeError],
            AsyncIteratorDispose => &[Intrinsics, AwaitThen, IntrinsicsIteration, GetMethod],
            AsyncGenObject => &[Intrinsics, IntrinsicsIteration],
            AsyncGenState => &[Intrinsics, AwaitThen, IntrinsicsIteration, IsObject, AwaitIn, AsyncGenObject],
            AsyncGen => &[
                Intrinsics,
                IntrinsicsIteration,
                IsObject,
                TypeError,
                AsyncIteratorDispose,
                AsyncGenObject,
                AsyncGenState,
            ],
            AsyncGenFunction => &[Intrinsics, IntrinsicsIteration, AsyncGenObject, AsyncGen],
            AsyncFromSync => &[Intrinsics, AwaitThen, IntrinsicsIteration, GetMethod, CheckResult],
            AsyncIterator => &[IntrinsicsIteration, IsObject, TypeError, GetMethod, AsyncFromSync],
            AsyncSource => &[AsyncGenObject, AsyncFromSync],
            Delegate => &[IntrinsicsIteration, GetMethod, CheckResult, AwaitIn, AsyncIterator, AsyncSource],
            ForAwait => &[IntrinsicsIteration, GetMethod, CheckResult, AsyncIterator, AsyncSource],
            DisposeMethod => &[Intrinsics, IntrinsicsIteration, IsObject],
            SuppressedError => &[Intrinsics],
            Using => &[IntrinsicsIteration, DisposeMethod, SuppressedError],
            Iterator => &[CallOn],
            Machine | InternalSlots | ForIn | TemplateObject | Leave | Jump | Finish | Enter => &[],
            Unwind => &[Machine],
            Each => &[Iterator],
            YieldStar => &[CallOn, Iterator, Machine],
            Generator => &[Machine, InternalSlots],
            GeneratorFunction => &[Generator],
        }
    }
}

/// `used` and all that they require, in the order of emission, each once.
pub fn with_requirements(used: impl IntoIterator<Item = Helper>, dialect: Dialect) -> Vec<Helper> {
    let mut all: Vec<Helper> = Vec::new();
    let mut rest: Vec<Helper> = used.into_iter().collect();
    while let Some(helper) = rest.pop() {
        if !all.contains(&helper) {
            all.push(helper);
            rest.extend(helper.requires_in(dialect));
        }
    }
    all.sort();
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::top_level_names;
    use std::path::Path;

    const DIALECTS: [Dialect; 2] = [Dialect::Generators, Dialect::Es5];

    #[test]
    fn each_file_declares_its_name_and_mentions_what_it_requires_and_nothing_else() {
        for dialect in DIALECTS {
            let declared = |helper: Helper| top_level_names(helper.source_in(dialect));
            for helper in Helper::ALL {
                assert!(declared(helper).contains(&helper.name()), "{helper:?}");
                for other in Helper::ALL.into_iter().filter(|other| *other != helper) {
                    let lines = crate::emit::code_lines(helper.source_in(dialect));
                    let code: String = lines.map(|(_, line)| line).collect();
                    let mentions = declared(other).iter().any(|name| crate::emit::mentions(&code, name));
                    let requires = helper.requires_in(dialect).contains(&other);
                    assert_eq!(requires, mentions, "{helper:?} requires {other:?} in {dialect:?}");
                }
            }
        }
    }

    #[test]
    fn files_are_named_after_their_helpers() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../runtime-js");
        for helper in Helper::ALL {
            let file = |folder: &Path| std::fs::read_to_string(folder.join(helper.file_name())).ok();
            assert_eq!(file(&folder).as_deref(), Some(helper.source()));
            assert_eq!(file(&folder.join("es5")).as_deref(), helper.es5_source());
        }
    }

    #[test]
    fn requirements_are_closed() {
        for dialect in DIALECTS {
            for helper in Helper::ALL {
                let all = with_requirements([helper], dialect);
                assert!(all.iter().all(|one| one.requires_in(dialect).iter().all(|required| all.contains(required))));
            }
        }
    }
}
