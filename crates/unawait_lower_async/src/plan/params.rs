//! The wrapper's parameters: there for `length`, and, in an arrow function, to hand the arguments on.
//!
//! The real ones stand on the function that runs the body, so that a failing default rejects the promise:
//! <https://tc39.es/ecma262/#sec-runtime-semantics-evaluateasyncfunctionbody>, step 3.

use rustc_hash::FxHashSet;
use unawait_syntax::FreshNames;
use unawait_syntax::inventory::{FunctionText, Param, ParamForm};

use crate::facts::names::is_plain_identifier;

/// Names for the wrapper's parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrapperParams {
    /// As many as `length` says.
    pub names: Vec<String>,
    /// Takes the others, where there can be others.
    pub rest: Option<String>,
    /// The names of further ones that `length` does not say, up to the last one that has decorators.
    pub decorated: Vec<String>,
}

impl WrapperParams {
    /// The list, to declare them as much as to hand them on.
    pub fn list(&self) -> String {
        let rest = self.rest.iter().map(|name| format!("...{name}"));
        self.names.iter().cloned().chain(rest).collect::<Vec<_>>().join(", ")
    }

    /// An array of what they hold, behind `first`. The rest alone is one: to spread it would ask for an iterator.
    pub fn handed_on(&self, first: Vec<String>) -> String {
        match &self.rest {
            Some(rest) if first.is_empty() && self.names.is_empty() => rest.clone(),
            _ => {
                let list = Some(self.list()).filter(|list| !list.is_empty());
                format!("[{}]", first.into_iter().chain(list).collect::<Vec<_>>().join(", "))
            }
        }
    }

    /// The list without the rest: it counts for nothing.
    pub fn counted(&self) -> String {
        self.names.join(", ")
    }
}

/// The parameters of the function around a body.
pub fn plan(text: &FunctionText, fresh: &mut FreshNames) -> WrapperParams {
    let counts = |param: &&Param| matches!(param.form, ParamForm::Plain | ParamForm::Pattern);
    let counted: Vec<&Param> = text.param_list.iter().take_while(counts).collect();
    let mut taken = FxHashSet::default();
    let names = counted.iter().map(|param| match &param.name {
        Some(name) if is_plain_identifier(name) && taken.insert(name.clone()) => name.to_string(),
        _ => fresh.name("arg"),
    });
    let names: Vec<String> = names.collect();
    let rest = (counted.len() < text.param_list.len()).then(|| fresh.name("rest"));
    let last_decorated = text.param_list.iter().rposition(|param| param.decorators.is_some());
    let decorated = (names.len()..last_decorated.map_or(0, |last| last + 1)).map(|_| fresh.name("arg")).collect();
    WrapperParams { names, rest, decorated }
}
