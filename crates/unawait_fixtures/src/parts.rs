//! A program's parts: where its nodes and tokens are.

use std::ops::Range;

use swc_common::{BytePos, Spanned};
use swc_ecma_ast::{
    ArrowExpr, AssignTarget, BlockStmt, CallExpr, CatchClause, Class, ClassMember, Decl, EsVersion, Expr, ExprOrSpread,
    ForHead, Function, FunctionBody, Ident, MemberProp, MethodProp, ModuleItem, ObjectPatProp, Param, Pat, Program,
    PropName, PropOrSpread, Stmt, SwitchCase, Tpl, VarDeclarator,
};
use swc_ecma_parser::lexer::Lexer;
use swc_ecma_parser::{EsSyntax, StringInput, Syntax};
use swc_ecma_visit::{Visit, VisitWith};
use unawait_compiler::SourceType;

use crate::syntax;

/// What a node may be exchanged for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Statement,
    Expression,
    /// What is bound or, in a pattern, assigned to.
    Pattern,
    Target,
    Function,
    /// From the parameters to the body, of a method.
    Method,
    Member,
    Property,
    PatternProperty,
    Argument,
    Parameter,
    Key,
    MemberKey,
    Block,
    Body,
    Case,
    Catch,
    Declarator,
    Head,
    Class,
    Template,
    Name,
    Item,
    Call,
}

/// A part of the program.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub kind: Kind,
    pub span: Range<usize>,
}

/// The parts of a program.
#[derive(Debug)]
pub(crate) struct Tree {
    pub text: String,
    pub nodes: Vec<Node>,
    /// The tokens, in order, as a lexer sees them that knows nothing of the grammar: some regular expressions and
    /// templates are several.
    pub tokens: Vec<Range<usize>>,
    /// Names that are declared at the top level.
    pub declared: Vec<String>,
}

impl Tree {
    /// The parts of `text`.
    ///
    /// # Errors
    /// When it does not parse.
    pub fn parse(text: &str, source_type: SourceType) -> Result<Tree, String> {
        let program = syntax::parse(text, source_type)?;
        let mut nodes = Nodes::default();
        program.visit_with(&mut nodes);
        let declared = match &program {
            Program::Module(module) => {
                let statements = module.body.iter().filter_map(ModuleItem::as_stmt);
                declared(statements)
            }
            Program::Script(script) => declared(script.body.iter()),
        };
        let nodes = nodes.0.into_iter().filter(|node| text.get(node.span.clone()).is_some()).collect();
        Ok(Tree { text: text.to_owned(), nodes, tokens: tokens(text), declared })
    }

    pub fn of(&self, span: &Range<usize>) -> &str {
        &self.text[span.clone()]
    }
}

fn declared<'a>(statements: impl Iterator<Item = &'a Stmt>) -> Vec<String> {
    let mut names = Vec::new();
    for statement in statements {
        match statement {
            Stmt::Decl(Decl::Fn(function)) => names.push(function.ident.sym.to_string()),
            Stmt::Decl(Decl::Var(variables)) => {
                let bound = variables.decls.iter().filter_map(|declarator| declarator.name.as_ident());
                names.extend(bound.map(|name| name.id.sym.to_string()));
            }
            _ => {}
        }
    }
    names
}

fn tokens(text: &str) -> Vec<Range<usize>> {
    let end = BytePos(1 + u32::try_from(text.len()).unwrap_or_default());
    let input = StringInput::new(text, BytePos(1), end);
    let lexer = Lexer::new(Syntax::Es(EsSyntax::default()), EsVersion::latest(), input, None);
    let mut tokens: Vec<Range<usize>> = Vec::new();
    for token in lexer {
        let span = syntax::range(token.span);
        // An erroneous token may be empty, and would come again.
        let goes_on = tokens.last().is_none_or(|last| span.start >= last.end);
        if !goes_on || span.is_empty() || text.get(span.clone()).is_none() {
            break;
        }
        tokens.push(span);
    }
    tokens
}

#[derive(Default)]
struct Nodes(Vec<Node>);

/// A visitor method that notes a node of a kind and goes on inside.
macro_rules! nodes {
    ($($method:ident: $node:ty => $kind:ident),* $(,)?) => {
        impl Visit for Nodes {
            $(fn $method(&mut self, node: &$node) {
                self.0.push(Node { kind: Kind::$kind, span: syntax::range(node.span()) });
                node.visit_children_with(self);
            })*
        }
    };
}

nodes!(
    visit_stmt: Stmt => Statement,
    visit_module_item: ModuleItem => Item,
    visit_expr: Expr => Expression,
    visit_pat: Pat => Pattern,
    visit_assign_target: AssignTarget => Target,
    visit_function: Function => Function,
    visit_arrow_expr: ArrowExpr => Function,
    visit_method_prop: MethodProp => Method,
    visit_class_member: ClassMember => Member,
    visit_prop_or_spread: PropOrSpread => Property,
    visit_object_pat_prop: ObjectPatProp => PatternProperty,
    visit_expr_or_spread: ExprOrSpread => Argument,
    visit_param: Param => Parameter,
    visit_prop_name: PropName => Key,
    visit_member_prop: MemberProp => MemberKey,
    visit_block_stmt: BlockStmt => Block,
    visit_function_body: FunctionBody => Body,
    visit_switch_case: SwitchCase => Case,
    visit_catch_clause: CatchClause => Catch,
    visit_var_declarator: VarDeclarator => Declarator,
    visit_for_head: ForHead => Head,
    visit_class: Class => Class,
    visit_tpl: Tpl => Template,
    visit_ident: Ident => Name,
    visit_call_expr: CallExpr => Call,
);
