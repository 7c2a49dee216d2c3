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

use swc_common::DUMMY_SP;
use swc_ecma_ast::*;
use unawait_runtime::Helper;

use crate::assemble::{Machine, assemble};
use crate::build::{Builder, Words};
use crate::graph::Graph;
use crate::hoist::hoist;
use crate::make;
use crate::meanings::{Meanings, meanings};
use crate::names::Names;
use crate::simplify::simplify;

/// Who gets the objects that the function makes.
pub(crate) enum Objects {
    /// A helper which drives them: the function is a body that stage one made.
    Driven,
    /// The program. They inherit from this function's `prototype`, if it has a name to be mentioned by.
    Program(Option<Ident>),
}

/// The name of a helper, which is in use from then on.
pub(crate) type Helpers<'h> = &'h mut dyn FnMut(Helper) -> Ident;

/// Makes a plain function of a generator function, in code that is `strict` or not and in a program that is `of_es5` or not. `inspect` sees its graph.
pub(crate) fn wrap(
    function: &mut Function,
    strict: bool,
    of_es5: bool,
    objects: Objects,
    names: &mut Names,
    helper: Helpers,
    inspect: &mut dyn FnMut(&Graph),
) {
    let hoisted = hoist(function, strict, names, helper);
    let Some(mut statements) = function.body.as_mut().map(|body| std::mem::take(&mut body.stmts)) else { return };
    let meanings = meanings(&mut statements, &function.params, of_es5, names);
    let words = Words { machine: names.short("_"), sent: names.short("sent") };
    let mut builder = Builder::new(words, names, helper);
    builder.body(statements);
    let Builder { mut graph, words, temps, locals, .. } = builder;
    simplify(&mut graph);
    inspect(&graph);
    let machine = assemble(graph, &words, &mut *helper);

    let mut wrapper = hoisted.directives;
    wrapper.extend(hoisted.functions);
    // A `catch` parameter is both a binding of the function and a local of the machine.
    let mut seen = std::collections::HashSet::new();
    let plain = hoisted.locals.into_iter().chain(locals).chain(temps).filter(|name| seen.insert(name.sym.clone()));
    let plain = plain.map(|name| make::declarator(name, None));
    let this = meanings.this.clone().map(|name| make::declarator(name, Some(make::this())));
    let arguments = meanings.arguments.clone().map(|name| make::declarator(name, Some(make::name("arguments"))));
    let declared: Vec<VarDeclarator> = plain.chain(this).chain(arguments).collect();
    if !declared.is_empty() {
        wrapper.push(make::vars_with(declared));
    }
    wrapper.push(make::returns(Some(start(objects, machine, words, &meanings, helper))));
    function.is_generator = false;
    if let Some(body) = &mut function.body {
        body.stmts = wrapper;
    }
}

/// `__generator(g, this, function (_, sent) { ... }, [regions])`, or `__machine(function (_, sent) { ... }, [regions])`
fn start(objects: Objects, machine: Machine, words: Words, meanings: &Meanings, helper: Helpers) -> Box<Expr> {
    let mut params = vec![words.machine];
    if machine.uses_sent {
        params.push(words.sent);
    }
    let body = FunctionBody { span: DUMMY_SP, stmts: machine.statements };
    let body = match meanings {
        Meanings { needs_arrow: true, .. } => arrow(params, body),
        Meanings { needs_this: true, .. } => {
            make::call(make::member(function(params, body), "bind"), vec![make::this()])
        }
        _ => function(params, body),
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

fn function(params: Vec<Ident>, body: FunctionBody) -> Box<Expr> {
    let param = |name| Param { span: DUMMY_SP, decorators: Vec::new(), pat: pattern(name) };
    let params = params.into_iter().map(param).collect();
    let function = Function { params, body: Some(body), ..Function::default() };
    Box::new(Expr::Fn(FnExpr { ident: None, function: Box::new(function) }))
}

fn arrow(params: Vec<Ident>, body: FunctionBody) -> Box<Expr> {
    let params = params.into_iter().map(pattern).collect();
    let body = Box::new(ArrowFunctionBody::FunctionBody(body));
    Box::new(Expr::Arrow(ArrowExpr { params, body, ..ArrowExpr::default() }))
}
