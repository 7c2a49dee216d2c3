//! Small trees, written as they read.

use swc_atoms::Atom;
use swc_common::{DUMMY_SP, Span, Spanned, SyntaxContext};
use swc_ecma_ast::*;
use unawait_text::js_string::quote;

pub fn ident(name: impl Into<Atom>) -> Ident {
    Ident { span: DUMMY_SP, ctxt: SyntaxContext::empty(), sym: name.into(), optional: false }
}

pub fn name(name: impl Into<Atom>) -> Box<Expr> {
    Box::new(Expr::Ident(ident(name)))
}

pub fn number(value: usize) -> Box<Expr> {
    Box::new(Expr::Lit(Lit::Num(Number { span: DUMMY_SP, value: value as f64, raw: None })))
}

/// `0 / 0`
pub fn nan() -> Box<Expr> {
    Box::new(Expr::Bin(BinExpr { span: DUMMY_SP, op: BinaryOp::Div, left: number(0), right: number(0) }))
}

pub fn string(value: &str) -> Box<Expr> {
    Box::new(Expr::Lit(Lit::Str(Str { span: DUMMY_SP, value: value.into(), raw: Some(quote(value).into()) })))
}

pub fn undefined() -> Box<Expr> {
    unary(UnaryOp::Void, number(0))
}

pub fn this() -> Box<Expr> {
    Box::new(Expr::This(ThisExpr { span: DUMMY_SP }))
}

pub fn unary(op: UnaryOp, arg: Box<Expr>) -> Box<Expr> {
    Box::new(Expr::Unary(UnaryExpr { span: DUMMY_SP, op, arg: operand(arg) }))
}

pub fn not(test: Box<Expr>) -> Box<Expr> {
    match *test {
        Expr::Unary(UnaryExpr { op: UnaryOp::Bang, arg, .. }) => arg,
        Expr::Paren(ParenExpr { expr, .. }) if matches!(*expr, Expr::Unary(UnaryExpr { op: UnaryOp::Bang, .. })) => {
            not(expr)
        }
        test => unary(UnaryOp::Bang, Box::new(test)),
    }
}

pub fn binary(op: BinaryOp, left: Box<Expr>, right: Box<Expr>) -> Box<Expr> {
    Box::new(Expr::Bin(BinExpr { span: DUMMY_SP, op, left: operand(left), right: operand(right) }))
}

/// `left = right`
pub fn assign(left: Ident, right: Box<Expr>) -> Box<Expr> {
    assign_to(AssignTarget::Simple(SimpleAssignTarget::Ident(left.into())), right)
}

pub fn assign_to(left: AssignTarget, right: Box<Expr>) -> Box<Expr> {
    let span = right.span();
    Box::new(Expr::Assign(AssignExpr { span, op: AssignOp::Assign, left, right: argument(right) }))
}

pub fn member(object: Box<Expr>, property: impl Into<Atom>) -> Box<Expr> {
    let prop = MemberProp::Ident(IdentName { span: DUMMY_SP, sym: property.into() });
    Box::new(Expr::Member(MemberExpr { span: DUMMY_SP, obj: operand(object), prop }))
}

pub fn call(callee: Box<Expr>, arguments: Vec<Box<Expr>>) -> Box<Expr> {
    call_with(callee, arguments.into_iter().map(|expr| ExprOrSpread { spread: None, expr: argument(expr) }).collect())
}

pub fn call_with(callee: Box<Expr>, args: Vec<ExprOrSpread>) -> Box<Expr> {
    let callee = Callee::Expr(operand(callee));
    Box::new(Expr::Call(CallExpr { span: DUMMY_SP, ctxt: SyntaxContext::empty(), callee, args, type_args: None }))
}

pub fn comma(exprs: Vec<Box<Expr>>) -> Box<Expr> {
    Box::new(Expr::Seq(SeqExpr { span: DUMMY_SP, exprs }))
}

pub fn paren(expr: Box<Expr>) -> Box<Expr> {
    Box::new(Expr::Paren(ParenExpr { span: expr.span(), expr }))
}

/// `(0, expr)`: a value, which is no name or member any more, nor a function that gets a name.
pub fn value(expr: Box<Expr>) -> Box<Expr> {
    paren(comma(vec![number(0), expr]))
}

/// `expr` where an operand of any operator may stand.
pub fn operand(expr: Box<Expr>) -> Box<Expr> {
    match &*expr {
        Expr::Ident(_)
        | Expr::This(_)
        | Expr::Lit(_)
        | Expr::Member(_)
        | Expr::SuperProp(_)
        | Expr::Call(_)
        | Expr::Array(_)
        | Expr::Tpl(_)
        | Expr::TaggedTpl(_)
        | Expr::MetaProp(_)
        | Expr::PrivateName(_)
        | Expr::Paren(_) => expr,
        _ => paren(expr),
    }
}

/// `expr` where an AssignmentExpression may stand.
pub fn argument(expr: Box<Expr>) -> Box<Expr> {
    if expr.is_seq() { paren(expr) } else { expr }
}

/// `expr;`
pub fn statement(expr: Box<Expr>) -> Stmt {
    let span = expr.span();
    let expr = if begins_like_a_statement(&expr) { paren(expr) } else { expr };
    Stmt::Expr(ExprStmt { span, expr })
}

/// Whether the first token of an expression would make a statement something else:
/// <https://tc39.es/ecma262/#prod-ExpressionStatement>.
fn begins_like_a_statement(expr: &Expr) -> bool {
    match expr {
        Expr::Object(_) | Expr::Fn(_) | Expr::Class(_) => true,
        Expr::Ident(name) => &*name.sym == "let",
        Expr::Member(member) => begins_like_a_statement(&member.obj),
        Expr::Call(CallExpr { callee: Callee::Expr(callee), .. }) => begins_like_a_statement(callee),
        Expr::TaggedTpl(tagged) => begins_like_a_statement(&tagged.tag),
        Expr::Bin(binary) => begins_like_a_statement(&binary.left),
        Expr::Cond(cond) => begins_like_a_statement(&cond.test),
        Expr::Seq(seq) => seq.exprs.first().is_some_and(|first| begins_like_a_statement(first)),
        Expr::Update(update) => !update.prefix && begins_like_a_statement(&update.arg),
        Expr::Assign(assign) => match &assign.left {
            AssignTarget::Simple(SimpleAssignTarget::Member(member)) => begins_like_a_statement(&member.obj),
            AssignTarget::Pat(AssignTargetPat::Object(_)) => true,
            _ => false,
        },
        Expr::OptChain(chain) => match &*chain.base {
            OptChainBase::Member(member) => begins_like_a_statement(&member.obj),
            OptChainBase::Call(call) => begins_like_a_statement(&call.callee),
        },
        _ => false,
    }
}

pub fn returns(value: Option<Box<Expr>>) -> Stmt {
    Stmt::Return(ReturnStmt { span: DUMMY_SP, arg: value })
}

/// `return value`, in place of something else.
pub fn returns_at(span: Span, value: Box<Expr>) -> Stmt {
    Stmt::Return(ReturnStmt { span, arg: Some(value) })
}

pub fn block(stmts: Vec<Stmt>) -> BlockStmt {
    BlockStmt { span: DUMMY_SP, ctxt: SyntaxContext::empty(), stmts }
}

/// `if (test) consequent`
pub fn if_(span: Span, test: Box<Expr>, cons: Stmt) -> Stmt {
    Stmt::If(IfStmt { span, test, cons: Box::new(cons), alt: None })
}

/// `var a, b = c;`
pub fn vars_with(decls: Vec<VarDeclarator>) -> Stmt {
    let (ctxt, declare) = (SyntaxContext::empty(), false);
    Stmt::Decl(Decl::Var(Box::new(VarDecl { span: DUMMY_SP, ctxt, kind: VarDeclKind::Var, declare, decls })))
}

/// `let name = value;`, or `var`
pub fn declares(kind: VarDeclKind, name: Ident, value: Box<Expr>) -> Stmt {
    let decls = vec![declarator(name, Some(value))];
    Stmt::Decl(Decl::Var(Box::new(VarDecl { kind, decls, ..VarDecl::default() })))
}

/// `var name = init` in a list
pub fn declarator(name: Ident, init: Option<Box<Expr>>) -> VarDeclarator {
    VarDeclarator { span: DUMMY_SP, name: Pat::Ident(name.into()), init, definite: false }
}

/// The span of something whose place has been taken.
pub fn at(span: Span, mut expr: Box<Expr>) -> Box<Expr> {
    match &mut *expr {
        Expr::Assign(e) => e.span = span,
        Expr::Call(e) => e.span = span,
        Expr::Member(e) => e.span = span,
        _ => {}
    }
    expr
}

/// Has the text of `expr` begin with a place: that of `span`, if it has none. Engines complain of statements' beginnings.
pub fn begin_at(expr: &mut Expr, span: Span) {
    let begin = |place: &mut Span| {
        if place.is_dummy() {
            *place = span;
        }
    };
    match expr {
        Expr::Ident(e) => begin(&mut e.span),
        Expr::Paren(e) => begin(&mut e.span),
        Expr::Assign(e) => match &mut e.left {
            AssignTarget::Simple(SimpleAssignTarget::Ident(name)) => begin(&mut name.id.span),
            AssignTarget::Simple(SimpleAssignTarget::Member(target)) => begin_at(&mut target.obj, span),
            _ => {}
        },
        Expr::Member(e) => begin_at(&mut e.obj, span),
        Expr::Call(CallExpr { callee: Callee::Expr(callee), .. }) => begin_at(callee, span),
        Expr::Bin(e) => begin_at(&mut e.left, span),
        _ => {}
    }
}

/// `a = b = void 0;`
pub(crate) fn release(names: &[Ident]) -> Stmt {
    statement(names.iter().rev().fold(undefined(), |value, name| assign(name.clone(), value)))
}
