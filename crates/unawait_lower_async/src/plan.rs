//! What each async function becomes. Everything is decided here, from the inventory alone; the other modules write.

use std::collections::BTreeMap;

use unawait_runtime::Helper;
use unawait_syntax::inventory::{
    ArgumentsUse, Function, FunctionId, FunctionKind, FunctionName, FunctionText, Name, ScopeId, Suspends,
};
use unawait_syntax::lex::{is_identifier_part, is_identifier_start, reserved};
use unawait_syntax::{FreshNames, Inventory, SourceType};

use crate::Driving;
use crate::async_generator_methods::{self, Access};
use crate::captures::{Capture, Site};
use crate::home::Homes;
use crate::starts::Starts;
use crate::word_names::WordNames;

/// The decisions for one file.
pub struct Plans {
    /// Outer functions before those within them.
    pub functions: Vec<(FunctionId, Plan)>,
    pub sites: Vec<Site>,
    pub word_names: WordNames,
    pub starts: Starts,
    pub shields: Vec<Shield>,
}

/// Functions that stay declarations in a sloppy `switch`, and must not leak out of it.
#[derive(Debug)]
pub struct Shield {
    /// The scope of the `switch`.
    pub scope: ScopeId,
    /// What the functions are called.
    pub names: Vec<String>,
    /// A name for the value that the `switch` is about, if the functions' names stand in it.
    pub value: Option<String>,
}

/// What one function becomes.
#[derive(Debug)]
pub struct Plan {
    pub body: Body,
    pub captures: Vec<Capture>,
    pub pass: Pass,
    pub wrapper: Wrapper,
    /// The names of the wrapper's parameters.
    pub params: crate::params::WrapperParams,
    /// What generator and body functions are called, for stack traces: a name that hides none of the source's.
    pub frame: Option<String>,
    /// A variable to keep `arguments.callee` right with.
    pub callee: Option<String>,
    /// For an async generator: a name for the function whose `prototype` its objects inherit from.
    pub own_function: Option<String>,
    /// A variable to keep the computed key of such a method in.
    pub key: Option<String>,
}

/// What runs the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// An arrow function in the wrapper: the body never suspends, and has everything it needs around it.
    Settled,
    /// The same behind its own parameter list, since binding the parameters can fail, or a `var` repeats one.
    SettledWithParams,
    /// A function of this name beside the wrapper: what a declaration's text becomes.
    Sibling { name: String, suspends: bool },
    /// A function of this name beside the wrapper, which answers the generator function: that is kept in a variable of
    /// a scope that is entered less often.
    Answered { name: String, variable: String },
    /// A generator function.
    Driven(Home),
}

/// Where a generator function is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Home {
    /// In a variable of the scope whose names it uses: made once each time that is entered.
    Shared(String),
    /// Nowhere: it is made for every call.
    PerCall,
}

/// How captures get into the generator function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pass {
    /// As parameters before its own: then it can be shared.
    Leading,
    /// As constants of the wrapper around it: its own `arguments` must stay as they are.
    Closure,
}

/// What the program holds in its hands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrapper {
    /// A declaration's value at the start of this scope.
    Hoisted(ScopeId),
    /// A declaration where it stands.
    InPlace,
    /// `({ f() {} }).f`: not a constructor, without `prototype`.
    MethodLiteral {
        /// The name it binds for itself, where its body uses that, or an async generator its `prototype`.
        bound: Option<String>,
    },
    /// A function expression: its value goes nowhere, or its name is known at run time only.
    Plain,
    /// A method or an arrow function stays one.
    Same,
    /// A method stays one, too, and is given a `prototype`.
    Prototyped(Access),
}

impl Plan {
    /// For a method that is given a `prototype`: how, and what its function is called.
    pub fn member_access(&self) -> Option<(Access, &str)> {
        match (&self.wrapper, &self.own_function) {
            (Wrapper::Prototyped(access), Some(own)) => Some((*access, own)),
            _ => None,
        }
    }

    pub fn is_generator(&self) -> bool {
        matches!(self.body, Body::Driven(_) | Body::Sibling { suspends: true, .. } | Body::Answered { .. })
    }
}

/// Whether the body must be a generator's.
pub fn needs_generator(function: &Function, driving: &Driving) -> bool {
    let Some(text) = &function.text else { return false };
    function.is_lowered()
        && (function.suspends != Suspends::Never
            || function.is_generator
            || *driving != Driving::Intrinsic
            // `var arguments` in an arrow function would hide those of the wrapper.
            || text.declares_in_body("arguments")
            || !text.params_are_distinct()
            || needs_own_arguments(function, text))
}

/// Whether a sloppy body's parameters are more than names that an arrow function around the body could see: `arguments`
/// is tied to them while the body declares one of them again, or an eval may.
fn needs_own_arguments(function: &Function, text: &FunctionText) -> bool {
    let tied = function.kind != FunctionKind::Arrow && !function.strict && text.has_plain_params();
    tied && (function.has_eval || (function.arguments != ArgumentsUse::None && text.repeats_param()))
}

/// The helper that drives a generator.
pub fn helper(function: &Function, driving: &Driving) -> Helper {
    match driving {
        _ if function.is_generator => Helper::AsyncGen,
        Driving::Intrinsic if function.suspends == Suspends::Once => Helper::AwaiterOnce,
        Driving::Intrinsic | Driving::Through { .. } => Helper::Awaiter,
    }
}

pub fn plan(inventory: &Inventory, driving: &Driving, fresh: &mut FreshNames) -> Plans {
    let word_names = crate::word_names::plan(inventory, driving, fresh);
    let (mut captures, sites) = crate::captures::plan(inventory, driving, fresh);
    crate::word_names::capture(&word_names, &mut captures);
    let mut planner = Planner {
        inventory,
        driving,
        fresh,
        starts: Starts::default(),
        captures,
        homes: Homes::new(inventory, &sites, takes_parameters),
    };
    let mut functions = Vec::new();
    for (id, function) in inventory.functions() {
        if let Some(text) = &function.text {
            let plan = planner.function(id, function, text);
            functions.push((id, plan));
        }
    }
    let starts = planner.starts;
    let shields = shields(inventory, &functions, &word_names, fresh);
    Plans { functions, sites, word_names, starts, shields }
}

/// Plain functions leak out of the blocks of sloppy code, async ones do not (Annex B).
fn shields(
    inventory: &Inventory,
    functions: &[(FunctionId, Plan)],
    word_names: &WordNames,
    fresh: &mut FreshNames,
) -> Vec<Shield> {
    let mut shields: Vec<Shield> = Vec::new();
    for (id, plan) in functions {
        let function = &inventory[*id];
        let scope = function.scope;
        let FunctionName::Own(name, _) = &function.name else { continue };
        let stays = function.kind == FunctionKind::Declaration && plan.wrapper == Wrapper::InPlace;
        let Some(switch) = inventory[scope].statement.as_ref().filter(|_| stays && !inventory.is_strict(scope)) else {
            continue;
        };
        let in_value = switch.names_in_value.contains(name) || switch.names_in_value.contains(&Name::from("eval"));
        let name = word_names.declared(name, scope).to_owned();
        let known = shields.iter().position(|shield| shield.scope == scope);
        let known = known.unwrap_or_else(|| {
            shields.push(Shield { scope, names: Vec::new(), value: None });
            shields.len() - 1
        });
        let shield = &mut shields[known];
        if in_value && shield.value.is_none() {
            shield.value = Some(fresh.name("value"));
        }
        if !shield.names.contains(&name) {
            shield.names.push(name);
        }
    }
    shields
}

struct Planner<'p, 'a> {
    inventory: &'p Inventory,
    driving: &'p Driving,
    fresh: &'p mut FreshNames<'a>,
    starts: Starts,
    captures: BTreeMap<FunctionId, Vec<Capture>>,
    homes: Homes,
}

impl Planner<'_, '_> {
    fn function(&mut self, id: FunctionId, function: &Function, text: &FunctionText) -> Plan {
        let mut captures = self.captures.remove(&id).unwrap_or_default();
        let wrapper = self.wrapper(function, &mut captures);
        let base = self.base(function);
        let params = crate::params::wrapper_params(text, self.fresh);
        let mut callee = None;
        let suspends = needs_generator(function, self.driving);
        let gives_callee_away = gives_callee_away(function, text);
        let pass = if takes_parameters(function) { Pass::Leading } else { Pass::Closure };
        let body = if let Wrapper::Hoisted(_) | Wrapper::InPlace = wrapper {
            if !suspends && wrapper == Wrapper::InPlace {
                self.settled(text)
            } else {
                if gives_callee_away {
                    callee = Some(match &wrapper {
                        Wrapper::Hoisted(scope) => {
                            let name = self.name_in(*scope, &base);
                            // That of a generator is its own function's.
                            if !function.is_generator {
                                self.starts.variable(*scope, name.clone());
                            }
                            name
                        }
                        _ => self.variable_around(function, &base),
                    });
                }
                let name = self.name_in(function.scope, &base);
                let kept = !gives_callee_away && suspends && wrapper == Wrapper::Hoisted(function.scope);
                match self.farther_home(id, function, &captures).filter(|_| kept) {
                    Some((scope, constants)) => {
                        captures.extend(constants.iter().map(Capture::constant));
                        let variable = self.name_in(scope, &base);
                        self.starts.variable(scope, variable.clone());
                        Body::Answered { name, variable }
                    }
                    None => Body::Sibling { name, suspends },
                }
            }
        } else if !suspends {
            // The arrow function has the wrapper's own `arguments`.
            self.settled(text)
        } else if gives_callee_away || function.has_eval || (pass == Pass::Closure && !captures.is_empty()) {
            if gives_callee_away {
                callee = Some(self.fresh.name("callee"));
            }
            Body::Driven(Home::PerCall)
        } else {
            let (home, constants) = self.homes.find(self.inventory, id, &captures);
            let home = home.filter(|scope| !self.is_run_once(function, *scope));
            if home.is_some() {
                captures.extend(constants.iter().map(Capture::constant));
            }
            Body::Driven(match home {
                Some(scope) => {
                    let name = self.name_in(scope, &base);
                    self.starts.variable(scope, name.clone());
                    Home::Shared(name)
                }
                None => Home::PerCall,
            })
        };
        let frame = self.frame(function, text);
        let own_function = match &wrapper {
            _ if !function.is_generator => None,
            Wrapper::MethodLiteral { bound } => bound.clone(),
            // A `switch` has no start where it could be given its `prototype`.
            Wrapper::InPlace => match &function.name {
                FunctionName::Own(..) if self.inventory[function.scope].start.is_some() => {
                    Some(self.variable_around(function, &base))
                }
                _ => None,
            },
            Wrapper::Hoisted(scope) => {
                // The variable that `arguments.callee` needs, too.
                let name = callee.clone().unwrap_or_else(|| self.name_in(*scope, &base));
                self.starts.variable(*scope, name.clone());
                Some(name)
            }
            Wrapper::Prototyped(Access::Value) => Some(self.fresh.name("fn")),
            Wrapper::Prototyped(Access::Class) => Some(self.variable_around(function, &base)),
            Wrapper::Plain | Wrapper::Same => None,
        };
        let has_computed_key = text.member.as_ref().is_some_and(|member| member.is_computed);
        let key = match wrapper {
            Wrapper::Prototyped(_) if has_computed_key => Some(self.variable_around(function, "key")),
            _ => None,
        };
        Plan { body, captures, pass, wrapper, params, frame, callee, own_function, key }
    }

    /// Where a declaration's generator function can be kept, if that is entered less often than the declaration's scope,
    /// and what must be handed in.
    fn farther_home(&self, id: FunctionId, function: &Function, captures: &[Capture]) -> Option<(ScopeId, Vec<Name>)> {
        let (home, constants) = self.homes.find(self.inventory, id, captures);
        let own = crate::home::nearest(self.inventory, function.scope);
        // In a classic script, a function in a sloppy block becomes a property of the global object (Annex B).
        let leaks = self.inventory.may_be_script
            && !self.inventory.is_strict(function.scope)
            && self.inventory.is_top_level(function.scope);
        let hands_in = constants.is_empty() || takes_parameters(function);
        home.filter(|home| Some(*home) != own && !leaks && hands_in && !function.has_eval).map(|home| (home, constants))
    }

    /// A new variable of the scope that `function` stands in, as near as there can be one.
    fn variable_around(&mut self, function: &Function, base: &str) -> String {
        let home = crate::home::nearest(self.inventory, function.scope);
        let name = self.name_in(home.unwrap_or(function.scope), base);
        if let Some(scope) = home {
            self.starts.variable(scope, name.clone());
        }
        name
    }

    /// A new name for something that `scope` declares.
    fn name_in(&mut self, scope: ScopeId, base: &str) -> String {
        match self.inventory.is_top_level(scope) {
            true => self.fresh.top_level(base),
            false => self.fresh.name(base),
        }
    }

    fn settled(&self, text: &FunctionText) -> Body {
        if text.has_plain_params() && !text.repeats_param() && text.params_are_distinct() {
            Body::Settled
        } else {
            Body::SettledWithParams
        }
    }

    /// What the program gets to see of the function.
    fn wrapper(&mut self, function: &Function, captures: &mut Vec<Capture>) -> Wrapper {
        match function.kind {
            FunctionKind::DefaultDeclaration => Wrapper::InPlace,
            FunctionKind::Declaration => {
                let scope = &self.inventory[function.scope];
                // A module's functions can be called before it has run, through an import cycle, and bundlers drop
                // unused declarations: there a function stays a hoisted one. A `switch` has no start.
                let is_module_item = scope.outer.is_none() && self.inventory.source_type == SourceType::Module;
                match is_module_item || scope.start.is_none() || self.inventory.plain_functions {
                    true => Wrapper::InPlace,
                    false => Wrapper::Hoisted(function.scope),
                }
            }
            FunctionKind::Expression => {
                let own = match &function.name {
                    FunctionName::Own(name, _) => Some(name),
                    _ => None,
                };
                // A name of its own that is `arguments` is hidden by those.
                let uses_itself = own.filter(|name| function.free.contains(*name) && &***name != "arguments");
                let shows_callee = !function.strict && function.arguments == ArgumentsUse::Object;
                let is_unseen = function.called_at_once && uses_itself.is_none() && !shows_callee;
                // An eval may try to assign to the own name, which only a function expression's takes without a change.
                let may_assign = function.has_eval && own.is_some();
                if is_unseen || self.inventory.plain_functions || function.name == FunctionName::Dynamic || may_assign {
                    return Wrapper::Plain;
                }
                if uses_itself.is_some_and(|name| {
                    let text = function.text.as_ref();
                    let declared_again = text.is_some_and(|text| text.declares_in_body(name));
                    function.assigns_own_name || declared_again || &**name == "yield"
                }) {
                    return Wrapper::Plain;
                }
                if let Some(name) = uses_itself {
                    captures.push(Capture::own_name(name));
                }
                let bound = uses_itself.map(|name| name.to_string());
                let bound = bound.or_else(|| function.is_generator.then(|| self.fresh.name("fn")));
                Wrapper::MethodLiteral { bound }
            }
            _ => {
                let member = function.text.as_ref().and_then(|text| text.member.as_ref());
                let access = member
                    .and_then(|member| async_generator_methods::access(self.inventory, function, member, captures));
                access.map_or(Wrapper::Same, Wrapper::Prototyped)
            }
        }
    }

    /// A name to make fresh ones from.
    fn base(&self, function: &Function) -> String {
        let name = function.name.known().map_or("", |name| name.trim_start_matches('#'));
        if is_identifier_text(name) { name.to_owned() } else { "fn".to_owned() }
    }

    /// The name for the function that runs the body, if it can have it without hiding another.
    fn frame(&self, function: &Function, text: &FunctionText) -> Option<String> {
        let name = function.name.known()?;
        let free = is_plain_identifier(name) && !function.free.contains(name) && !function.has_eval;
        let is_param = text.param_list.iter().any(|param| param.name.as_ref() == Some(name));
        (free && !is_param && !text.body_vars.contains(name)).then(|| name.to_string())
    }

    /// Whether a function is called where it stands, once for each time its home would be entered.
    fn is_run_once(&self, function: &Function, home: ScopeId) -> bool {
        let mut starts = self.inventory.scopes_out(function.scope).filter(|id| self.inventory[*id].start.is_some());
        function.called_at_once && starts.next() == Some(home) && !self.inventory[function.own_scope].repeats
    }
}

/// Whether more parameters can be put before a function's own: its `arguments` would count them.
fn takes_parameters(function: &Function) -> bool {
    (function.kind == FunctionKind::Arrow || function.arguments == ArgumentsUse::None) && !function.has_eval
}

/// Whether the arguments object gets out of the body, so that `arguments.callee` must be the wrapper. Strict functions
/// and those with other than plain parameters have none: <https://tc39.es/ecma262/#sec-createmappedargumentsobject>.
fn gives_callee_away(function: &Function, text: &FunctionText) -> bool {
    function.kind != FunctionKind::Arrow
        && function.arguments == ArgumentsUse::Object
        && !function.strict
        && text.has_plain_params()
        && !text.declares_in_body("arguments")
        && !text.param_list.iter().any(|param| param.name.as_deref() == Some("arguments"))
}

/// Whether `name` is written as an identifier is, in ASCII: where the file has escapes for other letters, it stays so.
fn is_identifier_text(name: &str) -> bool {
    name.is_ascii() && name.starts_with(is_identifier_start) && name.chars().all(is_identifier_part)
}

/// Whether `name` can stand as a function's name in any code, as it is written here.
pub fn is_plain_identifier(name: &str) -> bool {
    is_identifier_text(name) && reserved(name).is_none() && !matches!(name, "arguments" | "async" | "eval")
}
