//! Source maps, version 3: <https://tc39.es/ecma426/>.

pub mod comment;
mod input;
mod lines;
mod mappings;
mod source;
mod vlq;
mod words;

use base64_simd::STANDARD;
use serde::{Serialize, Serializer};

pub use comment::MappingComment;
pub use input::InputMap;
pub use source::Source;

use crate::PositionMap;

/// A source map, ready to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceMap {
    /// The name of the output.
    pub file: Option<String>,
    /// The URL that the sources' names are relative to, if that is not the map's own.
    pub source_root: Option<String>,
    pub sources: Vec<Source>,
    pub names: Vec<String>,
    pub mappings: String,
}

impl SourceMap {
    /// The map of `output`, whose stretches `map` knows, to `source`, the text of `own`; with an `input` map to what that is made
    /// of. Text of the helpers leads nowhere.
    pub fn new(output: &str, map: &PositionMap, (source, own): (&str, Source), input: Option<&InputMap>) -> Self {
        let mappings = mappings::mappings(output, map, source, input);
        let sources = match input {
            Some(input) => input.sources(own.content.is_some()),
            None => vec![own],
        };
        SourceMap { file: None, source_root: None, sources, names: mappings.names, mappings: mappings.text }
    }

    /// Its JSON in a `data:` URL.
    pub fn to_data_url(&self) -> String {
        format!("data:application/json;charset=utf-8;base64,{}", STANDARD.encode_to_string(self.to_json().as_bytes()))
    }

    /// Its JSON, on one line.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl Serialize for SourceMap {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        #[serde(rename_all = "camelCase")]
        struct Json<'m> {
            version: u32,
            #[serde(skip_serializing_if = "Option::is_none")]
            file: Option<&'m str>,
            #[serde(skip_serializing_if = "Option::is_none")]
            source_root: Option<&'m str>,
            sources: Vec<Option<&'m str>>,
            #[serde(skip_serializing_if = "Option::is_none")]
            sources_content: Option<Vec<Option<&'m str>>>,
            names: &'m [String],
            mappings: &'m str,
            #[serde(skip_serializing_if = "<[u32]>::is_empty")]
            ignore_list: &'m [u32],
            /// What the list was called before it was a standard's.
            #[serde(rename = "x_google_ignoreList", skip_serializing_if = "<[u32]>::is_empty")]
            old_ignore_list: &'m [u32],
        }
        let ignored = (0..).zip(&self.sources).filter(|(_, source)| source.is_ignored);
        let ignored: Vec<u32> = ignored.map(|(index, _)| index).collect();
        let has_content = self.sources.iter().any(|source| source.content.is_some());
        Json {
            version: 3,
            file: self.file.as_deref(),
            source_root: self.source_root.as_deref(),
            sources: self.sources.iter().map(|source| source.name.as_deref()).collect(),
            sources_content: has_content.then(|| self.sources.iter().map(|source| source.content.as_deref()).collect()),
            names: &self.names,
            mappings: &self.mappings,
            ignore_list: &ignored,
            old_ignore_list: &ignored,
        }
        .serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Edits, Origin, Text};

    fn source(name: &str) -> Source {
        Source { name: Some(name.to_owned()), content: None, is_ignored: false }
    }

    fn lowered(source_text: &str) -> (String, PositionMap) {
        let mut edits = Edits::default();
        let at = source_text.find("await").unwrap();
        edits.replace(at..at + "await".len(), "yield");
        edits.insert(0, Text::from("h ").of(Origin::Helpers));
        edits.splice_mapped(source_text).into()
    }

    /// Each segment of `map`, as the output's place, the source's name, and the place there.
    fn segments(map: &SourceMap) -> Vec<(u32, u32, String, u32, u32)> {
        let map = sourcemap::SourceMap::from_slice(map.to_json().as_bytes()).unwrap();
        let segment = |t: sourcemap::Token| {
            (
                t.get_dst_line(),
                t.get_dst_col(),
                t.get_source().unwrap_or("").to_owned(),
                t.get_src_line(),
                t.get_src_col(),
            )
        };
        map.tokens().map(segment).collect()
    }

    #[test]
    fn every_word_has_a_segment() {
        let text = "ü(await x,\n  a)";
        let (output, map) = lowered(text);
        assert_eq!(output, "h ü(yield x,\n  a)");
        let map = SourceMap::new(&output, &map, (text, source("s")), None);
        let own = |line, column, src_column| (line, column, "s".to_owned(), line, src_column);
        let expected = [own(0, 2, 0), own(0, 4, 2), own(0, 9, 7), own(0, 10, 8), own(1, 2, 2)];
        assert_eq!(segments(&map), expected);
    }

    #[test]
    fn maps_are_chained() {
        let text = "f(await x)";
        let input = InputMap::parse(
            br#"{"version":3,"sourceRoot":"r","sources":["a.ts"],"names":["y"],"mappings":"AACA,QAAQA"}"#,
            "b/",
        )
        .unwrap();
        let (output, map) = lowered(text);
        let map = SourceMap::new(&output, &map, (text, source("s")), Some(&input));
        let traced = |column, src_column| (0, column, "b/r/a.ts".to_owned(), 1, src_column);
        assert_eq!(segments(&map), [traced(2, 0), traced(10, 8)]);
        assert_eq!(map.names, ["y"]);
    }

    #[test]
    fn a_broken_map_is_told() {
        assert!(InputMap::parse(b"{", "").is_err());
        assert!(InputMap::parse_data_url("data:application/json;base64,e30=", "").is_err());
        assert!(InputMap::parse_data_url("data:application/json,{}", "").is_err());
    }

    #[test]
    fn a_source_root_is_not_multiplied() {
        let sources = vec!["\"s\""; 1_000].join(",");
        let map = |root: usize| {
            format!(
                r#"{{"version":3,"sourceRoot":"{}","sources":[{sources}],"names":[],"mappings":"AAAA"}}"#,
                "r/".repeat(root)
            )
        };
        assert!(InputMap::parse(map(100).as_bytes(), "").is_ok());
        let error = InputMap::parse(map(1_000_000).as_bytes(), "").unwrap_err();
        assert!(error.contains("1907 MB"), "{error}");
        let hidden = map(1_000_000).replace("sourceRoot", "source\\u0052oot");
        assert!(InputMap::parse(hidden.as_bytes(), "").is_err());
        assert!(InputMap::parse(format!(")]}}'\n{}", map(1_000_000)).as_bytes(), "").is_err());
        let sections =
            format!(r#"{{"version":3,"sections":[{{"offset":{{"line":0,"column":0}},"map":{}}}]}}"#, map(1_000_000));
        assert!(InputMap::parse(sections.as_bytes(), "").is_err());
    }
}
