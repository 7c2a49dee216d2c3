//! Blocks within `with` statements: what the machine needs there goes by names that the statement's object cannot take.
//!
//! ```js
//! function* g(o) { with (o) { f(yield x); } }
//! // a block of it becomes
//! if ((sent = function (_) { with (_) return function (_, sent, own_1) {
//!   own_1.t_1 = f;
//!   return _.to = 1, x;
//! }; }(own_1.scope_1)(_, sent, own_1)) !== _) return sent;
//! break;
//! ```
//!
//! A name is looked up in the object unless a scope within the statement binds it. So the block is a function there, which
//! has for parameters the machine, helpers, and the object `own_1`, whose properties are the variables that lowering made.
//! It answers the machine itself where control goes on, and otherwise what the step answers.
//!
//! Why not simpler: `this` is the program's in arrow functions, and names that no program has can still be properties of
//! objects which come from elsewhere.
//! <https://tc39.es/ecma262/#sec-object-environment-records-hasbinding-n>

use std::cell::RefCell;

use rustc_hash::FxHashSet as HashSet;
use swc_atoms::Atom;
use swc_common::DUMMY_SP;
use swc_ecma_ast::*;
use swc_ecma_visit::{VisitMut, VisitMutWith, noop_visit_mut_type};

use crate::build::Words;
use crate::graph::*;
use crate::hoist::bound_names;
use crate::make;
use crate::mentions::mentions;

/// Whether a `with` statement of the function suspends.
pub(crate) fn has_withs(graph: &Graph) -> bool {
    graph.order.iter().any(|block| !graph[*block].withs.is_empty())
}

/// Makes properties of `own` of the variables `ours`, in the machine and in the `functions` around it.
pub(crate) fn keep_in_object(graph: &mut Graph, functions: &mut [Stmt], own: &Ident, ours: Vec<Ident>) {
    let ours = ours.into_iter().map(|name| name.sym).collect();
    let mut rename = Rename { own, ours, hidden: Vec::new() };
    functions.iter_mut().for_each(|function| function.visit_mut_with(&mut rename));
    for block in &mut graph.blocks {
        for op in &mut block.ops {
            if let Op::Release(names) = op {
                *op = Op::Run(make::release(names));
            }
            if let Op::Run(statement) = op {
                statement.visit_mut_with(&mut rename);
            }
        }
        block.terminator.exprs_mut().into_iter().for_each(|expr| expr.visit_mut_with(&mut rename));
    }
}

struct Rename<'r> {
    own: &'r Ident,
    ours: HashSet<Atom>,
    /// Names that parameters around have.
    hidden: Vec<Atom>,
}

impl Rename<'_> {
    fn property(&self, name: &Ident) -> Option<Box<Expr>> {
        let is_ours = self.ours.contains(&name.sym) && !self.hidden.contains(&name.sym);
        is_ours.then(|| {
            let prop = MemberProp::Ident(IdentName { span: DUMMY_SP, sym: name.sym.clone() });
            let obj = Box::new(Expr::Ident(self.own.clone()));
            Box::new(Expr::Member(MemberExpr { span: name.span, obj, prop }))
        })
    }

    /// What is called stays a value, on nothing.
    fn callee(&mut self, callee: &mut Box<Expr>) {
        match callee.as_ident().and_then(|name| self.property(name)) {
            Some(property) => *callee = make::value(property),
            None => callee.visit_mut_with(self),
        }
    }

    fn within(&mut self, names: Vec<Atom>, walk: impl FnOnce(&mut Self)) {
        let outer = self.hidden.len();
        self.hidden.extend(names);
        walk(self);
        self.hidden.truncate(outer);
    }
}

impl VisitMut for Rename<'_> {
    noop_visit_mut_type!();

    fn visit_mut_expr(&mut self, expr: &mut Expr) {
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || match expr {
            Expr::Ident(name) => {
                if let Some(property) = self.property(name) {
                    *expr = *property;
                }
            }
            Expr::Call(CallExpr { callee: Callee::Expr(callee), args, .. }) => {
                self.callee(callee);
                args.visit_mut_with(self);
            }
            Expr::TaggedTpl(tagged) => {
                self.callee(&mut tagged.tag);
                tagged.tpl.visit_mut_with(self);
            }
            other => other.visit_mut_children_with(self),
        });
    }

    fn visit_mut_simple_assign_target(&mut self, target: &mut SimpleAssignTarget) {
        let property = target.as_ident().and_then(|name| self.property(&name.id));
        match property.map(|property| *property) {
            Some(Expr::Member(member)) => *target = SimpleAssignTarget::Member(member),
            _ => target.visit_mut_children_with(self),
        }
    }

    fn visit_mut_pat(&mut self, pattern: &mut Pat) {
        match pattern.as_ident().and_then(|name| self.property(&name.id)) {
            Some(property) => *pattern = Pat::Expr(property),
            None => pattern.visit_mut_children_with(self),
        }
    }

    fn visit_mut_function(&mut self, function: &mut Function) {
        self.within(bound_names(&function.params), |rename| function.visit_mut_children_with(rename));
    }

    fn visit_mut_arrow_expr(&mut self, arrow: &mut ArrowExpr) {
        self.within(bound_names(&arrow.params), |rename| arrow.visit_mut_children_with(rename));
    }
}

/// `own = { __proto__: null }`, in a list: it inherits nothing.
pub(crate) fn object(own: Ident) -> VarDeclarator {
    let key = PropName::Ident(IdentName { span: DUMMY_SP, sym: "__proto__".into() });
    let value = Box::new(Expr::Lit(Lit::Null(Null { span: DUMMY_SP })));
    let props = vec![PropOrSpread::Prop(Box::new(Prop::KeyValue(KeyValueProp { key, value })))];
    make::declarator(own, Some(Box::new(Expr::Object(ObjectLit { span: DUMMY_SP, props }))))
}

/// How blocks within `with` statements are written.
#[derive(Clone, Copy)]
pub(crate) struct Within<'o> {
    pub own: &'o Ident,
    /// The names of helpers, and the others that lowering may have written into a block.
    pub names: &'o RefCell<Vec<Ident>>,
    /// Whether `this` and the like are those of the function around.
    pub is_arrow: bool,
}

/// The statement of a step that runs `statements`, which answer the machine or what the step answers, within `withs`.
pub(crate) fn enclosed(statements: Vec<Stmt>, withs: &[Ident], words: &Words, within: Within) -> Stmt {
    let Words { machine, sent } = words;
    let mut seen = HashSet::default();
    let others = within.names.borrow();
    let others = others.iter().filter(|name| mentions(&statements, std::slice::from_ref(&name.sym)));
    let names = [machine, sent, within.own].into_iter().chain(others).filter(|name| seen.insert(name.sym.clone()));
    let names: Vec<Ident> = names.cloned().collect();
    let arguments = names.iter().map(|name| Box::new(Expr::Ident(name.clone()))).collect();
    let mut inner = function(names, statements, within.is_arrow);
    for _ in withs {
        let object = Box::new(Expr::Ident(machine.clone()));
        let body = Box::new(make::returns(Some(inner)));
        let with = Stmt::With(WithStmt { span: DUMMY_SP, obj: object, body });
        inner = function(vec![machine.clone()], vec![with], within.is_arrow);
    }
    let object = |name: &Ident| make::member(Box::new(Expr::Ident(within.own.clone())), name.sym.clone());
    let block = withs.iter().fold(make::paren(inner), |function, with| make::call(function, vec![object(with)]));
    let answer = make::assign(sent.clone(), make::call(block, arguments));
    let ends = make::binary(BinaryOp::NotEqEq, answer, Box::new(Expr::Ident(machine.clone())));
    make::if_(DUMMY_SP, ends, make::returns(Some(Box::new(Expr::Ident(sent.clone())))))
}

fn function(params: Vec<Ident>, stmts: Vec<Stmt>, is_arrow: bool) -> Box<Expr> {
    let params = params.into_iter().map(|name| Pat::Ident(name.into()));
    let body = FunctionBody { span: DUMMY_SP, stmts };
    if is_arrow {
        let body = Box::new(ArrowFunctionBody::FunctionBody(body));
        return Box::new(Expr::Arrow(ArrowExpr { params: params.collect(), body, ..ArrowExpr::default() }));
    }
    let function = Function { params: params.map(Param::from).collect(), body: Some(body), ..Function::default() };
    Box::new(Expr::Fn(FnExpr { ident: None, function: Box::new(function) }))
}
