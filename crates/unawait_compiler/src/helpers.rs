//! How a lowered file gets at its helpers, and what they are called in it.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use unawait_lower_async::Driving;
use unawait_runtime::{Dialect, GLOBALS, Helper, Promises, Variant, inline, short_name, with_requirements};
use unawait_syntax::lex::words_with;
use unawait_syntax::{Diagnostic, FreshNames, Inventory};
use unawait_text::Text;
use unawait_text::js_string::quote;

use crate::options::{Driver, Helpers, Options, PromisePolicy, SourceType, Target};

/// The global object, whatever names a file has for itself.
const GLOBAL_OBJECT: &str = "(function () {}).constructor(\"return this\")()";

/// The names of helpers in one file.
pub struct Names {
    variant: Variant,
    /// What each top-level name of the helpers is called, where the file has that name for itself.
    renamed: BTreeMap<&'static str, String>,
    /// What those are called that only other helpers mention, if that is something else.
    short: BTreeMap<&'static str, String>,
    /// The function that answers the promise class or driver, and the variable that holds its module.
    provider: String,
    module: String,
}

impl Names {
    pub fn new(source: &str, inventory: &Inventory, options: &Options, fresh: &mut FreshNames) -> Self {
        // The helpers' names begin like that.
        let words: BTreeSet<Cow<str>> = words_with(source, "__").collect();
        // A page may hold other versions of the helpers, and the same ones for the other target.
        let tag = fresh.tag().cloned();
        let mut own = |name: &'static str| match &tag {
            Some(tag) => Some(tag.name(name)),
            None => words.contains(name).then(|| fresh.name(name)),
        };
        let mut free = |name: &'static str| own(name).unwrap_or_else(|| name.to_owned());
        let variant = variant(options);
        let provider = variant.promises.provider().map(&mut free).unwrap_or_default();
        let module = free("__module");
        let mut renamed = BTreeMap::new();
        // With `none`, the names are what was agreed on.
        if options.helpers != Helpers::None {
            let names = Helper::ALL.into_iter().flat_map(Helper::declares).copied();
            renamed.extend(names.filter_map(|name| Some((name, own(name)?))));
        }
        // A file may have a `Promise` of its own.
        let all = if inventory.binds_at_top("globalThis") { GLOBAL_OBJECT } else { "globalThis" };
        for global in GLOBALS.into_iter().filter(|global| inventory.binds_at_top(global)) {
            renamed.insert(global, format!("{all}.{global}"));
        }
        let short = match (&options.helpers, options.target) {
            (Helpers::Inline, Target::StateMachines) => short_names(&words, fresh),
            _ => BTreeMap::new(),
        };
        Names { variant, renamed, short, provider, module }
    }

    /// What a helper is called.
    pub fn of(&self, helper: Helper) -> String {
        self.declared(helper.name())
    }

    /// The names that are not those of the helpers' files.
    pub fn renamed(&self) -> impl Iterator<Item = &String> {
        self.renamed.values().chain(self.short.values()).chain([&self.provider, &self.module])
    }

    fn declared(&self, name: &'static str) -> String {
        self.renamed.get(name).cloned().unwrap_or_else(|| name.to_owned())
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

    /// The text before the first statement: helpers, and the module that promises or driving come from.
    ///
    /// # Errors
    /// If the file cannot import what it would have to.
    pub fn block(&self, used: &[Helper], source_type: SourceType, options: &Options) -> Result<Text, Vec<Diagnostic>> {
        if let (Helpers::Import(_) | Helpers::Require(_) | Helpers::Package(_), Some(option)) =
            (&options.helpers, policy_option(options))
        {
            let message = format!("the helpers of a package cannot follow {option}");
            return Err(vec![Diagnostic::error("helpers-kind", message, 0..0).with_help("use --helpers inline")]);
        }
        let helpers = match &options.helpers {
            Helpers::Inline => {
                let mentioned: Vec<&str> = used.iter().map(|helper| helper.name()).collect();
                let all = with_requirements(used.iter().copied(), self.variant);
                inline(&all, self.variant, |name| match self.short.get(name) {
                    _ if Some(name) == self.variant.promises.provider() => self.provider.clone(),
                    Some(short) if !mentioned.contains(&name) => short.clone(),
                    _ => self.declared(name),
                })
            }
            Helpers::Import(specifier) => {
                require_kind(source_type, SourceType::Module, "--helpers import", "an `import`")?;
                self.imports(used, specifier).into()
            }
            Helpers::Require(specifier) => {
                require_kind(source_type, SourceType::CommonJs, "--helpers require", "a `require`")?;
                self.requires(used, specifier).into()
            }
            Helpers::Package(specifier) => match source_type {
                SourceType::Module => self.imports(used, specifier).into(),
                SourceType::CommonJs | SourceType::Unknown => self.requires(used, specifier).into(),
                SourceType::Script => return Err(vec![no_modules("--helpers package")]),
            },
            Helpers::None => Text::default(),
        };
        let provider = self.provider(source_type, options)?;
        Ok(Text::join([provider.into(), helpers].into_iter().filter(|text| !text.is_empty()), " "))
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

    /// The function that answers the promise class, or the driver: late, for it may be called before its module is in.
    fn provider(&self, source_type: SourceType, options: &Options) -> Result<String, Vec<Diagnostic>> {
        let (specifier, export, option) = match (&options.driver, &options.promise) {
            (Some(Driver { specifier, export }), _) => (specifier, Some(export), "--driver"),
            (None, PromisePolicy::Module(specifier)) => (specifier, None, "--promise"),
            (None, PromisePolicy::Global) if options.helpers != Helpers::None => {
                return Ok(format!("function {}() {{ return {}; }}", self.provider, self.declared("Promise")));
            }
            (None, PromisePolicy::Global | PromisePolicy::Intrinsic) => return Ok(String::new()),
        };
        let (module, provider) = (&self.module, &self.provider);
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
        Ok(format!("{import} function {provider}() {{ return {value}; }}"))
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
fn variant(options: &Options) -> Variant {
    let dialect = match options.target {
        Target::Generators => Dialect::Generators,
        Target::StateMachines => Dialect::Es5,
    };
    let promises = match (&options.driver, &options.promise) {
        (Some(_), _) => Promises::Driven,
        (None, PromisePolicy::Global | PromisePolicy::Module(_)) => Promises::Asked,
        (None, PromisePolicy::Intrinsic) => Promises::Intrinsic,
    };
    Variant { dialect, promises }
}

/// Short names for everything that the helpers declare.
fn short_names(words: &BTreeSet<Cow<str>>, fresh: &mut FreshNames) -> BTreeMap<&'static str, String> {
    let tag = fresh.tag().cloned();
    let short = |name: &'static str| {
        let short = short_name(name);
        let short = match &tag {
            Some(tag) => tag.name(&short),
            None if words.contains(short.as_str()) => fresh.name(&short),
            None => short,
        };
        (name, short)
    };
    Helper::ALL.into_iter().flat_map(Helper::declares).copied().map(short).collect()
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
