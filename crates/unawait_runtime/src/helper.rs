//! The closed list of helpers: a line each. Their texts are in `compact.rs`.

/// Makes of each line a variant of [`Helper`]: the function that a lowered file calls, or that other helpers do; and its
/// file in `runtime-js/`, whose first lines say what it does.
macro_rules! helpers {
    ($($helper:ident = $name:literal in $file:literal;)*) => {
        /// One helper. The order is the order of emission.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Helper {
            $($helper,)*
        }

        impl Helper {
            pub const ALL: [Helper; [$(Helper::$helper),*].len()] = [$(Helper::$helper),*];

            /// The function that a lowered file calls, or that other helpers do.
            pub fn name(self) -> &'static str {
                match self {
                    $(Helper::$helper => $name,)*
                }
            }

            /// The name of its file in `runtime-js/`: `await-in.js` for `__awaitIn`.
            pub fn file_name(self) -> &'static str {
                match self {
                    $(Helper::$helper => $file,)*
                }
            }
        }
    };
}

helpers! {
    Intrinsics = "__intrinsics" in "intrinsics.js";
    Promises = "__promises" in "promises.js";
    OwnProperties = "__ownProperties" in "own-properties.js";
    ShadowThen = "__shadowThen" in "shadow-then.js";
    Resolved = "__resolved" in "resolved.js";
    Awaiter = "__awaiter" in "awaiter.js";
    AwaiterOnce = "__awaiterOnce" in "awaiter-once.js";
    Settle = "__settle" in "settle.js";
    IntrinsicsIteration = "__intrinsicsIteration" in "intrinsics-iteration.js";
    IsObject = "__isObject" in "is-object.js";
    TypeError = "__typeError" in "type-error.js";
    GetMethod = "__getMethod" in "get-method.js";
    CheckResult = "__checkResult" in "check-result.js";
    AwaitIn = "__awaitIn" in "await-in.js";
    AsyncIteratorDispose = "__asyncIteratorDispose" in "async-iterator-dispose.js";
    AsyncGenObject = "__asyncGenObject" in "async-gen-object.js";
    AsyncGenState = "__asyncGenState" in "async-gen-state.js";
    AsyncGen = "__asyncGen" in "async-gen.js";
    AsyncGenFunction = "__asyncGenFunction" in "async-gen-function.js";
    AsyncFromSync = "__asyncFromSync" in "async-from-sync.js";
    AsyncIterator = "__asyncIterator" in "async-iterator.js";
    Delegate = "__delegate" in "delegate.js";
    ForAwait = "__forAwait" in "for-await.js";
    DisposeMethod = "__disposeMethod" in "dispose-method.js";
    SuppressedError = "__suppressedError" in "suppressed-error.js";
    Using = "__using" in "using.js";
    CallOn = "__callOn" in "call-on.js";
    PropertyKey = "__propertyKey" in "property-key.js";
    WithObject = "__withObject" in "with-object.js";
    Iterator = "__iterator" in "iterator.js";
    Machine = "__machine" in "machine.js";
    Unwind = "__unwind" in "unwind.js";
    Leave = "__leave" in "leave.js";
    Jump = "__jump" in "jump.js";
    Finish = "__finish" in "finish.js";
    Enter = "__enter" in "enter.js";
    Each = "__each" in "each.js";
    YieldStar = "__yieldStar" in "yield-star.js";
    InternalSlots = "__internalSlots" in "internal-slots.js";
    Generator = "__generator" in "generator.js";
    GeneratorFunction = "__generatorFunction" in "generator-function.js";
    ForIn = "__forIn" in "for-in.js";
    TemplateObject = "__templateObject" in "template-object.js";
    Tdz = "__tdz" in "tdz.js";
    Constant = "__constant" in "constant.js";
    ObjectRest = "__objectRest" in "object-rest.js";
}
