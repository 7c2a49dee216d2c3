//! The source map of an output: to the source, or to what that was made of.

use std::borrow::Cow;

use unawait_syntax::Diagnostic;
use unawait_text::source_map::{InputMap, MappingComment, Source, comment};
use unawait_text::{PositionMap, SourceMap};

use crate::options::SourceMapOptions;

/// The map from `code` to `source`. An input map that cannot be read is warned of, and left out.
pub fn source_map(
    code: &str,
    positions: &PositionMap,
    source: &str,
    options: &SourceMapOptions,
    warnings: &mut Vec<Diagnostic>,
) -> SourceMap {
    let own = Source {
        name: Some(options.source.clone()),
        content: options.sources_content.then(|| Cow::Owned(source.to_owned())),
        is_ignored: false,
    };
    let input = input_map(source, options).unwrap_or_else(|warning| {
        warnings.push(warning);
        None
    });
    SourceMap::new(code, positions, (source, own), input.as_ref())
}

fn input_map(source: &str, options: &SourceMapOptions) -> Result<Option<InputMap>, Diagnostic> {
    let comment = comment::find(source);
    let range = comment.as_ref().map_or(0..0, |comment| comment.range.clone());
    let map = match (&options.input, &comment) {
        (Some(json), _) => {
            let url = comment.as_ref().map_or("", |comment| folder(&comment.url));
            InputMap::parse(json.as_bytes(), format!("{}{url}", folder(&options.source)))
        }
        (None, Some(MappingComment { url, .. })) if url.starts_with("data:") => {
            InputMap::parse_data_url(url, folder(&options.source))
        }
        _ => return Ok(None),
    };
    map.map(Some).map_err(|reason| {
        Diagnostic::warning("input-map", format!("the file's own source map cannot be read: {reason}"), range)
            .with_help("the output's source map leads to this file instead of what it was made of")
    })
}

/// What a URL has up to its last slash.
fn folder(url: &str) -> &str {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    &path[..path.rfind('/').map_or(0, |slash| slash + 1)]
}
