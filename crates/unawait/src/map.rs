//! One program's source map: the names in it, and the file or comment that it goes to.

use std::fs;
use std::ops::Range;
use std::path::{Component, Path, PathBuf};

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
use unawait_compiler::source_map::comment;
use unawait_compiler::{Diagnostic, Output, SourceMapOptions};

use crate::args::{SourceMapChoice, SourceMaps};
use crate::input::Input;
use crate::report::reason;

/// What cannot stand in a path of a URL as it is: <https://url.spec.whatwg.org/#path-percent-encode-set>, and what would
/// end the comment or begin a scheme.
const IN_PATHS: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'`')
    .add(b'{')
    .add(b'}')
    .add(b'%')
    .add(b'\'')
    .add(b':')
    .add(b'*')
    .add(b'\\');

/// A map that goes to a file.
#[derive(Debug)]
pub struct MapFile {
    pub path: PathBuf,
    pub json: String,
}

/// What the library is to put into the map of `input`, whose output goes to `target` (`None`: to standard output).
/// A map of the input's own that cannot be read is warned of.
pub fn options(
    maps: &SourceMaps,
    input: &Input,
    target: Option<&Path>,
    warnings: &mut Vec<Diagnostic>,
) -> Option<SourceMapOptions> {
    if maps.source_map == SourceMapChoice::None {
        return None;
    }
    let source = match (&input.path, target) {
        (Some(path), Some(target)) => relative_url(target, path),
        (Some(path), None) => url(path),
        (None, _) => input.name.clone(),
    };
    let replaces = target.is_some() && input.path.as_deref() == target;
    let own = own_map(input).unwrap_or_else(|warning| {
        warnings.push(warning);
        None
    });
    Some(SourceMapOptions { source, sources_content: maps.sources_content || replaces, input: own })
}

/// The map that the input names, if that is a file.
fn own_map(input: &Input) -> Result<Option<String>, Diagnostic> {
    let Some((path, place)) = named(input) else { return Ok(None) };
    fs::read_to_string(&path).map(Some).map_err(|error| {
        let message = format!("the file's own source map cannot be read: {}", reason(&error));
        Diagnostic::warning("input-map", message, place)
            .with_help("the output's source map leads to this file instead of what it was made of")
    })
}

/// The file that the input's own map is read from, if one is to be.
pub fn own_file(maps: &SourceMaps, input: &Input) -> Option<PathBuf> {
    (maps.source_map != SourceMapChoice::None).then(|| named(input).map(|(path, _)| path)).flatten()
}

/// The file that the input names as its map, and where it does.
fn named(input: &Input) -> Option<(PathBuf, Range<usize>)> {
    let comment = comment::find(&input.text)?;
    let is_path = !comment.url.contains(':') && !comment.url.starts_with('/');
    let folder = input.path.as_deref().and_then(Path::parent).filter(|_| is_path)?;
    let path = comment.url.split(['?', '#']).next().unwrap_or_default();
    Some((folder.join(&*percent_decode_str(path).decode_utf8_lossy()), comment.range))
}

/// Gives the output its map: in its last line, or by a line that names the file that is the answer.
pub fn attach(maps: &SourceMaps, output: &mut Output, target: Option<&Path>) -> Option<MapFile> {
    let mut map = output.map.take()?;
    let name = target.and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    map.file = name.as_deref().map(encoded);
    if maps.source_map == SourceMapChoice::Inline {
        comment::add(&mut output.code, &map.to_data_url());
        return None;
    }
    comment::add(&mut output.code, &encoded(&(name? + ".map")));
    Some(MapFile { path: path(maps, target?)?, json: map.to_json() })
}

/// The file for the map of the output `target`; none if maps go elsewhere.
pub fn path(maps: &SourceMaps, target: &Path) -> Option<PathBuf> {
    let name = target.file_name().filter(|_| maps.source_map == SourceMapChoice::File)?;
    Some(target.with_file_name(name.to_string_lossy().into_owned() + ".map"))
}

/// `to` as a URL, seen from the file `from`.
fn relative_url(from: &Path, to: &Path) -> String {
    let absolute = |path: &Path| std::path::absolute(path).map(|path| normal(&path));
    let (Ok(from), Ok(to)) = (absolute(from), absolute(to)) else { return url(to) };
    let folder: Vec<Component> = from.parent().map_or_else(Vec::new, |folder| folder.components().collect());
    let to: Vec<Component> = to.components().collect();
    let shared = folder.iter().zip(&to).take_while(|(ours, theirs)| ours == theirs).count();
    let up = std::iter::repeat_n(Component::ParentDir, folder.len() - shared);
    url(&up.chain(to[shared..].iter().copied()).collect::<PathBuf>())
}

/// An absolute path without `..`, as far as that can be told from the text.
fn normal(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut normal, component| {
        match component {
            Component::ParentDir => drop(normal.pop()),
            component => normal.push(component),
        }
        normal
    })
}

/// A path as a URL: with slashes, and what would mean something else in a URL encoded.
fn url(path: &Path) -> String {
    let parts = path.components().map(|component| match component {
        Component::RootDir => String::new(),
        component => encoded(&component.as_os_str().to_string_lossy()),
    });
    let url = parts.collect::<Vec<_>>().join("/");
    if matches!(path.components().next(), Some(Component::Prefix(_))) { format!("file:///{url}") } else { url }
}

fn encoded(part: &str) -> String {
    utf8_percent_encode(part, IN_PATHS).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_are_relative_and_encoded() {
        let relative = |from: &str, to: &str| relative_url(Path::new(from), Path::new(to));
        assert_eq!(relative("/p/dist/a.js", "/p/src/a b#.js"), "../src/a%20b%23.js");
        assert_eq!(relative("/p/a.js", "/p/a.js"), "a.js");
        assert_eq!(relative("/p/x/../a.js", "/p/a.js"), "a.js");
        assert_eq!(relative("out.js", "src/ü.js"), "src/%C3%BC.js");
        assert_eq!(url(Path::new("/p/a.js")), "/p/a.js");
    }
}
