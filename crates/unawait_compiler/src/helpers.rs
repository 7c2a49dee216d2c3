//! How a lowered file gets at its helpers, and what they are called in it.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use memchr::memmem;
use unawait_lower_async::Driving;
use unawait_runtime::{Block, Dialect, GLOBALS, Helper, Promises, Variant, inline, with_requirements};
use unawait_syntax::lex::words_with;
use unawait_syntax::{Diagnostic, FreshNames, Inventory, ScriptTag};
use unawait_text::chars::line_break;
use unawait_text::js_string::quote;

use crate::options::{Driver, Helpers, Options, PromisePolicy, SourceType, Target};

/// The global object, whatever names a file has for itself.
const GLOBAL_OBJECT: &str = "(function () {}).constructor(\"return this\")()";

/// Words in the text of helpers that look like their names: a property that engines know, and an annotation that bundlers
/// know.
const NO_NAMES: [&str; 2] = ["__proto__", "__PURE__"];

/// The names of helpers in one file.
pub struct Names {
    variant: Variant,
    /// What top-level names of the helpers get in a file that may be a classic script: a page may hold other versions of
    /// the helpers, and the same ones for the other target.
    tag: Option<ScriptTag>,
    /// What names and globals of the helpers are called, where the file has such a name for itself.
    renamed: BTreeMap<&'static str, String>,
    /// The function that answers the promise class or driver, and the variable that holds its module.
    provider: String,
    module: String,
}

impl Names {
    pub fn new(source: &str, inventory: &Inventory, options: &Options, fresh: &mut FreshNames) -> Self {
        // The helpers' names begin like that.
        let words: BTreeSet<Cow<str>> = words_with(source, "__").collect();
        let tag = fresh.tag().cloned();
        let mut free = |name: &'static str| match &tag {
            Some(tag) => tag.name(name),
            None if words.contains(name) => fresh.name(name),
            None => name.to_owned(),
        };
        let variant = variant(source, options);
        let provider = variant.promises.provider().map(&mut free).unwrap_or_default();
        let module = free("__module");
        let mut renamed = BTreeMap::new();
        // With `none`, the names are what was agreed on.
        let has_names = options.helpers != Helpers::None;
        if has_names && tag.is_none() && !words.is_empty() {
            let taken = Helper::ALL.into_iter().flat_map(Helper::declares).filter(|name| words.contains(*name));
            renamed.extend(taken.map(|name| (name, fresh.name(name))));
        }
        // A file may have a `Promise` of its own.
        let all = if inventory.binds_at_top("globalThis") { GLOBAL_OBJECT } else { "globalThis" };
        for global in GLOBALS.into_iter().filter(|global| inventory.binds_at_top(global)) {
            renamed.insert(global, format!("{all}.{global}"));
        }
        Names { variant, tag: tag.filter(|_| has_names), renamed, provider, module }
    }

    /// What a helper is called.
    pub fn of(&self, helper: Helper) -> String {
        self.other_name(helper.name()).unwrap_or_else(|| helper.name().to_owned())
    }

    /// The names that are not those of the helpers' files, nor tagged.
    pub fn renamed(&self) -> impl Iterator<Item = &String> {
        self.renamed.values().chain([&self.provider, &self.module])
    }

    /// What a name or a global of the helpers is called, if that is not its own name.
    fn other_name(&self, name: &str) -> Option<String> {
        if Some(name) == self.variant.promises.provider() {
            return Some(self.provider.clone());
        }
        let tagged = || {
            self.tag.as_ref().filter(|_| name.starts_with("__") && !NO_NAMES.contains(&name)).map(|tag| tag.name(name))
        };
        self.renamed.get(name).cloned().or_else(tagged)
    }

    pub fn driving(&self, options: &Options) -> Driving {
        let provided = !self.provider.is_empty();
        match (provided, options.helpers == Helpers::None) {
            (false, false) => Driving::Intrinsic,
            // Whoever brings helpers of their own has `__awaiter`, such as tslib's, but hardly the others: the class or
            // the driver is its argument.
            (true, true) if options.promise != PromisePolicy::Global => {
                Driving::Through { promise: format!("{}()", self.provider) }
            }
            _ => Driving::Through { promise: "void 0".into() },
        }
    }

    /// The helpers, and the module that promises or driving come from.
    ///
    /// # Errors
    /// If the file cannot import what it would have to.
    pub fn block(
        &self,
        source: &str,
        used: &[Helper],
        source_type: SourceType,
        options: &Options,
    ) -> Result<Block, Vec<Diagnostic>> {
        if let (Helpers::Import(_) | Helpers::Require(_) | Helpers::Package(_), Some(option)) =
            (&options.helpers, policy_option(options))
        {
            let message = format!("the helpers of a package cannot follow {option}");
            return Err(vec![Diagnostic::error("helpers-kind", message, 0..0).with_help("use --helpers inline")]);
        }
        let captures = |captures: String| Block { captures, definitions: String::new() };
        let mut block = match &options.helpers {
            Helpers::Inline => {
                let all = with_requirements(used.iter().copied(), self.variant);
                inline(&all, self.variant, line_break(source), |name| self.other_name(name))
            }
            Helpers::Import(specifier) => {
                require_kind(source_type, SourceType::Module, "--helpers import", "an `import`")?;
                captures(self.imports(used, specifier))
            }
            Helpers::Require(specifier) => {
                require_kind(source_type, SourceType::CommonJs, "--helpers require", "a `require`")?;
                captures(self.requires(used, specifier))
            }
            Helpers::Package(specifier) => match source_type {
                SourceType::Module => captures(self.imports(used, specifier)),
                SourceType::CommonJs | SourceType::Unknown => captures(self.requires(used, specifier)),
                SourceType::Script => return Err(vec![no_modules("--helpers package")]),
            },
            Helpers::None => Block::default(),
        };
        let (import, provider) = self.provider(source_type, options)?;
        let parts = [import, std::mem::take(&mut block.captures)];
        block.captures = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let parts = [provider, std::mem::take(&mut block.definitions)];
        let lines = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        block.definitions = lines.join(line_break(source));
        Ok(block)
    }

    fn imports(&self, used: &[Helper], specifier: &str) -> String {
        let names: Vec<String> = used.iter().map(|helper| self.imported(*helper)).collect();
        format!("import {{ {} }} from {};", names.join(", "), quote(specifier))
    }

    /// Patterns are younger than what a state machine may be for: each helper is read by its name.
    fn requires(&self, used: &[Helper], specifier: &str) -> String {
        let module = format!("require({})", quote(specifier));
        let read = |helper: &Helper| format!("{} = {module}.{}", self.of(*helper), helper.name());
        format!("var {};", used.iter().map(read).collect::<Vec<_>>().join(", "))
    }

    /// `name` or `name as local`
    fn imported(&self, helper: Helper) -> String {
        let local = self.of(helper);
        if local == helper.name() { local } else { format!("{} as {local}", helper.name()) }
    }

    /// The module that the promise class or the driver comes from, and the function that answers it: late, for it may be
    /// called before its module is in.
    fn provider(&self, source_type: SourceType, options: &Options) -> Result<(String, String), Vec<Diagnostic>> {
        let (module, provider) = (&self.module, &self.provider);
        let function = |value: String| format!("function {provider}() {{ return {value}; }}");
        let (specifier, export, option) = match (&options.driver, &options.promise) {
            (Some(Driver { specifier, export }), _) => (specifier, Some(export), "--driver"),
            (None, PromisePolicy::Module(specifier)) => (specifier, None, "--promise"),
            (None, PromisePolicy::Global) if options.helpers != Helpers::None => {
                let class = self.other_name("Promise").unwrap_or_else(|| "Promise".to_owned());
                return Ok((String::new(), function(class)));
            }
            (None, PromisePolicy::Global | PromisePolicy::Intrinsic) => return Ok(Default::default()),
        };
        let from = quote(specifier);
        let import = match source_type {
            SourceType::Module => format!("import * as {module} from {from};"),
            SourceType::Script => return Err(vec![no_modules(option)]),
            SourceType::CommonJs | SourceType::Unknown => format!("var {module} = require({from});"),
        };
        // What a module is depends on who loads it: its exports, or its exports under `default`.
        let value = match export {
            Some(export) => {
                let own = format!("{module}[{}]", quote(export));
                format!("typeof {own} === \"function\" ? {own} : {module}.default[{}]", quote(export))
            }
            None => format!("{module}.default || {module}"),
        };
        Ok((import, function(value)))
    }
}

/// The option that promises or driving come from, if it is not the engine.
fn policy_option(options: &Options) -> Option<&'static str> {
    match (&options.driver, &options.promise) {
        (Some(_), _) => Some("--driver"),
        (None, PromisePolicy::Intrinsic) => None,
        (None, PromisePolicy::Global | PromisePolicy::Module(_)) => Some("--promise"),
    }
}

/// Which texts of the helpers a file gets.
fn variant(source: &str, options: &Options) -> Variant {
    let dialect = match options.target {
        Target::Generators => Dialect::Generators,
        Target::StateMachines => Dialect::Es5,
    };
    let promises = match (&options.driver, &options.promise) {
        (Some(_), _) => Promises::Driven,
        (None, PromisePolicy::Global | PromisePolicy::Module(_)) => Promises::Asked,
        (None, PromisePolicy::Intrinsic) => Promises::Intrinsic,
    };
    Variant { dialect, promises, shadows_constructor: may_shadow_constructor(source) }
}

/// Whether the file may give a promise a `constructor` of its own, or handle one that has it: it says `constructor` other
/// than as a class does that has one.
fn may_shadow_constructor(source: &str) -> bool {
    let has = |word: &str| memmem::find(source.as_bytes(), word.as_bytes()).is_some();
    has("constructor") && (has("defineProp") || has("__defineGetter__"))
}

fn no_modules(option: &str) -> Diagnostic {
    Diagnostic::error("no-modules", format!("a classic script cannot load a module, which {option} asks for"), 0..0)
        .with_help("say --source-type module or commonjs if the file is one")
}

fn require_kind(is: SourceType, wanted: SourceType, option: &str, what: &str) -> Result<(), Vec<Diagnostic>> {
    if is == wanted {
        return Ok(());
    }
    let kind = match is {
        SourceType::Module => "a module",
        SourceType::Script => "a classic script",
        SourceType::CommonJs | SourceType::Unknown => "a CommonJS file",
    };
    let other = match is {
        SourceType::Module => "--helpers import",
        SourceType::Script => "--helpers inline",
        SourceType::CommonJs | SourceType::Unknown => "--helpers require",
    };
    let message = format!("{kind} cannot hold {what}, which {option} asks for");
    Err(vec![Diagnostic::error("helpers-kind", message, 0..0).with_help(format!("use {other} for this file"))])
}

#[cfg(test)]
mod tests {
    use crate::{Options, SourceType, Target, compile};

    #[test]
    fn scripts_tag_names_and_nothing_else() {
        for target in [Target::Generators, Target::StateMachines] {
            let options = Options { target, source_type: SourceType::Script, ..Options::default() };
            let code = compile("async function f() { await 0; }", &options).expect("a valid program").code;
            assert!(code.contains("/*#__PURE__*/__"), "{code}");
            assert!(!code.contains("__PURE___") && !code.contains("__proto___"), "{code}");
        }
    }
}
