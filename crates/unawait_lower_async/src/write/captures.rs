//! Where a capture is read, and the expression that the wrapper makes it with. `plan::captures` tells why captures are.

use std::ops::Range;

use unawait_runtime::Helper;
use unawait_syntax::inventory::{Lexical, LexicalKind, SuperKey, SuperUse};
use unawait_syntax::lex::next_token;
use unawait_text::Text;

use super::writer::Writer;
use crate::plan::captures::{Capture, CaptureKind, Site};

impl Capture {
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
