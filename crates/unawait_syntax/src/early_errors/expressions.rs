//! Expressions: `super()`, `import()`, `delete`, object literals and strings.

use swc_common::{Span, Spanned};
use swc_ecma_ast::*;

use super::checker::Checker;
use crate::lex::next_token;
use crate::positions::range;

impl Checker<'_> {
    /// > It is a Syntax Error if FunctionBody Contains SuperCall is true.
    ///
    /// And so for everything but the constructors of derived classes and arrow functions in them:
    /// <https://tc39.es/ecma262/#sec-class-definitions-static-semantics-early-errors>,
    /// <https://tc39.es/ecma262/#sec-method-definitions-static-semantics-early-errors>,
    /// <https://tc39.es/ecma262/#sec-async-function-definitions-static-semantics-early-errors>
    pub(super) fn contains_super_call(&mut self, word: Span) {
        if !self.context.super_call {
            self.error("super", "'super' keyword unexpected here", word);
            self.help("`super()` is for the constructors of classes that extend another");
        }
    }

    /// > It is a Syntax Error if FunctionBody Contains SuperProperty is true.
    ///
    /// And so for everything but methods, initializers, static blocks, and arrow functions in them; the parser forgets
    /// about keys of classes. <https://tc39.es/ecma262/#sec-function-definitions-static-semantics-early-errors>,
    /// <https://tc39.es/ecma262/#sec-scripts-static-semantics-early-errors>
    pub(super) fn contains_super_property(&mut self, word: Span) {
        if !self.context.super_property {
            self.error("super", "'super' keyword unexpected here", word);
            self.help("`super.x` is for methods");
        }
    }

    /// > It is a Syntax Error if any source text is matched by this production.
    ///
    /// For `PropertyDefinition : CoverInitializedName`, where it is not covered by a pattern after all:
    /// <https://tc39.es/ecma262/#sec-object-initializer-static-semantics-early-errors>
    pub(super) fn cover_initialized_name(&mut self, property: &AssignProp) {
        self.error("cover-initializer", "Invalid shorthand property initializer", property.span);
        self.help("`{ a = 1 }` is a pattern; in an object it is `{ a: 1 }`");
    }

    /// The words `target` and `meta` must not be escaped: <https://tc39.es/ecma262/#sec-grammar-notation>
    pub(super) fn meta_property_word(&mut self, meta: &MetaPropExpr) {
        let (name, word) = match meta.kind {
            MetaPropKind::NewTarget => ("new.target", "target"),
            MetaPropKind::ImportMeta => ("import.meta", "meta"),
        };
        if !self.text(meta.span).ends_with(word) {
            self.error("escaped-keyword", format!("'{name}' must not contain escaped characters"), meta.span);
        }
    }

    /// A NewTarget stands in functions only, arrow functions aside:
    /// <https://tc39.es/ecma262/#sec-scripts-static-semantics-early-errors>,
    /// <https://tc39.es/ecma262/#sec-module-semantics-static-semantics-early-errors>. The parser forgets about keys and
    /// the heritage of classes.
    pub(super) fn contains_new_target(&mut self, meta: &MetaPropExpr) {
        if meta.kind == MetaPropKind::NewTarget && !self.context.new_target {
            self.error("new-target", "new.target expression is not allowed here", meta.span);
            self.help("`new.target` is for functions");
        }
    }

    /// `( Expression )`: <https://tc39.es/ecma262/#prod-ParenthesizedExpression>. Before a parenthesis, the parser
    /// passes over a `=>`.
    pub(super) fn parenthesized_expression(&mut self, node: &ParenExpr) {
        // Those of a repair are not in the source.
        let is_written = self.text(node.span).starts_with('(');
        let end = next_token(self.source, range(node.expr.span()).end);
        if is_written && !self.source[end..].starts_with(')') {
            self.error_at("syntax", "Expected `)`", end..end + 1);
        }
    }

    /// `?.` is one token, and none before a digit. The parser takes `a ? .b` for it:
    /// <https://tc39.es/ecma262/#prod-OptionalChainingPunctuator>
    pub(super) fn optional_chain_token(&mut self, node: &OptChainExpr) {
        let object = match &*node.base {
            OptChainBase::Member(member) => &member.obj,
            OptChainBase::Call(call) => &call.callee,
        };
        let start = next_token(self.source, range(object.span()).end);
        if node.optional && !self.source[start..].starts_with("?.") {
            self.error_at("syntax", "An optional chain is written `?.`, in one", start..start + 1);
        }
    }

    /// > It is a Syntax Error if PropertyNameList of PropertyDefinitionList contains any duplicate entries for
    /// > "__proto__" and at least two of those entries were obtained from productions of the form
    /// > `PropertyDefinition : PropertyName : AssignmentExpression`.
    ///
    /// <https://tc39.es/ecma262/#sec-object-initializer-static-semantics-early-errors>
    pub(super) fn duplicate_proto(&mut self, object: &ObjectLit) {
        let keys = object.props.iter().filter_map(|property| match property {
            PropOrSpread::Prop(property) => match &**property {
                Prop::KeyValue(KeyValueProp { key: PropName::Ident(key), .. }) => {
                    (&*key.sym == "__proto__").then_some(key.span)
                }
                Prop::KeyValue(KeyValueProp { key: PropName::Str(key), .. }) => {
                    (key.value.as_str() == Some("__proto__")).then_some(key.span)
                }
                _ => None,
            },
            PropOrSpread::Spread(_) => None,
        });
        for span in keys.skip(1) {
            self.error("duplicate-proto", "Duplicate __proto__ fields are not allowed in object literals", span);
        }
    }

    /// The contextual keywords `get` and `set` must not be escaped: <https://tc39.es/ecma262/#sec-grammar-notation>
    pub(super) fn accessor_word(&mut self, from: usize, word: &str) {
        let start = next_token(self.source, from);
        if !self.source[start..].starts_with(word) {
            self.error_at("escaped-keyword", "Keyword must not contain escaped characters", start..start + 1);
        }
    }

    /// > It is a Syntax Error if IsStrict(the UnaryExpression) is true and the derived UnaryExpression is
    /// > `PrimaryExpression : IdentifierReference`, `MemberExpression : MemberExpression . PrivateIdentifier`,
    /// > `CallExpression : CallExpression . PrivateIdentifier`, `OptionalChain : ?. PrivateIdentifier`, or
    /// > `OptionalChain : OptionalChain . PrivateIdentifier`.
    ///
    /// In parentheses too: <https://tc39.es/ecma262/#sec-delete-operator-static-semantics-early-errors>
    pub(super) fn delete_operator(&mut self, expression: &UnaryExpr) {
        let member = match unparenthesized(&expression.arg) {
            Expr::Ident(ident) if self.context.strict => {
                let message = "Delete of an unqualified identifier in strict mode";
                return self.error("delete", message, ident.span);
            }
            Expr::Member(member) => member,
            Expr::OptChain(OptChainExpr { base, .. }) => match &**base {
                OptChainBase::Member(member) => member,
                OptChainBase::Call(_) => return,
            },
            _ => return,
        };
        if let MemberProp::PrivateName(name) = &member.prop {
            self.error("delete", "Private fields can not be deleted", name.span);
        }
    }

    /// `import(specifier)`, `import(specifier, options)`: no spread, and one argument for `import.source` and
    /// `import.defer`, <https://tc39.es/ecma262/#prod-ImportCall>
    pub(super) fn import_call(&mut self, import: &Import, arguments: &[ExprOrSpread]) {
        let name = match import.phase {
            ImportPhase::Evaluation => "import()",
            ImportPhase::Source => "import.source()",
            ImportPhase::Defer => "import.defer()",
        };
        if let Some(spread) = arguments.iter().find_map(|argument| argument.spread) {
            self.error("import-call", format!("{name} takes no spread arguments"), spread);
        } else if import.phase != ImportPhase::Evaluation
            && let [_, second, ..] = arguments
        {
            self.error("import-call", format!("{name} takes one argument"), second.span());
        }
    }

    /// `new` takes a MemberExpression; ImportCalls and optional chains are none:
    /// <https://tc39.es/ecma262/#prod-MemberExpression>
    pub(super) fn new_callee(&mut self, callee: &Expr) {
        let mut root = callee;
        loop {
            root = match root {
                Expr::Member(member) => &member.obj,
                Expr::TaggedTpl(tagged) => &tagged.tag,
                Expr::Call(CallExpr { callee: Callee::Expr(callee), .. }) => callee,
                Expr::Call(CallExpr { callee: Callee::Import(import), .. }) => {
                    self.error("import-call", "Cannot use new with import", import.span);
                    return self.help("put parentheses around the import");
                }
                Expr::OptChain(chain) => {
                    self.error("new-chain", "Invalid optional chain from new expression", chain.span);
                    return self.help("put parentheses around the chain");
                }
                _ => return,
            }
        }
    }

    /// > It is a Syntax Error if IsStrict(this production) is true.
    ///
    /// For LegacyOctalIntegerLiteral and NonOctalDecimalIntegerLiteral. The parser forgets about it in arrow functions:
    /// <https://tc39.es/ecma262/#sec-numeric-literals-early-errors>
    pub(super) fn legacy_octal_integer_literal(&mut self, number: &Number) {
        if self.context.strict
            && let Some([b'0', b'0'..=b'9', ..]) = number.raw.as_ref().map(|raw| raw.as_bytes())
        {
            self.error("octal-literal", "Octal literals are not allowed in strict mode", number.span);
            self.help("write `0o` before an octal number");
        }
    }

    /// > It is a Syntax Error if IsStrict(this phrase) is true.
    ///
    /// For LegacyOctalEscapeSequence and NonOctalDecimalEscapeSequence, in the directives before "use strict" too:
    /// <https://tc39.es/ecma262/#sec-string-literals-early-errors>
    pub(super) fn legacy_escape_sequence(&mut self, string: &Str) {
        if !self.context.strict {
            return;
        }
        let Some(raw) = &string.raw else { return };
        let message = match legacy_escape(raw.as_bytes()) {
            Some(b'8' | b'9') => "\\8 and \\9 are not allowed in strict mode",
            Some(_) => "Octal escape sequences are not allowed in strict mode",
            None => return,
        };
        self.error("octal-escape", message, string.span);
        self.help("write `\\x` and two hexadecimal digits");
    }
}

/// The expression within any number of parentheses.
pub(super) fn unparenthesized(mut expression: &Expr) -> &Expr {
    while let Expr::Paren(inner) = expression {
        expression = &inner.expr;
    }
    expression
}

/// The first digit of the first escape sequence that strict mode code must not have.
fn legacy_escape(text: &[u8]) -> Option<u8> {
    let mut at = 0;
    while let Some(backslash) = memchr::memchr(b'\\', &text[at..]).map(|offset| at + offset) {
        let (digit, next) = (text.get(backslash + 1).copied()?, text.get(backslash + 2).copied());
        match digit {
            b'1'..=b'9' => return Some(digit),
            b'0' if next.is_some_and(|next| next.is_ascii_digit()) => return Some(digit),
            _ => at = backslash + 2,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::early_errors::{accepts, refuses};

    #[test]
    fn contains_super_call() {
        const SUPER: &str = "'super' keyword unexpected here";
        accepts("class A extends B { constructor(x = super()) { async () => super(); class C { [super()]() {} } } }");
        refuses("class A extends B { async m() { super(); } }", SUPER);
        refuses("class A { constructor() { super(); } }", SUPER);
        refuses("class A extends B { x = super(); }", SUPER);
        refuses("async () => super();", SUPER);
    }

    #[test]
    fn contains_super_property() {
        const SUPER: &str = "'super' keyword unexpected here";
        accepts("class C { a = super.a; static { super.a; } async m(b = super.b) { class D { [super.c]() {} } } }");
        accepts("({ async m() { async () => super.a; }, get b() { return super.b; } })");
        refuses("async () => { class C { [super.a]() {} } }", SUPER);
        refuses("class C { m() { async function f() { class D { static [(() => super.a)()] = 1; } } } }", SUPER);
    }

    #[test]
    fn cover_initialized_name() {
        const COVER: &str = "Invalid shorthand property initializer";
        accepts("async ({ a = 1 }) => { ({ b = 1 } = a); [{ b = 1 }] = a; for ({ b = 1 } of a); f({ b = 1 } = a); }");
        refuses("f({ a = 1 }, async () => {})", COVER);
        refuses("async () => { [{ a = 1 }].b = await 1; }", COVER);
        refuses("async () => { for ({ a = 1 }.b of c); }", COVER);
    }

    #[test]
    fn meta_property_word() {
        accepts("async function f() { new.target; new /* \\ */ . target; }");
        refuses("async function f() { new.t\\u0061rget; }", "'new.target' must not contain escaped characters");
    }

    #[test]
    fn duplicate_proto() {
        accepts("async x => ({ __proto__: x, __proto__() {}, ['__proto__']: x, __proto__ })");
        accepts("({ __proto__: a, __proto__: b } = {}); async ({ __proto__: a, '__proto__': b }) => {};");
        refuses(
            "async x => ({ __proto__: x, '__proto__': await x })",
            "Duplicate __proto__ fields are not allowed in object literals",
        );
    }

    #[test]
    fn accessor_word() {
        const ESCAPED: &str = "Keyword must not contain escaped characters";
        accepts("({ get\nx() {}, set /* */ x(v) {}, get: 1, set() {}, g\\u0065t: 1 })");
        accepts(
            "class C { static get x() {} get /* */ static() {} static set\n#x(v) {} static get get() {} g\\u0065t() {} }",
        );
        accepts("class C { @d static get x() {} @(d) @d() /* */ set x(v) {} get #y() {} }");
        refuses("({ g\\u0065t x() {} })", ESCAPED);
        refuses("class C { static s\\u0065t x(v) {} }", ESCAPED);
    }

    #[test]
    fn delete_operator() {
        accepts("async o => { delete o; delete o?.x; 'use strict'; }");
        refuses("class C { #x; async f() { delete this.#x; } }", "Private fields can not be deleted");
        refuses("class C { #x; async f(o) { delete ((o?.a.#x)); } }", "Private fields can not be deleted");
        refuses("class C { async f(o) { delete ((o)); } }", "Delete of an unqualified identifier in strict mode");
    }

    #[test]
    fn import_call() {
        accepts("async x => { import(await x); import(x, {},); new (import(x))(); new (import(x).y)(); }");
        refuses("async x => import(...x)", "import() takes no spread arguments");
        refuses("async x => import.source(...x)", "import.source() takes no spread arguments");
        refuses("async x => import.defer(x, x)", "import.defer() takes one argument");
    }

    #[test]
    fn contains_new_target() {
        const TARGET: &str = "new.target expression is not allowed here";
        accepts("function f() { () => new.target; class C extends new.target { [new.target]() {} } }");
        accepts("class C { x = new.target; static { new.target } async m(a = () => new.target) { new.target } }");
        refuses("class C { async [new.target]() {} }", TARGET);
        refuses("class C extends new.target { async m() {} }", TARGET);
        refuses("class C { async [(() => new.target)()]() {} }", TARGET);
    }

    #[test]
    fn parenthesized_expression() {
        accepts("async () => { (a /* ) => */ ); ((b)\n); (c => c); (await d, e); }");
        refuses("async () => { f((a.b => )); }", "Expected `)`");
    }

    #[test]
    fn optional_chain_token() {
        const CHAIN: &str = "An optional chain is written `?.`, in one";
        accepts("async () => { a ?.b; a\n?. b; a?.5:1; a ? .5 : 1; (a)?.[b]?.(c).d; }");
        refuses("async a => a ? .length", CHAIN);
        refuses("async a => a ? /**/ .b.c", CHAIN);
    }

    #[test]
    fn new_callee() {
        refuses("async x => new x?.y.z()", "Invalid optional chain from new expression");
        refuses("async x => new import(x)", "Cannot use new with import");
        refuses("async x => new import(x).y()", "Cannot use new with import");
    }

    #[test]
    fn legacy_octal_integer_literal() {
        accepts("async () => { 'use strict'; [0, 0.5, 0x1, 0o7, 0n, 10]; }; async () => 010;");
        refuses("async () => { 'use strict'; 010; }", "Octal literals are not allowed in strict mode");
    }

    #[test]
    fn legacy_escape_sequence() {
        const OCTAL: &str = "Octal escape sequences are not allowed in strict mode";
        accepts("async function f() { '\\01'; } function g() { '\\0\\\\1'; 'use strict'; }");
        refuses("async function f() { '\\01'; 'use strict'; }", OCTAL);
        refuses("async function f() { 'a\\7'; 'use strict'; }", OCTAL);
        refuses("async function f() { 'use strict'; '\\8'; }", "\\8 and \\9 are not allowed in strict mode");
    }
}
