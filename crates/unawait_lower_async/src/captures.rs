//! What a generator function would rebind is handed to it.
//!
//! A generator function has its own `arguments` and `new.target`, and no `super`; its `this` comes with the call. An
//! arrow function takes all four from around it, a method has a home object. So what stands in an async arrow function
//! (or, for `super`, in an async method) reads them from a capture: `this` -> `this_1()`, `arguments` -> `arguments_1`,
//! `new.target` -> `newTarget_1`, `super.x` -> `super_1("x")`. The wrapper makes the captures: it is a method or an
//! arrow function itself.
//!
//! Why not simpler: an alias made in the enclosing function would touch code that has no `async`, and has no place in a
//! class field. `this` needs an accessor in a derived constructor only, where it may not be there yet; elsewhere it is
//! passed. <https://tc39.es/ecma262/#sec-function-environment-records>

use std::collections::BTreeMap;
use std::ops::Range;

use unawait_runtime::Helper;
use unawait_syntax::inventory::{FunctionId, FunctionKind, Lexical, LexicalKind, Name, ScopeId, SuperKey, SuperUse};
use unawait_syntax::lex::next_token;
use unawait_syntax::{FreshNames, Inventory, SourceType};
use unawait_text::Text;

use crate::plan::needs_generator;
use crate::{Driving, Writer};

/// Something that a wrapper hands to its generator function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capture {
    pub kind: CaptureKind,
    /// The name it goes by in the generator function.
    pub name: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CaptureKind {
    This,
    Arguments,
    /// `arguments` where it is assigned to.
    ArgumentsPlace,
    /// `arguments` where it may not be there.
    ArgumentsGet,
    /// The same for a `typeof` before it.
    ArgumentsType,
    NewTarget,
    SuperCall,
    SuperGet,
    SuperPlace,
    SuperDelete,
    /// `yield` as a name from outside.
    YieldPlace,
    /// `typeof yield`
    YieldType,
    /// `delete yield`
    YieldDelete,
    /// A function expression's own name.
    OwnName,
    /// A name from outside whose value does not change.
    Constant,
}

impl Capture {
    pub fn own_name(name: &Name) -> Self {
        Capture { kind: CaptureKind::OwnName, name: name.to_string() }
    }

    pub fn constant(name: &Name) -> Self {
        Capture { kind: CaptureKind::Constant, name: name.to_string() }
    }

    /// The expression that makes it, in the wrapper.
    pub fn expression(&self) -> String {
        /// A Reference Record to be read and written later: its `value` is the place.
        fn place(reference: &str) -> String {
            format!(
                "((get, set) => ({{ get value() {{ return get(); }}, set value(v) {{ set(v); }} }}))\
                 (() => {reference}, (v) => {{ {reference} = v; }})"
            )
        }
        /// For a `typeof` before it: what is not there is undefined.
        fn type_of(name: &str) -> String {
            format!("() => typeof {name} === \"undefined\" ? void 0 : {name}")
        }
        match self.kind {
            CaptureKind::This => "() => this".into(),
            CaptureKind::Arguments => "arguments".into(),
            CaptureKind::ArgumentsPlace => place("arguments"),
            CaptureKind::ArgumentsGet => "() => arguments".into(),
            CaptureKind::ArgumentsType => type_of("arguments"),
            CaptureKind::NewTarget => "new.target".into(),
            CaptureKind::SuperCall => "(...args) => super(...args)".into(),
            CaptureKind::SuperGet => "(key) => super[key]".into(),
            CaptureKind::SuperPlace => format!("(key) => {}", place("super[key]")),
            CaptureKind::SuperDelete => "(key) => delete super[key]".into(),
            CaptureKind::YieldPlace => place("yield"),
            CaptureKind::YieldType => type_of("yield"),
            CaptureKind::YieldDelete => "() => delete yield".into(),
            CaptureKind::OwnName | CaptureKind::Constant => self.name.clone(),
        }
    }

    fn base(kind: CaptureKind) -> &'static str {
        match kind {
            CaptureKind::This => "this",
            CaptureKind::Arguments | CaptureKind::ArgumentsPlace | CaptureKind::ArgumentsGet => "arguments",
            CaptureKind::ArgumentsType => "typeofArguments",
            CaptureKind::NewTarget => "newTarget",
            CaptureKind::SuperCall => "superCall",
            CaptureKind::SuperGet => "super",
            CaptureKind::SuperPlace => "superPlace",
            CaptureKind::SuperDelete => "superDelete",
            CaptureKind::YieldPlace | CaptureKind::OwnName | CaptureKind::Constant => "yield",
            CaptureKind::YieldType => "typeofYield",
            CaptureKind::YieldDelete => "deleteYield",
        }
    }
}

/// A place where a capture is read.
#[derive(Clone, Debug)]
pub struct Site {
    pub lexical: Lexical,
    pub kind: CaptureKind,
    pub name: String,
    /// What to write for `this` there.
    pub this: String,
    /// Whether to ask for `this` before a key is evaluated.
    pub asks_first: bool,
    /// The function whose wrapper makes the capture.
    pub owner: FunctionId,
    /// The functions between the two.
    pub within: Vec<FunctionId>,
}

/// The captures of each function, and where they are read.
pub fn plan(
    inventory: &Inventory,
    driving: &Driving,
    fresh: &mut FreshNames,
) -> (BTreeMap<FunctionId, Vec<Capture>>, Vec<Site>) {
    let mut captures: BTreeMap<FunctionId, Vec<Capture>> = BTreeMap::new();
    let mut sites = Vec::new();
    let mut capture = |owner: FunctionId, kind: CaptureKind| {
        let known = captures.entry(owner).or_default();
        if let Some(capture) = known.iter().find(|capture| capture.kind == kind) {
            return capture.name.clone();
        }
        let name = fresh.name(Capture::base(kind));
        known.push(Capture { kind, name: name.clone() });
        name
    };
    let assigned = assigned_arguments(inventory);
    for lexical in &inventory.lexical {
        let Some(owner) = owner(inventory, driving, lexical) else { continue };
        let provider = inventory.provider(lexical.function);
        let in_derived = inventory[provider].kind == FunctionKind::Constructor { derived: true };
        let kind = match &lexical.kind {
            LexicalKind::This if !in_derived => continue,
            LexicalKind::This => CaptureKind::This,
            LexicalKind::Arguments { type_of, .. } => arguments_kind(inventory, lexical, owner, &assigned, *type_of),
            LexicalKind::NewTarget { .. } => CaptureKind::NewTarget,
            LexicalKind::SuperCall => CaptureKind::SuperCall,
            LexicalKind::SuperProperty { place, .. } => match place {
                SuperUse::Write => CaptureKind::SuperPlace,
                SuperUse::Delete => CaptureKind::SuperDelete,
                SuperUse::Read | SuperUse::Call { .. } | SuperUse::Tag => CaptureKind::SuperGet,
            },
        };
        let name = capture(owner, kind);
        let is_property = matches!(lexical.kind, LexicalKind::SuperProperty { .. });
        let this = match in_derived && is_property {
            true => format!("{}()", capture(owner, CaptureKind::This)),
            false => "this".to_owned(),
        };
        // Reading a property by its name asks at once.
        let reads_by_name = matches!(lexical.kind, LexicalKind::SuperProperty { key: SuperKey::Name(_), .. })
            && kind == CaptureKind::SuperGet;
        let asks_first = in_derived && is_property && !reads_by_name;
        let within = inventory.arrows_out(lexical.function).take_while(|id| *id != owner).collect();
        sites.push(Site { lexical: lexical.clone(), kind, name, this, asks_first, owner, within });
    }
    (captures, sites)
}

/// The outermost generator between `lexical` and what gives it its meaning. `None`: nothing is in the way.
fn owner(inventory: &Inventory, driving: &Driving, lexical: &Lexical) -> Option<FunctionId> {
    let is_super = matches!(lexical.kind, LexicalKind::SuperCall | LexicalKind::SuperProperty { .. });
    let binder = match lexical.kind {
        LexicalKind::Arguments { .. } => arguments_scope(inventory, lexical.function, lexical.scope),
        _ => None,
    };
    let rebinds = |id: &FunctionId| {
        let function = &inventory[*id];
        let inside_binder = binder.is_none_or(|scope| inventory.scopes_out(function.scope).any(|outer| outer == scope));
        needs_generator(function, driving) && (function.kind == FunctionKind::Arrow || is_super) && inside_binder
    };
    inventory.arrows_out(lexical.function).filter(rebinds).last()
}

/// What `arguments` means somewhere: a name that the file binds, or a function's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum ArgumentsBinder {
    Scope(ScopeId),
    Function(FunctionId),
}

fn arguments_binder(inventory: &Inventory, lexical: &Lexical) -> ArgumentsBinder {
    match arguments_scope(inventory, lexical.function, lexical.scope) {
        Some(scope) => ArgumentsBinder::Scope(scope),
        None => ArgumentsBinder::Function(inventory.provider(lexical.function)),
    }
}

/// The scope that binds the name as seen from `scope` in `function`, unless it is a function's own, which hides what the
/// file binds further out.
pub fn arguments_scope(inventory: &Inventory, function: FunctionId, scope: ScopeId) -> Option<ScopeId> {
    let scope = inventory.resolve(&"arguments".into(), scope)?;
    inventory.arrows_out(function).any(|id| id == inventory[scope].function).then_some(scope)
}

/// The meanings of `arguments` that something is assigned to.
fn assigned_arguments(inventory: &Inventory) -> Vec<ArgumentsBinder> {
    let is_assigned = |lexical: &&Lexical| matches!(lexical.kind, LexicalKind::Arguments { assigned: true, .. });
    inventory.lexical.iter().filter(is_assigned).map(|lexical| arguments_binder(inventory, lexical)).collect()
}

/// How `arguments` is handed on: as a value if it is a function's own, which is there and stays.
fn arguments_kind(
    inventory: &Inventory,
    lexical: &Lexical,
    owner: FunctionId,
    assigned: &[ArgumentsBinder],
    type_of: bool,
) -> CaptureKind {
    let binder = arguments_binder(inventory, lexical);
    let is_there = match binder {
        ArgumentsBinder::Scope(_) => false,
        ArgumentsBinder::Function(id) => {
            inventory[id].kind != FunctionKind::File || inventory.source_type == SourceType::CommonJs
        }
    };
    match assigned.contains(&binder) {
        // Strict code assigns to it nowhere, and may not.
        true if !inventory[owner].strict => CaptureKind::ArgumentsPlace,
        false if is_there => CaptureKind::Arguments,
        _ if type_of && !is_there => CaptureKind::ArgumentsType,
        _ => CaptureKind::ArgumentsGet,
    }
}

impl Writer<'_> {
    pub fn captured(&mut self, sites: &[Site]) {
        for site in sites {
            let Site { lexical, name, .. } = site;
            match &lexical.kind {
                LexicalKind::This => self.capture_call(lexical, &format!("{name}()")),
                LexicalKind::NewTarget { deleted: true } => {
                    self.edits.replace(lexical.range.clone(), format!("(0, {name})"));
                }
                LexicalKind::NewTarget { .. } | LexicalKind::SuperCall => {
                    self.edits.replace(lexical.range.clone(), name);
                }
                LexicalKind::Arguments { shorthand, .. } => {
                    let key = if *shorthand { "arguments: " } else { "" };
                    match site.kind {
                        CaptureKind::ArgumentsPlace => {
                            self.edits.rename(lexical.range.clone(), format!("{key}{name}.value"));
                        }
                        CaptureKind::ArgumentsGet => self.capture_call(lexical, &format!("{key}{name}()")),
                        CaptureKind::ArgumentsType => {
                            self.edits.rename(lexical.range.clone(), format!("{name}()"));
                        }
                        _ => self.edits.rename(lexical.range.clone(), format!("{key}{name}")),
                    }
                }
                LexicalKind::SuperProperty { word, key, place } => self.super_property(site, *word, key, place),
            }
        }
    }

    /// A call in place of a word: in the callee of a `new` it would be taken for the construction's arguments.
    fn capture_call(&mut self, lexical: &Lexical, call: &str) {
        let call = if lexical.in_new_callee { format!("({call})") } else { call.to_owned() };
        self.edits.rename(lexical.range.clone(), call);
    }

    /// `super.x` -> `super_1("x")`, `super[k]` -> `super_1(k)`, and what is done with it:
    ///
    /// ```text
    /// super.x(a)    ->   __callOn(super_1("x"), this, a)
    /// super.x?.(a)  ->   super_1("x")?.call(this, a)
    /// super.x`a`    ->   __callOn.bind(void 0, super_1("x"), this)`a`
    /// super.x = a   ->   superPlace_1("x").value = a
    /// ```
    ///
    /// Not `super_1("x").call(this, a)`, since a method may have a `call` of its own, or none. In the constructor of a class
    /// that extends another, `super_1(k)` is `super_1((this_1(), k))`: before `super()` has returned, a property of `super`
    /// throws before its key is evaluated (<https://tc39.es/ecma262/#sec-super-keyword-runtime-semantics-evaluation>).
    fn super_property(&mut self, site: &Site, word: usize, key: &SuperKey, place: &SuperUse) {
        let Site { lexical, name, this, asks_first, .. } = site;
        let (ask, asked) = if *asks_first { (format!("({this}, "), ")") } else { (String::new(), "") };
        let keyword: Range<usize> = word..word + "super".len();
        let (mut open, mut behind) = (Text::default(), String::new());
        match place {
            SuperUse::Read => {}
            SuperUse::Write => behind = ".value".to_owned(),
            SuperUse::Delete => {
                // Not nothing: a line may end behind the word, and `return` or `yield` stand before it.
                self.edits.replace(lexical.range.start..lexical.range.start + "delete".len(), "!!");
            }
            SuperUse::Tag => {
                open = format!("{}.bind(void 0, ", self.helper(Helper::CallOn)).into();
                behind = format!(", {this})");
            }
            SuperUse::Call { callee, arguments, empty } => {
                let comma = if *empty { "" } else { ", " };
                match self.optional_call(lexical.range.end) {
                    Some(dots) => {
                        self.edits.replace(dots, "?.call");
                        self.edits.insert(*arguments, format!("{this}{comma}"));
                    }
                    None => {
                        // V8 has a call where the name before it stands; else where the arguments open.
                        let place = match key {
                            SuperKey::Name(_) if *callee == word => {
                                next_token(self.source, next_token(self.source, keyword.end) + 1)
                            }
                            _ => arguments - 1,
                        };
                        let call = Text::from(format!("{}(", self.helper(Helper::CallOn))).at(place);
                        match *callee == word {
                            true => open = call,
                            false => self.edits.replace(*callee..callee + 1, call + Text::from("(")),
                        }
                        self.edits.replace(arguments - 1..*arguments, format!(", {this}{comma}"));
                    }
                }
            }
        }
        if lexical.in_new_callee && matches!(place, SuperUse::Read | SuperUse::Tag) {
            open = Text::from("(") + open;
            behind.push(')');
        }
        self.edits.replace(keyword.clone(), open + Text::from(name.as_str()).at(word));
        match key {
            SuperKey::Name(key) => {
                let dot = next_token(self.source, keyword.end);
                self.edits.replace(dot..dot + 1, "(");
                let name = next_token(self.source, dot + 1);
                self.edits.replace(name..lexical.range.end, format!("{ask}\"{key}\"{asked}){behind}"));
            }
            SuperKey::Computed { open, close } => {
                self.edits.replace(*open..*open + 1, format!("({ask}"));
                self.edits.replace(*close..*close + 1, format!("{asked}){behind}"));
            }
        }
    }

    /// The `?.` between a callee, which ends at `end` but for parentheses, and its arguments.
    fn optional_call(&self, end: usize) -> Option<Range<usize>> {
        let mut next = next_token(self.source, end);
        while self.source[next..].starts_with(')') {
            next = next_token(self.source, next + 1);
        }
        self.source[next..].starts_with("?.").then_some(next..next + 2)
    }
}
