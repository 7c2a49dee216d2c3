//! The decisions for one function after another, in the order of the source: names are taken in that order.

use std::collections::BTreeMap;

use unawait_syntax::inventory::{Function, FunctionId, FunctionName, FunctionText, Name, ScopeId};
use unawait_syntax::{FreshNames, Inventory};

use super::captures::{Capture, Site};
use super::function::{BodyForm, FunctionPlan, GeneratorHome, Pass, Wrapper};
use super::homes::{Homes, nearest};
use super::prototypes::PrototypeAccess;
use super::{calls, params, wrappers};
use crate::driving::Driving;
use crate::facts::functions::{gives_callee_away, needs_generator, takes_parameters};
use crate::facts::names::{is_identifier_text, is_plain_identifier};

/// Variables that hold nothing yet, by the scope whose start declares them.
pub type Variables = BTreeMap<ScopeId, Vec<String>>;

/// Decides what the functions of a file become.
pub struct Planner<'p, 'a> {
    inventory: &'p Inventory,
    driving: &'p Driving,
    fresh: &'p mut FreshNames<'a>,
    captures: BTreeMap<FunctionId, Vec<Capture>>,
    homes: Homes,
    variables: Variables,
}

/// What has been decided about a function so far.
struct Draft<'f> {
    id: FunctionId,
    function: &'f Function,
    text: &'f FunctionText,
    wrapper: Wrapper,
    /// A name to make fresh ones from.
    base: String,
    pass: Pass,
    captures: Vec<Capture>,
    callee: Option<String>,
}

impl<'p, 'a> Planner<'p, 'a> {
    /// A planner of functions that have `captures`, which are read at `sites`.
    pub fn new(
        inventory: &'p Inventory,
        driving: &'p Driving,
        fresh: &'p mut FreshNames<'a>,
        captures: BTreeMap<FunctionId, Vec<Capture>>,
        sites: &[Site],
    ) -> Self {
        let homes = Homes::new(inventory, sites);
        Planner { inventory, driving, fresh, captures, homes, variables: Variables::new() }
    }

    /// The variables that the plans need.
    pub fn into_variables(self) -> Variables {
        self.variables
    }

    /// What `function` becomes.
    pub fn function(&mut self, id: FunctionId, function: &Function, text: &FunctionText) -> FunctionPlan {
        let mut captures = self.captures.remove(&id).unwrap_or_default();
        let wrapper = wrappers::plan(self.inventory, function, &mut captures, self.fresh);
        let params = params::plan(text, self.fresh);
        let pass = if takes_parameters(function) { Pass::Leading } else { Pass::Closure };
        let mut draft = Draft { id, function, text, wrapper, base: base(function), pass, captures, callee: None };
        draft.callee = self.callee(&draft);
        let body = match draft.wrapper {
            Wrapper::Hoisted(_) | Wrapper::InPlace => self.declared_body(&mut draft),
            _ if !needs_generator(function, self.driving) => settled(text),
            _ => BodyForm::Driven(self.generator_home(&mut draft)),
        };
        let frame = frame(function, text);
        let own_function = self.own_function(&draft);
        let has_computed_key = text.member.as_ref().is_some_and(|member| member.is_computed);
        let key = match draft.wrapper {
            Wrapper::Prototyped(_) if has_computed_key => Some(self.variable_around(function, "key")),
            _ => None,
        };
        let Draft { wrapper, captures, callee, .. } = draft;
        let call = calls::plan(self.inventory, self.driving, id, text, &body, &captures, pass);
        FunctionPlan { body, call, captures, pass, wrapper, params, frame, callee, own_function, key }
    }

    /// The variable that keeps `arguments.callee` right, if the body gives that away.
    fn callee(&mut self, draft: &Draft) -> Option<String> {
        let Draft { function, text, wrapper, base, .. } = draft;
        let suspends = needs_generator(function, self.driving);
        // An arrow function in the wrapper has the wrapper's own `arguments`.
        let has_own_arguments = suspends || matches!(wrapper, Wrapper::Hoisted(_));
        (has_own_arguments && gives_callee_away(function, text)).then(|| match wrapper {
            // That of a generator is its own function's.
            Wrapper::Hoisted(scope) if function.is_generator => self.name_in(*scope, base),
            Wrapper::Hoisted(scope) => self.variable(*scope, base),
            Wrapper::InPlace => self.variable_around(function, base),
            _ => self.fresh.name("callee"),
        })
    }

    /// The body of a declaration, and the captures that its place needs.
    fn declared_body(&mut self, draft: &mut Draft) -> BodyForm {
        let function = draft.function;
        let suspends = needs_generator(function, self.driving);
        if !suspends && draft.wrapper == Wrapper::InPlace {
            return settled(draft.text);
        }
        let name = self.name_in(function.scope, &draft.base);
        let kept = draft.callee.is_none() && suspends && draft.wrapper == Wrapper::Hoisted(function.scope);
        match self.farther_home(draft).filter(|_| kept) {
            Some((scope, constants)) => {
                draft.captures.extend(constants.iter().map(Capture::constant));
                BodyForm::Answered { name, variable: self.variable(scope, &draft.base) }
            }
            None => BodyForm::Sibling { name, suspends },
        }
    }

    /// Where the generator function of any other form is kept, and the captures that this place needs.
    fn generator_home(&mut self, draft: &mut Draft) -> GeneratorHome {
        let has_closure_captures = draft.pass == Pass::Closure && !draft.captures.is_empty();
        if draft.callee.is_some() || draft.function.has_eval || has_closure_captures {
            return GeneratorHome::PerCall;
        }
        let (home, constants) = self.homes.find(self.inventory, draft.id, &draft.captures);
        match home.filter(|scope| !self.is_run_once(draft.function, *scope)) {
            Some(scope) => {
                draft.captures.extend(constants.iter().map(Capture::constant));
                GeneratorHome::Shared(self.variable(scope, &draft.base))
            }
            None => GeneratorHome::PerCall,
        }
    }

    /// A name for the function whose `prototype` an async generator's objects inherit from.
    fn own_function(&mut self, draft: &Draft) -> Option<String> {
        let Draft { function, wrapper, base, callee, .. } = draft;
        match wrapper {
            _ if !function.is_generator => None,
            Wrapper::MethodLiteral { bound } => bound.clone(),
            // A `switch` has no start where it could be given its `prototype`.
            Wrapper::InPlace => match &function.name {
                FunctionName::Own(..) if self.inventory[function.scope].start.is_some() => {
                    Some(self.variable_around(function, base))
                }
                _ => None,
            },
            Wrapper::Hoisted(scope) => {
                // The variable that `arguments.callee` needs, too.
                let name = callee.clone().unwrap_or_else(|| self.name_in(*scope, base));
                self.declare(*scope, name.clone());
                Some(name)
            }
            Wrapper::Prototyped(PrototypeAccess::Value) => Some(self.fresh.name("fn")),
            Wrapper::Prototyped(PrototypeAccess::Class) => Some(self.variable_around(function, base)),
            Wrapper::Plain | Wrapper::Same => None,
        }
    }

    /// Where a declaration's generator function can be kept, if that is entered less often than the declaration's scope,
    /// and what must be handed in.
    fn farther_home(&self, draft: &Draft) -> Option<(ScopeId, Vec<Name>)> {
        let function = draft.function;
        let (home, constants) = self.homes.find(self.inventory, draft.id, &draft.captures);
        let own = nearest(self.inventory, function.scope);
        // In a classic script, a function in a sloppy block becomes a property of the global object (Annex B).
        let leaks = self.inventory.may_be_script
            && !self.inventory.is_strict(function.scope)
            && self.inventory.is_top_level(function.scope);
        let hands_in = constants.is_empty() || takes_parameters(function);
        home.filter(|home| Some(*home) != own && !leaks && hands_in && !function.has_eval).map(|home| (home, constants))
    }

    /// A new variable of the scope that `function` stands in, as near as there can be one.
    fn variable_around(&mut self, function: &Function, base: &str) -> String {
        match nearest(self.inventory, function.scope) {
            Some(scope) => self.variable(scope, base),
            None => self.name_in(function.scope, base),
        }
    }

    /// A new variable of `scope`.
    fn variable(&mut self, scope: ScopeId, base: &str) -> String {
        let name = self.name_in(scope, base);
        self.declare(scope, name.clone());
        name
    }

    fn declare(&mut self, scope: ScopeId, name: String) {
        self.variables.entry(scope).or_default().push(name);
    }

    /// A new name for something that `scope` declares.
    fn name_in(&mut self, scope: ScopeId, base: &str) -> String {
        match self.inventory.is_top_level(scope) {
            true => self.fresh.top_level(base),
            false => self.fresh.name(base),
        }
    }

    /// Whether a function is called where it stands, once for each time its home would be entered.
    fn is_run_once(&self, function: &Function, home: ScopeId) -> bool {
        let mut starts = self.inventory.scopes_out(function.scope).filter(|id| self.inventory[*id].start.is_some());
        function.called_at_once && starts.next() == Some(home) && !self.inventory[function.own_scope].repeats
    }
}

/// The form of a body that does not suspend, within its wrapper.
fn settled(text: &FunctionText) -> BodyForm {
    if text.has_plain_params() && !text.repeats_param() && text.params_are_distinct() {
        BodyForm::Settled
    } else {
        BodyForm::SettledWithParams
    }
}

/// A name to make fresh ones from.
fn base(function: &Function) -> String {
    let name = function.name.known().map_or("", |name| name.trim_start_matches('#'));
    if is_identifier_text(name) { name.to_owned() } else { "fn".to_owned() }
}

/// The name for the function that runs the body, if it can have it without hiding another.
fn frame(function: &Function, text: &FunctionText) -> Option<String> {
    let name = function.name.known()?;
    let free = is_plain_identifier(name) && !function.free.contains(name) && !function.has_eval;
    let is_param = text.param_list.iter().any(|param| param.name.as_ref() == Some(name));
    (free && !is_param && !text.body_vars.contains(name)).then(|| name.to_string())
}
