//! `unawait` in a package.json.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::PathBuf;

use serde::Deserialize;
use serde_json::Value as Json;
use serde_json::value::RawValue;
use unawait_compiler::Diagnostic;

use super::document::{Config, Problem};
use super::entry::{Entry, Value};

/// A package.json, as far as it is about us. Its parts are slices of the text, which tells where they are.
#[derive(Deserialize)]
struct Package<'a> {
    #[serde(borrow)]
    unawait: Option<&'a RawValue>,
}

/// Whether it is worth while to parse `text`.
pub fn may_configure(text: &str) -> bool {
    text.contains("\"unawait\"")
}

/// What `text`, the content of `file`, says. `None` if it does not speak of us.
///
/// # Errors
/// When it is no JSON, or something else than an object is called `unawait`.
pub fn config(file: PathBuf, text: String) -> Result<Option<Config>, Problem> {
    let entries = entries(&text);
    let config = Config { file, text, entries: Vec::new() };
    match entries {
        Ok(entries) => Ok(entries.map(|entries| Config { entries, ..config })),
        Err(diagnostic) => Err(config.wrong(&[diagnostic])),
    }
}

fn entries(text: &str) -> Result<Option<Vec<Entry>>, Diagnostic> {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let package: Package<'_> = serde_json::from_str(&text[start..]).map_err(|error| malformed(text, &error))?;
    let Some(ours) = package.unawait else { return Ok(None) };
    match object(text, ours) {
        Some(entries) => Ok(Some(entries)),
        None => {
            let message = "`unawait` has to be an object of options";
            Err(Diagnostic::error("config", message, span(text, ours)))
        }
    }
}

/// The bytes of `raw`, which is a slice of `text`.
fn span(text: &str, raw: &RawValue) -> Range<usize> {
    let at = raw.get().as_ptr() as usize - text.as_ptr() as usize;
    at..at + raw.get().len()
}

/// What `raw`, a slice of `text`, says if it is an object.
fn object(text: &str, raw: &RawValue) -> Option<Vec<Entry>> {
    let values = serde_json::from_str::<BTreeMap<String, &RawValue>>(raw.get()).ok()?;
    let entry = |(key, raw): (String, &RawValue)| {
        let value_span = span(text, raw);
        Entry { key, key_span: key_before(text, value_span.start), value: value(text, raw), value_span }
    };
    let mut entries: Vec<Entry> = values.into_iter().map(entry).collect();
    entries.sort_by_key(|entry| entry.value_span.start);
    Some(entries)
}

/// The bytes of the key whose value begins at `value`.
fn key_before(text: &str, value: usize) -> Range<usize> {
    let before = text[..value].trim_end().trim_end_matches(':').trim_end();
    let inside = before.strip_suffix('"').unwrap_or(before);
    inside.rfind('"').unwrap_or_default()..before.len()
}

fn value(text: &str, raw: &RawValue) -> Value {
    if let Some(entries) = object(text, raw) {
        return Value::Table(entries);
    }
    let items = serde_json::from_str::<Vec<&RawValue>>(raw.get()).unwrap_or_default();
    let objects: Option<Vec<_>> = items.iter().map(|item| object(text, item)).collect();
    if let Some(objects) = objects.filter(|objects| !objects.is_empty()) {
        return Value::Tables(objects);
    }
    match serde_json::from_str(raw.get()) {
        Ok(Json::Bool(switch)) => Value::Switch(switch),
        Ok(Json::Array(values)) => values.iter().map(word).collect::<Option<_>>().map_or(Value::Other, Value::List),
        Ok(value) => word(&value).map_or(Value::Other, Value::Text),
        Err(_) => Value::Other,
    }
}

fn word(value: &Json) -> Option<String> {
    match value {
        Json::String(text) => Some(text.clone()),
        Json::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn malformed(text: &str, error: &serde_json::Error) -> Diagnostic {
    // It counts lines from 1 and bytes from 1; 0 is before the first.
    let line: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let at = (line + error.column().saturating_sub(1)).min(text.len());
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
    Diagnostic::error("config", format!("this is not valid JSON: {message}"), at..at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_values_know_their_places() {
        let text = "\u{feff}{\"name\":\"x\",\n \"unawait\" : { \"out-dir\" : \"dist\", \"in-place\":true,\"n\":1 }}";
        let entries = entries(text).unwrap().unwrap();
        let seen: Vec<_> =
            entries.iter().map(|entry| (&text[entry.key_span.clone()], &text[entry.value_span.clone()])).collect();
        assert_eq!(seen, [("\"out-dir\"", "\"dist\""), ("\"in-place\"", "true"), ("\"n\"", "1")]);
        assert_eq!(entries[0].value, Value::Text("dist".to_owned()));
        assert_eq!(entries[1].value, Value::Switch(true));
        assert_eq!(entries[2].value, Value::Text("1".to_owned()));
    }

    #[test]
    fn only_objects_configure() {
        assert!(entries("{}").unwrap().is_none());
        assert_eq!(entries("{\"unawait\": 1}").unwrap_err().span, 12..13);
        assert_eq!(entries("{\n\"unawait\": {]}").unwrap_err().span, 14..14);
    }
}
