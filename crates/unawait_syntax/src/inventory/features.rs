//! Which features of the language are lowered, and an inventory without those that stay.

use rustc_hash::FxHashSet;

use super::{Function, FunctionId, FunctionKind, Inventory, MemberOwner, ScopeId, Suspends, Using, UsingPlace};

/// The features of the language that a lowering takes away. By default, all of them.
///
/// What is in a function that is lowered goes with it: its `for await` and `await using` cannot stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Features {
    /// Async functions, methods and arrow functions.
    pub async_functions: bool,
    pub async_generators: bool,
    /// `for await` in functions that stay.
    pub for_await: bool,
    /// `using` and `await using`.
    pub using: bool,
}

impl Features {
    pub const ALL: Features = Features { async_functions: true, async_generators: true, for_await: true, using: true };
    pub const NONE: Features =
        Features { async_functions: false, async_generators: false, for_await: false, using: false };
}

impl Default for Features {
    fn default() -> Self {
        Features::ALL
    }
}

impl Inventory {
    /// Forgets what is not to be lowered.
    pub fn keep(&mut self, features: Features) {
        if features == Features::ALL {
            return;
        }
        let stays = |function: &Function| match function.is_generator {
            true => !features.async_generators,
            false => !features.async_functions,
        };
        for function in self.functions.iter_mut().filter(|function| function.is_async && stays(function)) {
            function.text = None;
        }
        if !features.async_functions {
            self.warnings.clear();
        }
        let lowered: Vec<bool> = self.functions.iter().map(Function::is_lowered).collect();
        let is_lowered = |id: FunctionId| lowered[id.0];
        self.awaits.retain(|site| is_lowered(site.function));
        self.returns.retain(|site| is_lowered(site.function));
        self.delegates.retain(|site| is_lowered(site.function));
        self.for_awaits.retain(|site| features.for_await || is_lowered(site.text.function));
        if !features.using {
            self.keep_usings(is_lowered);
        }
    }

    /// Has no static fields written into classes: for engines without private ones (before ES2022).
    pub fn forbid_static_fields(&mut self) {
        let classes = &self.classes;
        let texts = self.functions.iter_mut().filter_map(|function| function.text.as_mut());
        for member in texts.filter_map(|text| text.member.as_mut()) {
            if let MemberOwner::Class { class, .. } = member.owner
                && classes[class.0].has_static_code
            {
                member.owner = MemberOwner::OpaqueClass;
            }
        }
    }

    /// Whether some async generator function is a value: that gets its `prototype` by way of a method, which ES5 has not.
    pub fn has_async_generator_values(&self) -> bool {
        let is_value = |function: &Function| function.kind == FunctionKind::Expression && !function.called_at_once;
        self.functions.iter().any(|function| is_value(function) && function.is_async && function.is_generator)
    }

    /// Has functions written as ES5 has them, be they constructors then, and every async one driven: what else runs a
    /// body that never suspends is an arrow function.
    pub fn forbid_methods(&mut self) {
        self.plain_functions = true;
        for function in self.functions.iter_mut().filter(|function| function.suspends == Suspends::Never) {
            function.suspends = Suspends::Once;
        }
    }

    /// Keeps what a lowered function cannot hold, and what shares a scope, and so a disposal, with that.
    fn keep_usings(&mut self, is_lowered: impl Fn(FunctionId) -> bool) {
        self.top_usings = None;
        let loops: FxHashSet<usize> = self.for_awaits.iter().map(|site| site.left.start).collect();
        let must_go =
            |using: &Using| (using.is_await && is_lowered(using.function)) || loops.contains(&using.words.start);
        let scope = |using: &Using| match using.place {
            UsingPlace::Scope(scope) => Some(scope),
            UsingPlace::File | UsingPlace::For(_) | UsingPlace::ForOf { .. } => None,
        };
        let scopes: FxHashSet<ScopeId> = self.usings.iter().filter(|using| must_go(using)).filter_map(scope).collect();
        self.usings.retain(|using| must_go(using) || scope(using).is_some_and(|scope| scopes.contains(&scope)));
    }
}
