//! `unawait.toml`.

use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};
use unawait_compiler::Diagnostic;

use super::document::{Config, Problem};
use super::entry::{Entry, Value};
use crate::bounded::{self, SETTINGS};

/// What `text`, the content of `file`, says.
///
/// # Errors
/// When it is no TOML.
pub fn config(file: PathBuf, text: String) -> Result<Config, Problem> {
    let entries = match DeTable::parse(&text) {
        Ok(table) => Ok(entries(table.get_ref())),
        Err(error) => Err(Diagnostic::error("config", error.message(), error.span().unwrap_or_default())),
    };
    let config = Config { file, text, entries: Vec::new() };
    match entries {
        Ok(entries) => Ok(Config { entries, ..config }),
        Err(diagnostic) => Err(config.wrong(&[diagnostic])),
    }
}

/// Whether `file` is a configuration that says to be a project's root.
pub fn is_root(file: &Path) -> bool {
    let text = bounded::read_text(file, SETTINGS).ok().flatten().unwrap_or_default();
    let table = DeTable::parse(&text).ok();
    let root = table.as_ref().and_then(|table| table.get_ref().get("root"));
    matches!(root.map(Spanned::get_ref), Some(DeValue::Boolean(true)))
}

fn entries(table: &DeTable<'_>) -> Vec<Entry> {
    let entry = |(key, value): (&Spanned<_>, &Spanned<DeValue<'_>>)| Entry {
        key: AsRef::<str>::as_ref(key.get_ref()).to_owned(),
        key_span: key.span(),
        value: self::value(value.get_ref()),
        value_span: value.span(),
    };
    let mut entries: Vec<Entry> = table.iter().map(entry).collect();
    entries.sort_by_key(|entry| entry.key_span.start);
    entries
}

fn value(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::Boolean(switch) => Value::Switch(*switch),
        DeValue::Table(table) => Value::Table(entries(table)),
        DeValue::Array(values) => {
            let tables = values.iter().map(|value| value.get_ref().as_table().map(entries));
            match tables.collect::<Option<Vec<_>>>().filter(|tables| !tables.is_empty()) {
                Some(tables) => Value::Tables(tables),
                None => {
                    let texts = values.iter().map(|value| text(value.get_ref()));
                    texts.collect::<Option<_>>().map_or(Value::Other, Value::List)
                }
            }
        }
        value => text(value).map_or(Value::Other, Value::Text),
    }
}

fn text(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) => Some(number.to_string()),
        DeValue::Float(number) => Some(number.to_string()),
        _ => None,
    }
}
