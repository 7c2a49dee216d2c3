//! The map of a source that is itself made of others: places are traced through it.

use std::collections::HashSet;

use base64_simd::STANDARD;
use memchr::memmem;
use serde::Deserialize;
use serde::de::IgnoredAny;
use sourcemap::DecodedMap;

use super::lines::Position;
use super::source::Source;

/// A source map that was read.
#[derive(Debug)]
pub struct InputMap {
    map: sourcemap::SourceMap,
    /// What leads from the new map to this one: a URL that ends in a slash, or nothing.
    base: String,
}

impl InputMap {
    /// Reads a map's JSON; one in sections becomes one. `base` leads from the map that is to be made to this one.
    ///
    /// # Errors
    /// A sentence that says why the map cannot be read.
    pub fn parse(json: &[u8], base: impl Into<String>) -> Result<Self, String> {
        check_source_roots(json)?;
        let map = sourcemap::decode_slice(json).and_then(flat).map_err(|error| error.to_string())?;
        let base = base.into();
        if map.get_source_count() == 0 { Err("it names no sources".to_owned()) } else { Ok(InputMap { map, base }) }
    }

    /// Reads a map out of a `data:` URL.
    ///
    /// # Errors
    /// A sentence that says why the map cannot be read.
    pub fn parse_data_url(url: &str, base: impl Into<String>) -> Result<Self, String> {
        let encoded = url.split_once(',').filter(|(head, _)| head.starts_with("data:") && head.ends_with(";base64"));
        let json = encoded.and_then(|(_, data)| STANDARD.decode_to_vec(data).ok());
        Self::parse(&json.ok_or("its `data:` URL is not one of base64")?, base)
    }

    /// What the place is made of: an index into the sources, the place there, and an index into the names.
    pub(super) fn trace(&self, position: Position) -> Option<(u32, Position, Option<u32>)> {
        let token = self.map.lookup_token(position.line, position.column)?;
        if token.get_dst_line() != position.line || !token.has_source() {
            return None;
        }
        let position = Position { line: token.get_src_line(), column: token.get_src_col() };
        Some((token.get_src_id(), position, token.has_name().then(|| token.get_name_id())))
    }

    fn source_count(&self) -> u32 {
        self.map.get_source_count()
    }

    pub(super) fn names(&self) -> Vec<String> {
        self.map.names().map(str::to_owned).collect()
    }

    /// Its sources, as seen from the new map.
    pub(super) fn sources(&self, with_content: bool) -> Vec<Source> {
        let ignored: HashSet<u32> = self.map.ignore_list().copied().collect();
        let source = |index: u32| Source {
            name: self.map.get_source(index).map(|url| self.seen_from_base(url)),
            content: self.map.get_source_contents(index).filter(|_| with_content).map(|text| text.to_owned().into()),
            is_ignored: ignored.contains(&index),
        };
        (0..self.source_count()).map(source).collect()
    }

    fn seen_from_base(&self, url: &str) -> String {
        if url.starts_with('/') || has_scheme(url) { url.to_owned() } else { format!("{}{url}", self.base) }
    }
}

/// <https://url.spec.whatwg.org/#url-scheme-string>
fn has_scheme(url: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    url.split_once(':')
        .is_some_and(|(scheme, _)| scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.chars().all(is_part))
}

/// How many bytes the names of a map's sources may take: tens of thousands of them.
const MAX_SOURCE_NAMES: usize = 16 << 20;

/// A source root stands before the name of every source, which can make a map of megabytes one of gigabytes.
fn check_source_roots(json: &[u8]) -> Result<(), String> {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Map {
        source_root: Option<String>,
        sources: Option<Vec<IgnoredAny>>,
        sections: Option<Vec<Section>>,
    }
    #[derive(Deserialize)]
    struct Section {
        map: Option<Map>,
    }
    fn size(map: &Map) -> usize {
        let own = map.source_root.as_ref().map_or(0, String::len) * map.sources.as_ref().map_or(0, Vec::len);
        let sections = map.sections.iter().flatten().filter_map(|section| section.map.as_ref());
        own + sections.map(size).sum::<usize>()
    }
    // An empty root, as TypeScript writes it, is no reason to read the map twice. A key may be written with escapes.
    let is_empty = |at: usize| json[at..].starts_with(b"\"sourceRoot\":\"\"");
    if memmem::find_iter(json, b"\"sourceRoot").all(is_empty) && memmem::find(json, b"\\u00").is_none() {
        return Ok(());
    }
    // A first line that keeps the map from being run as a script is no JSON.
    let header = json.first().filter(|first| b")]}'".contains(first)).and(memchr::memchr(b'\n', json)).unwrap_or(0);
    // Other errors of the JSON are reported when the whole map is read.
    let size = serde_json::from_slice(&json[header..]).map_or(0, |map| size(&map));
    match size > MAX_SOURCE_NAMES {
        true => Err(format!("the names of its sources would take {} MB with its `sourceRoot`", size >> 20)),
        false => Ok(()),
    }
}

fn flat(map: DecodedMap) -> sourcemap::Result<sourcemap::SourceMap> {
    match map {
        DecodedMap::Regular(map) => Ok(map),
        DecodedMap::Index(map) => map.flatten(),
        DecodedMap::Hermes(map) => Ok((*map).clone()),
    }
}
