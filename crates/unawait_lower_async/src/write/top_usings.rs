//! ```js
//! using a = x;  export const v = S;  function f() {}  export class C {}
//! // becomes
//! const using_1 = __using(); try { var a = using_1.use(x); var v = S; } catch (e) { using_1.fail(e); using_1.dispose(); }
//! function f() {}
//! try { var C = class C {}; } catch (e) { using_1.fail(e); using_1.dispose(); } using_1.dispose(); export { v, C };
//! ```
//!
//! What is declared is still seen by the whole file and its importers, with live bindings. Why not one `try`: functions
//! are hoisted, and importers in a cycle may call exported ones before the module has run; imports and exports stand at
//! the top level only. So each stays where it is, between two `try`s. The first one that fails disposes and throws, and
//! nothing behind it runs: disposal of a module or function body at its end
//! (<https://tc39.es/proposal-explicit-resource-management/#sec-disposeresources>). Not kept: that `let`, `const` and
//! classes are dead before their declaration, and that a constant cannot be assigned to.
//!
//! A CommonJS file may return at its top level; then a flag says whether a `try` was left in another way than by its end.

use unawait_runtime::Helper;
use unawait_syntax::FreshNames;
use unawait_syntax::inventory::{FunctionId, TopForm, TopItem, TopUsings};

use super::writer::Writer;

impl Writer<'_> {
    /// Puts everything from the first `using` on into `try`s, with `name` for the resources.
    pub fn top_usings(&mut self, top: &TopUsings, name: &str, fresh: &mut FreshNames) {
        let helper = self.helper(Helper::Using);
        let caught = self.caught(FunctionId::FILE, fresh);
        let dispose = self.dispose(name, FunctionId::FILE, top.is_await, &caught);
        let fail = format!("catch ({caught}) {{ {name}.fail({caught});");
        let (begin, open, close) = match top.returns {
            false => (String::new(), "try {".to_owned(), format!("}} {fail} {dispose} }}")),
            true => {
                let left = fresh.name("left");
                let finally = format!("finally {{ if ({left}) {dispose} }}");
                // What stands before may end without a semicolon.
                let close = format!(";{left} = false; }} {fail} }} {finally}");
                (format!(" let {left};"), format!("{left} = true; try {{"), close)
            }
        };
        let Some(first) = top.items.first() else { return };
        self.edits.open(&(first.span.start..usize::MAX), format!("const {name} = {helper}();{begin} "));
        let stays = |item: &TopItem| item.form == TopForm::Fixed;
        let parts: Vec<&[TopItem]> =
            top.items.chunk_by(|one, next| stays(one) == stays(next)).filter(|part| !stays(&part[0])).collect();
        for (index, part) in parts.iter().enumerate() {
            let span = part[0].span.start..part[part.len() - 1].span.end;
            let is_last = index + 1 == parts.len();
            let end = if is_last { format!(" {dispose}") } else { String::new() };
            self.edits.open(&span, format!("{open} "));
            self.edits.close(&span, format!(" {close}{end}"));
        }
        let exports: Vec<String> = top.items.iter().flat_map(|item| self.top_item(item, fresh)).collect();
        if let (Some(last), false) = (parts.last().and_then(|part| part.last()), exports.is_empty()) {
            self.edits.end(last.span.end, format!(" export {{ {} }};", exports.join(", ")));
        }
    }

    /// Makes a `var` of what an item declares. Answers what it exports.
    fn top_item(&mut self, item: &TopItem, fresh: &mut FreshNames) -> Vec<String> {
        let TopItem { span, form, export, names } = item;
        let mut exports: Vec<String> = names.iter().filter(|_| export.is_some()).map(ToString::to_string).collect();
        match form {
            TopForm::Fixed => return Vec::new(),
            TopForm::Statement => {}
            TopForm::Lexical { word } => self.edits.replace(word.clone(), "var"),
            TopForm::Class { name } => {
                self.edits.open(span, format!("var {name} = "));
                self.edits.close(span, ";");
                if names.is_empty() && export.is_some() {
                    exports.push(format!("{name} as default"));
                }
            }
            TopForm::Default { end, is_anonymous } => {
                let name = fresh.name("default");
                let (open, close) = if *is_anonymous { ("{ default: ", " }.default") } else { ("", "") };
                self.edits.open(span, format!("var {name} = {open}"));
                let semicolon = if *end == span.end { ";" } else { "" };
                self.edits.close(&(span.start..*end), format!("{close}{semicolon}"));
                exports.push(format!("{name} as default"));
            }
        }
        if let Some(words) = export {
            self.remove_word(words);
        }
        exports
    }
}
