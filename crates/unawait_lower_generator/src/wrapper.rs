//! One generator function -> a function which returns a machine's object.
//!
//! ```js
//! function* g(a) { const x = yield a; return x; }
//! // becomes
//! function g(a) {
//!   var x;
//!   return __generator(g, this, function (_, sent) { switch (_.to) {
//!     case 0: return _.to = 1, a;
//!     case 1: x = sent; return _.end(x);
//!   } });
//! }
//! ```

use std::cell::RefCell;
use std::collections::HashSet;

use swc_atoms::Atom;
use swc_common::DUMMY_SP;
use swc_ecma_ast::*;
use unawait_runtime::Helper;

use crate::assemble::{Machine, assemble};
use crate::build::{Builder, Words};
use crate::graph::Graph;
use crate::helpers::Helpers;
use crate::hoist::{bound_names, hoist, named};
use crate::lifetimes::{Lifetimes, lifetimes};
use crate::make;
use crate::meanings::{Meanings, meanings};
use crate::mentions::mentions;
use crate::names::Names;
use crate::simplify::simplify;
use crate::within::{self, Within};

/// Who gets the objects that the function makes.
pub(crate) enum Objects {
    /// A helper which drives them: the function is a body that stage one made.
    Driven,
    /// The program. They inherit from this function's `prototype`, if it has a name to be mentioned by.
    Program(Option<Ident>),
}

/// What a function stands in.
#[derive(Clone, Copy)]
pub(crate) struct Setting<'s> {
    /// What the function is called.
    pub name: Option<&'s Atom>,
    pub strict: bool,
    /// Whether the program uses nothing newer than ES5 but what is lowered.
    pub of_es5: bool,
    /// The variables of `for await` loops: see `unseen.rs`.
    pub loops: &'s HashSet<Atom>,
}

/// Makes a plain function of a generator function; the answer is its machine's name. `inspect` sees the graph.
pub(crate) fn wrap(
    function: &mut Function,
    setting: Setting,
    objects: Objects,
    names: &mut Names,
    helper: Helpers,
    inspect: &mut dyn FnMut(&Graph),
) -> Option<Atom> {
    let used: RefCell<Vec<Ident>> = RefCell::default();
    let mut helper = |one| {
        let name = helper(one);
        used.borrow_mut().push(name.clone());
        name
    };
    let mut hoisted = hoist(function, setting.strict, names, &mut helper);
    let mut statements = std::mem::take(&mut function.body.as_mut()?.stmts);
    let meanings = meanings(&mut statements, &function.params, setting.of_es5, names);
    let words = Words { machine: names.short(&["_", "$", "m"]), sent: names.short(&["sent", "got"]) };
    let mut builder = Builder::new(words, setting.loops, names, &mut helper);
    builder.body(statements);
    let Builder { mut graph, words, temps, locals, .. } = builder;
    // A `catch` parameter is both a binding of the function and a local of the machine.
    let mut seen = HashSet::new();
    let variables = hoisted.locals.into_iter().chain(locals).chain(temps);
    let variables: Vec<Ident> = variables.filter(|name| seen.insert(name.sym.clone())).collect();
    let Lifetimes { mut of_step, captured } = lifetimes(&graph, &hoisted.functions, &variables);
    graph.keep_releases(|name| !of_step.contains(name) && !captured.contains(name));
    let own = within::has_withs(&graph).then(|| names.local("own"));
    let mut variables = variables;
    if let Some(own) = &own {
        let (ours, others) = variables.into_iter().partition(|name| names.is_local(&name.sym));
        variables = others;
        within::keep_in_object(&mut graph, &mut hoisted.functions, own, ours);
    }
    // A `var` that has the name of a parameter begins with its value.
    for name in bound_names(&function.params) {
        of_step.remove(&name);
    }
    simplify(&mut graph);
    inspect(&graph);
    used.borrow_mut().extend(meanings.this.iter().chain(&meanings.arguments).cloned());
    let within = own.as_ref().map(|own| Within { own, names: &used, is_arrow: meanings.needs_arrow });
    let mut machine = assemble(graph, &words, setting.strict, within, &mut helper);

    let mut wrapper = hoisted.directives;
    wrapper.extend(hoisted.functions);
    let (of_step, plain): (Vec<Ident>, Vec<Ident>) =
        variables.into_iter().partition(|name| of_step.contains(&name.sym));
    if !of_step.is_empty() {
        let declared = of_step.into_iter().map(|name| make::declarator(name, None)).collect();
        machine.statements.insert(0, make::vars_with(declared));
    }
    wrapper.extend(declarations(plain, &meanings, own));
    let name = words.machine.sym.clone();
    wrapper.push(make::returns(Some(start(objects, machine, words, &meanings, setting.name, &mut helper))));
    function.is_generator = false;
    if let Some(body) = &mut function.body {
        body.stmts = wrapper;
    }
    Some(name)
}

/// `var plain, _this = this, _arguments = arguments, own = { ... };`, if there is anything to declare.
fn declarations(plain: Vec<Ident>, meanings: &Meanings, own: Option<Ident>) -> Option<Stmt> {
    let plain = plain.into_iter().map(|name| make::declarator(name, None));
    let this = meanings.this.clone().map(|name| make::declarator(name, Some(make::this())));
    let arguments = meanings.arguments.clone().map(|name| make::declarator(name, Some(make::name("arguments"))));
    let declared: Vec<VarDeclarator> = plain.chain(this).chain(arguments).chain(own.map(within::object)).collect();
    (!declared.is_empty()).then(|| make::vars_with(declared))
}

/// `__generator(g, this, function (_, sent) { ... }, [regions])`, or `__machine(function (_, sent) { ... }, [regions])`
fn start(
    objects: Objects,
    machine: Machine,
    words: Words,
    meanings: &Meanings,
    name: Option<&Atom>,
    helper: Helpers,
) -> Box<Expr> {
    let mut params = vec![words.machine];
    if machine.uses_sent {
        params.push(words.sent);
    }
    let body = FunctionBody { span: DUMMY_SP, stmts: machine.statements };
    let body = match meanings {
        Meanings { needs_arrow: true, .. } => named_step(name, arrow(params, body)),
        Meanings { needs_this: true, .. } => {
            make::call(make::member(function(name, params, body), "bind"), vec![make::this()])
        }
        _ => function(name, params, body),
    };
    let mut arguments = match &objects {
        Objects::Driven => Vec::new(),
        Objects::Program(Some(name)) => vec![Box::new(Expr::Ident(name.clone())), make::this()],
        Objects::Program(None) => vec![make::number(0), make::number(0)],
    };
    arguments.push(body);
    if let Some(regions) = machine.regions {
        arguments.extend([regions, Box::new(Expr::Ident(helper(Helper::Unwind)))]);
    }
    let helper = helper(if matches!(objects, Objects::Driven) { Helper::Machine } else { Helper::Generator });
    make::call(Box::new(Expr::Ident(helper)), arguments)
}

fn pattern(name: Ident) -> Pat {
    Pat::Ident(name.into())
}

/// The step function. It bears the name of the function that it is a part of, for stacks to show.
fn function(name: Option<&Atom>, params: Vec<Ident>, body: FunctionBody) -> Box<Expr> {
    let own = name.filter(|name| Ident::verify_symbol(name).is_ok() && !name.is_reserved_in_any());
    let own = own.filter(|name| !mentions(&body.stmts, std::slice::from_ref(*name)));
    let ident = own.cloned().map(make::ident);
    let is_named = ident.is_some();
    let param = |name| Param { span: DUMMY_SP, decorators: Vec::new(), pat: pattern(name) };
    let params = params.into_iter().map(param).collect();
    let function = Function { params, body: Some(body), ..Function::default() };
    let step = Box::new(Expr::Fn(FnExpr { ident, function: Box::new(function) }));
    if is_named { step } else { named_step(name, step) }
}

/// `({ name: step }).name`, where a name of the function's own would hide what its body mentions.
fn named_step(name: Option<&Atom>, step: Box<Expr>) -> Box<Expr> {
    match name.filter(|name| Ident::verify_symbol(name).is_ok()) {
        Some(name) => named(step, PropName::Ident(IdentName { span: DUMMY_SP, sym: name.clone() })),
        None => step,
    }
}

fn arrow(params: Vec<Ident>, body: FunctionBody) -> Box<Expr> {
    let params = params.into_iter().map(pattern).collect();
    let body = Box::new(ArrowFunctionBody::FunctionBody(body));
    Box::new(Expr::Arrow(ArrowExpr { params, body, ..ArrowExpr::default() }))
}
