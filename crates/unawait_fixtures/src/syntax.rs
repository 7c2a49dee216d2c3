//! What a parser says about a program: where the functions are that a target does not leave as they are, and where
//! text may be inserted for them.
//!
//! This asks swc itself and not the library, so that the library is not its own judge.

use std::iter::once;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use swc_common::{BytePos, Span, Spanned};
use swc_ecma_ast::{
    ArrowExpr, ArrowFunctionBody, BlockStmt, CatchClause, Class, ClassMember, ClassMethod, Constructor, DoWhileStmt,
    EsVersion, ForInStmt, ForOfStmt, ForStmt, Function, FunctionBody, IfStmt, LabeledStmt, MethodProp, ModuleItem,
    ObjectLit, PrivateMethod, Program, StaticBlock, Stmt, SwitchCase, SwitchStmt, UsingDecl, WhileStmt, WithStmt,
};
use swc_ecma_parser::lexer::Lexer;
use swc_ecma_parser::{EsSyntax, Parser, StringInput, Syntax};
use swc_ecma_visit::{Visit, VisitWith};
use unawait_compiler::{SourceType, Target};
use unawait_syntax::lex::next_token;

/// What the checks need to know about a program.
#[derive(Debug, Default)]
pub struct Inventory {
    /// How many functions are to be lowered: async ones and, to state machines, generators; nested ones included.
    pub functions: usize,
    /// The outermost of these, from the first byte of the function or method to its last.
    pub outermost: Vec<Range<usize>>,
    /// Where lowering may insert something outside these: the openings (and, for single-statement bodies,
    /// ends) of the scopes around such a function, and the start of the program.
    pub insertable: Vec<Range<usize>>,
}

/// Takes stock of `source`, as it is to be lowered to `target`.
///
/// # Errors
/// When it does not parse.
pub fn inventory(source: &str, source_type: SourceType, target: Target) -> Result<Inventory, String> {
    let program = match source_type {
        SourceType::Unknown => parse(source, SourceType::CommonJs).or_else(|_| parse(source, SourceType::Module))?,
        known => parse(source, known)?,
    };
    let mut stock = Stocktaking { target, end: source.len(), ..Stocktaking::default() };
    // Behind an HTML-like comment, where the parser has the statement begin.
    let start = 0..next_token(source, first_statement(&program));
    stock.inventory.insertable.push(start);
    program.visit_with(&mut stock);
    Ok(stock.inventory)
}

pub(crate) fn parse(source: &str, source_type: SourceType) -> Result<Program, String> {
    let syntax = EsSyntax {
        import_attributes: true,
        explicit_resource_management: true,
        allow_return_outside_function: source_type == SourceType::CommonJs,
        ..EsSyntax::default()
    };
    let end = BytePos(BASE + u32::try_from(source.len()).map_err(|error| error.to_string())?);
    let input = StringInput::new(source, BytePos(BASE), end);
    let mut parser = Parser::new_from(Lexer::new(Syntax::Es(syntax), EsVersion::latest(), input, None));
    // With debug assertions on, the parser panics at some texts.
    let program = catch_unwind(AssertUnwindSafe(|| match source_type {
        SourceType::Module => parser.parse_module().map(Program::Module),
        SourceType::CommonJs => parser.parse_commonjs().map(Program::Script),
        SourceType::Script | SourceType::Unknown => parser.parse_script().map(Program::Script),
    }));
    let program = program.map_err(|_| "the parser panics")?.map_err(|error| error.kind().msg().into_owned())?;
    match parser.take_errors().into_iter().next() {
        Some(error) => Err(error.kind().msg().into_owned()),
        None => Ok(program),
    }
}

/// swc's positions start at 1; 0 is its dummy.
const BASE: u32 = 1;

fn offset(position: BytePos) -> usize {
    (position.0.max(BASE) - BASE) as usize
}

pub(crate) fn range(span: Span) -> Range<usize> {
    offset(span.lo)..offset(span.hi)
}

/// The offset of the first statement after the directives, or 0 for a program without statements.
fn first_statement(program: &Program) -> usize {
    let spans: Vec<(bool, Span)> = match program {
        Program::Module(module) => module.body.iter().map(|item| (is_directive_item(item), item.span())).collect(),
        Program::Script(script) => script.body.iter().map(|item| (is_directive(item), item.span())).collect(),
    };
    let first = spans.iter().find(|(directive, _)| !directive).or(spans.last());
    first.map_or(0, |(_, span)| offset(span.lo))
}

fn is_directive_item(item: &ModuleItem) -> bool {
    matches!(item, ModuleItem::Stmt(statement) if is_directive(statement))
}

fn is_directive(statement: &Stmt) -> bool {
    matches!(statement, Stmt::Expr(statement) if statement.expr.is_lit())
}

/// Walks a program with the openings of the nodes it is in.
#[derive(Default)]
struct Stocktaking {
    target: Target,
    /// The length of the program.
    end: usize,
    inventory: Inventory,
    openings: Vec<Range<usize>>,
    /// How many functions to be lowered the walk is in.
    depth: usize,
    /// The blocks, bodies and loops that the walk is in: one with a `using` is lowered whole.
    regions: Vec<Range<usize>>,
}

impl Stocktaking {
    /// Visits what is inside a node with these openings.
    fn inside(&mut self, openings: impl IntoIterator<Item = Range<usize>>, visit: impl FnOnce(&mut Self)) {
        let before = self.openings.len();
        self.openings.extend(openings);
        visit(self);
        self.openings.truncate(before);
    }

    /// Visits what is inside a node that a `using` declaration may be in.
    fn region(&mut self, span: Span, visit: impl FnOnce(&mut Self)) {
        self.regions.push(range(span));
        visit(self);
        self.regions.pop();
    }

    /// Visits what is inside a function to be lowered which is written in `span`.
    fn inside_lowered(&mut self, span: Range<usize>, visit: impl FnOnce(&mut Self)) {
        self.inventory.functions += 1;
        if self.depth == 0 {
            self.inventory.outermost.push(span);
            self.inventory.insertable.extend(self.openings.iter().cloned());
        }
        self.depth += 1;
        visit(self);
        self.depth -= 1;
    }

    /// A function which is written in `span`: a method's starts before its function does, at `static`,
    /// `async` or the key.
    fn function(&mut self, node: &Function, span: Span) {
        if node.is_async || (node.is_generator && self.target == Target::StateMachines) {
            self.inside_lowered(range(span), |stock| node.visit_children_with(stock));
        } else {
            let opening = node.body.as_ref().map_or(offset(span.hi), body_opening);
            self.inside(once(offset(span.lo)..opening), |stock| node.visit_children_with(stock));
        }
    }
}

/// The offset of a block's first statement; its end if there is none.
fn block_opening(block: &BlockStmt) -> usize {
    block.stmts.first().map_or(offset(block.span.hi), |statement| offset(statement.span().lo))
}

/// The offset of a body's first statement after the directives; its end if there is none.
fn body_opening(body: &FunctionBody) -> usize {
    let first = body.stmts.iter().find(|statement| !is_directive(statement));
    first.map_or(offset(body.span.hi), |statement| offset(statement.span().lo))
}

/// From the start of a node to its body, and the ends of the body: braces may be put around it.
fn around(span: Span, body: Span) -> [Range<usize>; 2] {
    [offset(span.lo)..offset(body.lo), offset(body.hi)..offset(body.hi)]
}

/// A visitor method for a statement with a body that need not be a block.
macro_rules! statements_with_body {
    ($($method:ident: $node:ty),*) => {
        $(fn $method(&mut self, node: &$node) {
            self.inside(around(node.span, node.body.span()), |stock| node.visit_children_with(stock));
        })*
    };
}

impl Visit for Stocktaking {
    fn visit_function(&mut self, node: &Function) {
        self.function(node, node.span);
    }

    fn visit_arrow_expr(&mut self, node: &ArrowExpr) {
        if node.is_async {
            return self.inside_lowered(range(node.span), |stock| node.visit_children_with(stock));
        }
        match &*node.body {
            ArrowFunctionBody::FunctionBody(body) => {
                let opening = offset(node.span.lo)..body_opening(body);
                self.inside(once(opening), |stock| node.visit_children_with(stock));
            }
            ArrowFunctionBody::Expr(expression) => {
                let openings = around(node.span, expression.span());
                self.inside(openings, |stock| node.visit_children_with(stock));
            }
        }
    }

    fn visit_class_method(&mut self, node: &ClassMethod) {
        node.key.visit_with(self);
        self.function(&node.function, node.span);
    }

    fn visit_private_method(&mut self, node: &PrivateMethod) {
        self.function(&node.function, node.span);
    }

    fn visit_method_prop(&mut self, node: &MethodProp) {
        node.key.visit_with(self);
        self.function(&node.function, node.span());
    }

    fn visit_constructor(&mut self, node: &Constructor) {
        let opening = node.body.as_ref().map_or(offset(node.span.hi), body_opening);
        self.inside(once(offset(node.span.lo)..opening), |stock| node.visit_children_with(stock));
    }

    fn visit_block_stmt(&mut self, node: &BlockStmt) {
        self.region(node.span, |stock| {
            // A sloppy one that declares a generator is put into a block of its own.
            let places = [offset(node.span.lo)..block_opening(node), offset(node.span.hi) - 1..offset(node.span.hi)];
            stock.inside(places, |stock| node.visit_children_with(stock));
        });
    }

    fn visit_function_body(&mut self, node: &FunctionBody) {
        self.region(node.span, |stock| node.visit_children_with(stock));
    }

    fn visit_using_decl(&mut self, node: &UsingDecl) {
        if self.depth == 0 {
            // At the top level, all that comes behind it is lowered.
            let rest = || offset(node.span.lo)..self.end;
            let region = self.regions.last().cloned().unwrap_or_else(rest);
            self.inventory.outermost.push(region);
            self.inventory.insertable.extend(self.openings.iter().cloned());
        }
        node.visit_children_with(self);
    }

    fn visit_for_of_stmt(&mut self, node: &ForOfStmt) {
        self.region(node.span, |stock| {
            stock.inside(around(node.span, node.body.span()), |stock| node.visit_children_with(stock));
        });
    }

    fn visit_static_block(&mut self, node: &StaticBlock) {
        self.inside(once(offset(node.span.lo)..block_opening(&node.body)), |stock| node.visit_children_with(stock));
    }

    fn visit_class(&mut self, node: &Class) {
        let first = node.body.iter().find(|member| !matches!(member, ClassMember::Empty(_)));
        let opening = first.map_or(offset(node.span.hi), |member| offset(member.span().lo));
        let places = [offset(node.span.lo)..opening, offset(node.span.hi)..offset(node.span.hi)];
        self.inside(places, |stock| node.visit_children_with(stock));
    }

    fn visit_object_lit(&mut self, node: &ObjectLit) {
        let start = offset(node.span.lo);
        self.inside(once(start..start + 1), |stock| node.visit_children_with(stock));
    }

    fn visit_switch_stmt(&mut self, node: &SwitchStmt) {
        let opening = node.cases.first().map_or(node.span.hi, |case| case.span.lo);
        // A sloppy one that declares an async function is put into a block of its own.
        let places = [range(node.span.with_hi(opening)), offset(node.span.hi) - 1..offset(node.span.hi)];
        self.region(node.span, |stock| stock.inside(places, |stock| node.visit_children_with(stock)));
    }

    fn visit_switch_case(&mut self, node: &SwitchCase) {
        let opening = node.cons.first().map_or(node.span.hi, |statement| statement.span().lo);
        self.inside(once(range(node.span.with_hi(opening))), |stock| node.visit_children_with(stock));
    }

    fn visit_catch_clause(&mut self, node: &CatchClause) {
        let opening = offset(node.span.lo)..block_opening(&node.body);
        self.inside(once(opening), |stock| node.visit_children_with(stock));
    }

    fn visit_if_stmt(&mut self, node: &IfStmt) {
        let mut openings = around(node.span, node.cons.span()).to_vec();
        if let Some(alternative) = &node.alt {
            openings.extend(around(alternative.span(), alternative.span()));
        }
        self.inside(openings, |stock| node.visit_children_with(stock));
    }

    statements_with_body!(
        visit_for_stmt: ForStmt,
        visit_for_in_stmt: ForInStmt,
        visit_while_stmt: WhileStmt,
        visit_do_while_stmt: DoWhileStmt,
        visit_with_stmt: WithStmt,
        visit_labeled_stmt: LabeledStmt
    );
}

#[cfg(test)]
mod tests {
    use super::{SourceType, Target, inventory};

    fn outermost(source: &str) -> Vec<&str> {
        let inventory = inventory(source, SourceType::Unknown, Target::Generators).unwrap();
        inventory.outermost.into_iter().map(|span| &source[span]).collect()
    }

    #[test]
    fn async_functions_of_every_form_are_found_whole() {
        let source = "class A { static async m() {} async #p() {} f = async x => x; 'async'() {} }
            ({ async a() {}, async *b() {}, async: 1, get c() { return async function d() {}; } });
            async function e() { async () => {} }";
        assert_eq!(
            outermost(source),
            [
                "static async m() {}",
                "async #p() {}",
                "async x => x",
                "async a() {}",
                "async *b() {}",
                "async function d() {}",
                "async function e() { async () => {} }"
            ]
        );
        assert_eq!(inventory(source, SourceType::Script, Target::Generators).unwrap().functions, 8);
    }

    #[test]
    fn generators_are_to_be_lowered_to_state_machines_only() {
        let source = "function* f() { async () => {} } class A { static *m() {} } ({ *'k'() {}, async *n() {} });";
        assert_eq!(outermost(source), ["async () => {}", "async *n() {}"]);
        let inventory = inventory(source, SourceType::Script, Target::StateMachines).unwrap();
        assert_eq!((inventory.functions, inventory.outermost.len()), (5, 4));
    }

    #[test]
    fn a_modules_own_await_and_a_commonjs_return_are_neither() {
        assert!(outermost("await 1; export {}").is_empty());
        assert!(outermost("return 1").is_empty());
    }
}
