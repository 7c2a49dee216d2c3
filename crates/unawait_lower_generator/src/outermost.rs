//! Outermost generator functions -> edits: the star goes, the body is printed anew, and what the program can see of
//! such a function is put right by a mark. Those within them are lowered in the tree, by `nested`.

use swc_atoms::Atom;
use swc_common::{Span, Spanned};
use swc_ecma_ast::*;
use swc_ecma_visit::{Visit, VisitWith, noop_visit_type};
use unawait_runtime::Helper;
use unawait_syntax::lex::{Cursor, gap};
use unawait_syntax::tree::range;
use unawait_text::chars::line_break;

use crate::forms::{DeclarationMark, ExpressionMark, plain_key};
use crate::lowering::{Lowering, is_lowered};
use crate::make;
use crate::nested::Nested;
use crate::parentheses::parenthesize;
use crate::print::{Layout, print};
use crate::wrapper::Objects;

pub(crate) struct Outermost<'l, 'a, 's>(pub &'l mut Lowering<'a, 's>);

impl Outermost<'_, '_, '_> {
    /// A semicolon behind a field that only the star at `at` ends, for it may be called `get`:
    /// <https://tc39.es/ecma262/#sec-automatic-semicolon-insertion>.
    fn guard(&mut self, at: usize) {
        if self.0.inventory.unguarded.contains(&at) {
            self.0.edits.insert(at, ";");
        }
    }

    /// Generator functions that a sloppy block declares stay in it: see `leaks.rs`.
    fn keep_in(&mut self, names: &[Atom], statement: Span) {
        if names.is_empty() {
            return;
        }
        let names: Vec<&str> = names.iter().map(|name| &**name).collect();
        let span = range(statement);
        self.0.edits.open(&span, format!("{{ let {}; ", names.join(", ")));
        self.0.edits.close(&span, " }");
    }

    /// A declaration that `name` is the name of.
    fn declaration(&mut self, function: &Function, name: &Ident) {
        let (objects, mark) = self.0.declaration(function, name);
        if let Some(DeclarationMark { declared, kept }) = mark {
            let kept = kept.map(|(kind, kept)| format!("{kind} {} = ", kept.sym)).unwrap_or_default();
            self.0.mark_at_start(function, kept, declared.sym.to_string());
        }
        self.lower(function, range(function.span).start, objects);
    }

    /// Calls the function whose star is the first behind `from` `own`, in place of the name that it has.
    fn name_function(&mut self, from: usize, name: Option<&Ident>, own: &Ident) {
        match (name, find_star(self.0.source, from)) {
            (Some(name), _) => self.0.edits.replace(range(name.span), own.sym.to_string()),
            (None, Some(star)) => self.0.edits.insert(star + 1, format!(" {}", own.sym)),
            (None, None) => {}
        }
    }

    /// The edits of one function, whose star is the first behind `from`. The parameters stay, and may hold others.
    fn lower(&mut self, function: &Function, from: usize, objects: Objects) {
        function.params.visit_with(self);
        let lowering = &mut *self.0;
        let Some(body) = &function.body else { return };
        let Some(star) = find_star(lowering.source, from) else { return };
        let body = range(body.span);
        let mut copy = function.clone();
        lowering.fresh.restart_locals();
        lowering.machines.clear();
        lowering.wrap(&mut copy, objects);
        Nested { lowering }.visit(&mut copy);
        parenthesize(&mut copy);
        let Some(lowered) = &copy.body else { return };
        let layout = Layout {
            indent: if nesting(&lowering.source[body.clone()]) > MOST_INDENTED { "" } else { "  " },
            depth: depth(lowering.source, from),
            line_break: line_break(lowering.source),
            machines: &lowering.machines,
        };
        let text = print(lowered, &lowering.comments, &layout);
        let star = star..star + 1;
        lowering.edits.replace(star.clone(), gap(lowering.source, &star));
        lowering.edits.replace(body, text);
    }
}

/// The first `*` behind `at` that is a token, with only words before it.
fn find_star(source: &str, at: usize) -> Option<usize> {
    let mut head = Cursor::new(source, at);
    loop {
        if let Some(star) = head.take("*") {
            return Some(star.start);
        }
        head.take_name()?;
    }
}

/// How many levels of brackets still get indented. Indentation takes space that grows with their square.
const MOST_INDENTED: usize = 200;

/// How many brackets are open at most in `text`, roughly: those in strings count as well.
fn nesting(text: &str) -> usize {
    let (mut open, mut most) = (0_usize, 0);
    for byte in text.bytes() {
        match byte {
            b'(' | b'[' | b'{' => open += 1,
            b')' | b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        most = most.max(open);
    }
    most
}

/// How many steps of two spaces the line of `at` is indented. One that begins further off than any that is indented for
/// reading, as in a bundle on one line, is not.
fn depth(source: &str, at: usize) -> usize {
    const FURTHEST: usize = 2_000;
    let from = at.saturating_sub(FURTHEST);
    let before = &source.as_bytes()[from..at];
    let line = match before.iter().rposition(|byte| *byte == b'\n') {
        Some(end) => end + 1,
        None if from == 0 => 0,
        None => return 0,
    };
    let spaces = before[line..].iter().take_while(|byte| matches!(byte, b' ' | b'\t'));
    let width: usize = spaces.map(|byte| if *byte == b'\t' { 2 } else { 1 }).sum();
    width / 2
}

impl Visit for Outermost<'_, '_, '_> {
    noop_visit_type!();

    fn visit_block_stmt(&mut self, block: &BlockStmt) {
        self.keep_in(&self.0.leaking(&block.stmts), block.span);
        block.visit_children_with(self);
    }

    fn visit_switch_stmt(&mut self, statement: &SwitchStmt) {
        self.keep_in(&self.0.leaking_from(statement), statement.span);
        let names = self.0.marked_in(statement);
        if !names.is_empty() {
            let mark = self.0.helper(Helper::GeneratorFunction).sym;
            let marks = names.iter().map(|name| format!("{mark}({})", name.sym)).collect::<Vec<_>>().join(", ");
            if let Some(first) = statement.cases.first() {
                self.0.edits.insert(range(first.span).start, format!("case {marks}, 0 / 0: "));
            }
        }
        statement.visit_children_with(self);
    }

    fn visit_fn_decl(&mut self, declaration: &FnDecl) {
        match is_lowered(&declaration.function) {
            true => self.declaration(&declaration.function, &declaration.ident),
            false => declaration.visit_children_with(self),
        }
    }

    /// A default export is a declaration, too; one without a name gets one, and is still called `default`.
    fn visit_export_default_decl(&mut self, export: &ExportDefaultDecl) {
        match &export.decl {
            DefaultDecl::Fn(FnExpr { ident: Some(name), function }) if is_lowered(function) => {
                self.declaration(function, name);
            }
            DefaultDecl::Fn(FnExpr { ident: None, function }) if is_lowered(function) => {
                let from = range(function.span).start;
                let own = make::ident(self.0.fresh.top_level("default"));
                self.name_function(from, None, &own);
                self.0.mark_at_start(function, String::new(), format!("{}, \"default\"", own.sym));
                self.lower(function, from, Objects::Program(Some(own)));
            }
            _ => export.visit_children_with(self),
        }
    }

    fn visit_fn_expr(&mut self, expr: &FnExpr) {
        if !is_lowered(&expr.function) {
            return expr.visit_children_with(self);
        }
        let span = range(expr.function.span);
        let (objects, mark) = self.0.expression(&expr.function, expr.ident.as_ref());
        if let Some(ExpressionMark { own }) = mark {
            let mark = self.0.helper(Helper::GeneratorFunction);
            let mut close = ")".to_owned();
            if let Some(own) = own {
                self.name_function(span.start, expr.ident.as_ref(), &own);
                close = format!(", {})", self.0.name_of_function(&expr.function));
            }
            self.0.edits.open(&span, format!("{}(", mark.sym));
            self.0.edits.close(&span, close);
        }
        self.lower(&expr.function, span.start, objects);
    }

    fn visit_method_prop(&mut self, method: &MethodProp) {
        if !is_lowered(&method.function) {
            return method.visit_children_with(self);
        }
        method.key.visit_with(self);
        let from = range(method.span()).start;
        let mut objects = Objects::Program(None);
        if let (Some(key), Some(body)) = (plain_key(method), &method.function.body) {
            let (made, mark) = self.0.expression(&method.function, None);
            if let Some(ExpressionMark { own: Some(own) }) = mark {
                let mark = self.0.helper(Helper::GeneratorFunction).sym;
                let rest = range(key).end..range(body.span).end;
                self.0.edits.open(&rest, format!(": {mark}(function {}", own.sym));
                self.0.edits.close(&rest, format!(", {})", self.0.name_of_function(&method.function)));
                objects = made;
            }
        }
        self.lower(&method.function, from, objects);
    }

    /// `new function* () {}` -> `new (mark(function () {}))`: the parentheses keep `new` from taking the mark's arguments.
    fn visit_new_expr(&mut self, new: &NewExpr) {
        if let Some(function) = first_function(&new.callee).filter(|function| is_lowered(&function.function)) {
            let span = range(function.function.span);
            self.0.edits.open(&span, "(");
            self.0.edits.close(&span, ")");
        }
        new.visit_children_with(self);
    }

    fn visit_class_method(&mut self, method: &ClassMethod) {
        if !is_lowered(&method.function) {
            return method.visit_children_with(self);
        }
        method.key.visit_with(self);
        method.function.decorators.visit_with(self);
        self.guard(range(method.span).start);
        let from = method.function.decorators.last().map_or(range(method.span).start, |last| range(last.span).end);
        self.lower(&method.function, from, Objects::Program(None));
    }

    fn visit_private_method(&mut self, method: &PrivateMethod) {
        if !is_lowered(&method.function) {
            return method.visit_children_with(self);
        }
        method.function.decorators.visit_with(self);
        self.guard(range(method.span).start);
        let from = method.function.decorators.last().map_or(range(method.span).start, |last| range(last.span).end);
        self.lower(&method.function, from, Objects::Program(None));
    }

    fn visit_expr(&mut self, expr: &Expr) {
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || expr.visit_children_with(self));
    }
}

/// The function expression that a callee begins with.
fn first_function(callee: &Expr) -> Option<&FnExpr> {
    match callee {
        Expr::Fn(function) => Some(function),
        Expr::Member(member) => first_function(&member.obj),
        Expr::TaggedTpl(tagged) => first_function(&tagged.tag),
        _ => None,
    }
}
