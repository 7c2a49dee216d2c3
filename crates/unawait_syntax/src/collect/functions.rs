//! Functions: their kinds, scopes and names, and how the async ones are written.

use std::ops::Range;

use rustc_hash::FxHashSet;

use swc_common::Spanned;
use swc_ecma_ast::*;
use swc_ecma_visit::VisitWith;

use super::{Collector, Context};
use crate::inventory::{
    Function as Info, FunctionId, FunctionKind, FunctionName, FunctionText, Member, Name, Param as ParamText,
    ParamForm, ScopeId, ScopeKind, Start,
};
use crate::lex::{Cursor, find_token, next_token};
use crate::positions::range;

/// What a function is made of, whatever swc's node for it.
pub(super) struct Parts<'n> {
    pub kind: FunctionKind,
    pub is_async: bool,
    pub is_generator: bool,
    pub name: FunctionName,
    pub called_at_once: bool,
    pub in_new_callee: bool,
    pub params: Vec<&'n Pat>,
    /// The decorators of each parameter of a method; none are noted of other functions.
    pub param_decorators: Vec<&'n [Decorator]>,
    /// The names of TypeScript's parameter properties.
    pub param_properties: Vec<&'n Ident>,
    pub types: Types<'n>,
    pub body: Body<'n>,
    /// From the first token that belongs to it to the last.
    pub span: Range<usize>,
    /// Where `async` stands, or a token before it.
    pub async_from: usize,
    /// For a method: where it is one. Its key comes before the parameters.
    pub member: Option<Member>,
}

/// The types around a function's parameters, which stay where they are.
#[derive(Clone, Copy, Default)]
pub(super) struct Types<'n> {
    pub params: Option<&'n TsTypeParamDecl>,
    pub returned: Option<&'n TsTypeAnn>,
    /// TypeScript's parameter `this`, which exists for types only.
    pub this: Option<&'n TsThisParam>,
}

#[derive(Clone, Copy)]
pub(super) enum Body<'n> {
    Block(&'n FunctionBody),
    Concise(&'n Expr),
    /// A body without a function around it: a class field's initialiser.
    Initializer(&'n Expr),
    StaticBlock(&'n BlockStmt),
}

impl Body<'_> {
    /// Where a body begins that is behind parameters.
    fn start(&self) -> Option<usize> {
        match self {
            Body::Block(block) => Some(range(block.span).start),
            Body::Concise(expr) => Some(range(expr.span()).start),
            Body::Initializer(_) | Body::StaticBlock(_) => None,
        }
    }
}

impl Collector<'_> {
    pub(super) fn function_declaration(&mut self, declaration: &FnDecl) {
        if declaration.declare || declaration.function.body.is_none() {
            return;
        }
        let name = FunctionName::Own(declaration.ident.sym.clone(), range(declaration.ident.span));
        self.ident_of_declaration(&declaration.ident);
        self.warnings.function(&declaration.ident.sym, &declaration.function);
        let id = self.function(function_parts(FunctionKind::Declaration, &declaration.function, name));
        let scope = self.scope;
        // In sloppy code a plain function in a block may be a variable of the function around it, too (Annex B).
        if !self.strict && self.inventory[scope].kind != ScopeKind::Body {
            let body = self.body_scope();
            let function = &declaration.function;
            if !function.is_async && !function.is_generator {
                self.inventory[body].declared.insert(declaration.ident.sym.clone());
            }
        }
        let previous = self.inventory[scope].functions.insert(declaration.ident.sym.clone(), id);
        if let Some(previous) = previous {
            self.inventory[previous].replaced = true;
        }
    }

    pub(super) fn default_function(&mut self, expression: &FnExpr) {
        if expression.function.body.is_none() {
            return;
        }
        let name = match &expression.ident {
            Some(ident) => FunctionName::Own(ident.sym.clone(), range(ident.span)),
            None => FunctionName::Inferred("default".into()),
        };
        self.function(function_parts(FunctionKind::DefaultDeclaration, &expression.function, name));
    }

    /// A declaration's own name, for the sake of a `yield` there.
    fn ident_of_declaration(&mut self, ident: &Ident) {
        self.bind(|this| this.ident(ident, crate::inventory::NameRole::Name));
    }

    pub(super) fn function_expression(&mut self, expression: &FnExpr, context: Context) {
        let Context { called: called_at_once, in_new_callee, .. } = context;
        let with = |name| Parts {
            called_at_once,
            in_new_callee,
            ..function_parts(FunctionKind::Expression, &expression.function, name)
        };
        match &expression.ident {
            None => {
                self.function(with(context.name));
            }
            Some(ident) => {
                self.in_scope(ScopeKind::Inner, None, |this| {
                    let scope = this.scope;
                    this.inventory[scope].declared.insert(ident.sym.clone());
                    this.function(with(FunctionName::Own(ident.sym.clone(), range(ident.span))));
                });
            }
        }
    }

    pub(super) fn arrow_function(&mut self, arrow: &ArrowExpr, context: Context) {
        self.function(Parts {
            kind: FunctionKind::Arrow,
            is_async: arrow.is_async,
            is_generator: false,
            name: context.name,
            called_at_once: context.called,
            in_new_callee: false,
            params: arrow.params.iter().collect(),
            param_decorators: Vec::new(),
            param_properties: Vec::new(),
            types: Types { params: arrow.type_params.as_deref(), returned: arrow.return_type.as_deref(), this: None },
            body: match &*arrow.body {
                ArrowFunctionBody::FunctionBody(body) => Body::Block(body),
                ArrowFunctionBody::Expr(expr) => Body::Concise(expr),
            },
            span: range(arrow.span),
            async_from: range(arrow.span).start,
            member: None,
        });
    }

    /// A method of an object literal or a class. `from` is where `async` stands, or a decorator or `static` before it.
    pub(super) fn method(
        &mut self,
        function: &Function,
        name: FunctionName,
        from: usize,
        member: Member,
    ) -> FunctionId {
        let async_from = function.decorators.last().map_or(from, |decorator| range(decorator.span).end);
        let mut modifiers = Cursor::new(self.source, async_from);
        // `static`, and what TypeScript has besides.
        while function.is_async && !modifiers.comes_word("async") && modifiers.take_name().is_some() {}
        let async_from = modifiers.next_token();
        let parts = function_parts(FunctionKind::Method, function, name);
        self.function(Parts { async_from, member: Some(member), ..parts })
    }

    /// Notes a function and visits what is in it.
    pub(super) fn function(&mut self, parts: Parts) -> FunctionId {
        let id = FunctionId(self.inventory.functions.len());
        let prologue = match parts.body {
            Body::Block(body) => Some(self.prologue(&body.stmts)),
            _ => None,
        };
        let outer_strict = self.strict;
        self.strict |= prologue.as_ref().is_some_and(|prologue| prologue.use_strict);
        let own_scope = ScopeId(self.inventory.scopes.len());
        self.inventory.functions.push(Info {
            is_async: parts.is_async,
            is_generator: parts.is_generator,
            strict: self.strict,
            outer: Some(self.function),
            name: parts.name.clone(),
            called_at_once: parts.called_at_once,
            in_new_callee: parts.in_new_callee,
            ..Info::new(parts.kind, self.scope, own_scope)
        });
        if parts.is_async {
            self.inventory[id].text = self.function_text(&parts, prologue.as_ref());
        }
        let outer = std::mem::replace(&mut self.function, id);
        let updating = self.updating.take();
        let assigned_before = self.assigned.len();
        let loops = std::mem::take(&mut self.loops);
        let binding = std::mem::replace(&mut self.binding, false);
        if parts.is_async {
            self.async_depth += 1;
            self.used.push(FxHashSet::default());
        }
        self.in_scope(ScopeKind::Head, None, |this| {
            let scope = this.scope;
            for param in &parts.params {
                this.declare_pattern(scope, param);
            }
            let properties = parts.param_properties.iter().map(|name| name.sym.clone());
            this.inventory[scope].declared.extend(properties);
            this.inventory[scope].bound_from = parts.body.start();
            this.bind(|this| parts.params.iter().for_each(|param| param.visit_with(this)));
            this.body(parts.body, prologue.as_ref());
        });
        if parts.is_async {
            self.async_depth -= 1;
            let free = self.used.pop().unwrap_or_default();
            self.use_all(free.clone());
            self.inventory[id].free = free;
            let own = parts.name.known();
            self.inventory[id].assigns_own_name =
                self.assigned[assigned_before..].iter().any(|(name, ..)| Some(name) == own);
        }
        self.function = outer;
        self.updating = updating;
        self.loops = loops;
        self.binding = binding;
        self.strict = outer_strict;
        id
    }

    fn body(&mut self, body: Body, prologue: Option<&super::scopes::Prologue>) {
        match (body, prologue) {
            (Body::Block(block), Some(prologue)) => {
                let start = self.start(prologue, range(block.span).start + 1);
                self.in_scope(ScopeKind::Body, Some(start), |this| {
                    this.ends_at(block.span);
                    this.items(&block.stmts);
                    this.note_body_vars();
                });
            }
            (Body::Block(block), None) => block.stmts.visit_with(self),
            (Body::Concise(expr) | Body::Initializer(expr), _) => {
                let context = std::mem::take(&mut self.context);
                self.visit_in(context, expr);
            }
            (Body::StaticBlock(block), _) => {
                let start = Start { at: range(block.span).start + 1, wants_semicolon: false };
                self.in_scope(ScopeKind::Body, Some(start), |this| {
                    this.ends_at(block.span);
                    this.items(&block.stmts);
                });
            }
        }
    }

    /// Puts what the open body declares into its function's text.
    fn note_body_vars(&mut self) {
        let declared = self.inventory[self.scope].declared.clone();
        let function = self.function;
        if let Some(text) = &mut self.inventory[function].text {
            text.body_vars = declared;
        }
    }

    /// How an async function is written. `None` if the text is not what the tree says; then it stays as it is.
    fn function_text(&mut self, parts: &Parts, prologue: Option<&super::scopes::Prologue>) -> Option<FunctionText> {
        let source = self.source;
        let async_at = next_token(source, parts.async_from);
        let async_word = async_at..async_at + "async".len();
        debug_assert_eq!(source.get(async_word.clone()), Some("async"), "at {async_at}");
        let mut at = next_token(source, async_word.end);
        let function_word = matches!(
            parts.kind,
            FunctionKind::Declaration | FunctionKind::DefaultDeclaration | FunctionKind::Expression
        )
        .then(|| at..at + "function".len());
        at = function_word.as_ref().map_or(at, |word| next_token(source, word.end));
        let star = parts.is_generator.then_some(at);
        let type_params = parts.types.params.map(|params| range(params.span));
        let open = match (parts.kind, &parts.member, &parts.name) {
            _ if type_params.is_some() => find_token(source, type_params.as_ref()?.end, "(")?,
            (FunctionKind::Arrow, ..) => at,
            (_, Some(member), _) => find_token(source, member.key.end, "(")?,
            (_, None, FunctionName::Own(_, name)) => find_token(source, name.end, "(")?,
            _ => find_token(source, star.map_or(at, |star| star + 1), "(")?,
        };
        let last = parts.params.last().map(|param| pattern_end(param));
        let last = last.or(parts.types.this.map(|this| range(this.span).end));
        let params = match source[open..].starts_with('(') {
            true => open..find_token(source, last.unwrap_or(open + 1), ")")? + 1,
            false => open..last?,
        };
        let head_end = parts.types.returned.map_or(params.end, |returned| range(returned.span).end);
        let arrow = match parts.kind {
            FunctionKind::Arrow => Some(find_token(source, head_end, "=>")?),
            _ => None,
        };
        let (body, concise) = match parts.body {
            Body::Block(block) => (range(block.span), false),
            Body::Concise(expr) | Body::Initializer(expr) => (range(expr.span()), true),
            Body::StaticBlock(block) => (range(block.span), false),
        };
        let body_start = match (prologue, concise) {
            (Some(prologue), false) => self.start(prologue, body.start + 1),
            _ => Start { at: body.start, wants_semicolon: false },
        };
        let this_param = parts.types.this.map(|this| {
            let next = parts.params.first().map_or(params.end - 1, |next| range(next.span()).start);
            range(this.span).start..next
        });
        Some(FunctionText {
            type_params,
            this_param,
            head_end,
            span: parts.span.start.min(async_word.start)..body.end,
            async_word,
            function_word,
            star,
            params,
            param_list: param_texts(parts),
            arrow,
            body,
            concise,
            body_start,
            directives: prologue.map(|prologue| prologue.literals.clone()).unwrap_or_default(),
            body_vars: FxHashSet::default(),
            member: parts.member.clone(),
        })
    }
}

fn function_parts(kind: FunctionKind, function: &Function, name: FunctionName) -> Parts<'_> {
    const NO_BODY: &FunctionBody = &FunctionBody { span: swc_common::DUMMY_SP, stmts: Vec::new() };
    Parts {
        kind,
        is_async: function.is_async,
        is_generator: function.is_generator,
        name,
        called_at_once: false,
        in_new_callee: false,
        params: function.params.iter().map(|param| &param.pat).collect(),
        param_decorators: function.params.iter().map(|param| &param.decorators[..]).collect(),
        param_properties: Vec::new(),
        types: Types {
            params: function.type_params.as_deref(),
            returned: function.return_type.as_deref(),
            this: function.this_param.as_deref(),
        },
        body: Body::Block(function.body.as_ref().unwrap_or(NO_BODY)),
        span: range(function.span),
        async_from: range(function.span).start,
        member: None,
    }
}

/// The end of a parameter, with its type.
fn pattern_end(pattern: &Pat) -> usize {
    let annotation = match pattern {
        Pat::Ident(pattern) => &pattern.type_ann,
        Pat::Array(pattern) => &pattern.type_ann,
        Pat::Object(pattern) => &pattern.type_ann,
        Pat::Rest(pattern) => &pattern.type_ann,
        _ => &None,
    };
    let end = range(pattern.span()).end;
    annotation.as_ref().map_or(end, |annotation| range(annotation.span).end.max(end))
}

fn param_texts(parts: &Parts) -> Vec<ParamText> {
    let decorators = parts.param_decorators.iter().copied().chain(std::iter::repeat(&[][..]));
    let text = |(pattern, decorators): (&&Pat, &[Decorator])| {
        let range = |first: &Decorator, last: &Decorator| range(first.span).start..range(last.span).end;
        let decorators = decorators.first().zip(decorators.last()).map(|(first, last)| range(first, last));
        ParamText { decorators, ..param_text(pattern) }
    };
    parts.params.iter().zip(decorators).map(text).collect()
}

fn param_text(pattern: &Pat) -> ParamText {
    let name = |pattern: &Pat| pattern.as_ident().map(|ident| ident.sym.clone());
    let (form, name): (ParamForm, Option<Name>) = match pattern {
        Pat::Ident(ident) => (ParamForm::Plain, Some(ident.sym.clone())),
        Pat::Assign(assign) => (ParamForm::Default, name(&assign.left)),
        Pat::Rest(rest) => (ParamForm::Rest, name(&rest.arg)),
        _ => (ParamForm::Pattern, None),
    };
    ParamText { form, decorators: None, name }
}
