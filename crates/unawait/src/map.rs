//! One program's source map: the names in it, and the file or comment that it goes to.

use std::ops::Range;
use std::path::{Component, Path, PathBuf};
use std::{fs, io};

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
use unawait_compiler::source_map::comment;
use unawait_compiler::{Diagnostic, Output, SourceMapOptions};

use crate::args::{InputMapChoice, SourceMapChoice, SourceMaps};
use crate::bounded::{self, MAP, PROGRAM};
use crate::input::Input;
use crate::order::Order;
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

/// How many bytes at the end of an output may hold the comment that names its map.
const TAIL: usize = 4096;

/// A map that goes to a file.
#[derive(Debug)]
pub struct MapFile {
    pub path: PathBuf,
    pub json: String,
}

/// What the library is to put into the map of `input`. A map of the input's own that cannot be read is warned of.
pub fn options(
    maps: &SourceMaps,
    input: &Input,
    order: &Order<'_>,
    warnings: &mut Vec<Diagnostic>,
) -> Option<SourceMapOptions> {
    if maps.source_map == SourceMapChoice::None {
        return None;
    }
    let source = match (&input.path, order.target) {
        (Some(path), _) if maps.source_root.is_some() => from_root(path, order.root),
        (Some(path), Some(target)) => relative_url(target, path),
        (Some(path), None) => url(path),
        (None, _) => input.name.to_string_lossy().into_owned(),
    };
    let replaces = order.target.is_some() && input.path.as_deref() == order.target;
    let own = own_map(maps, input, order.root).unwrap_or_else(|warning| {
        warnings.push(warning);
        None
    });
    Some(SourceMapOptions { source, sources_content: maps.sources_content || replaces, input: own })
}

/// What the program `path` is called below a source root.
fn from_root(path: &Path, root: Option<&Path>) -> String {
    let absolute = std::path::absolute(path).map_or_else(|_| path.to_owned(), |path| normal(&path));
    let below = root.and_then(|root| absolute.strip_prefix(root).ok());
    url(below.unwrap_or_else(|| Path::new(path.file_name().unwrap_or_default())))
}

/// The map that the input names, if that is a file.
fn own_map(maps: &SourceMaps, input: &Input, root: Option<&Path>) -> Result<Option<String>, Diagnostic> {
    let Some((path, place)) = named(maps, input) else { return Ok(None) };
    let warning = |message: String| Diagnostic::warning("input-map", message, place.clone());
    if maps.input_map != Some(InputMapChoice::Anywhere) && !is_in_project(&path, input, root) {
        let warning = warning("the file's own source map is outside of the project, and is not read".to_owned());
        return Err(warning.with_help("`--input-map anywhere` reads it"));
    }
    let text = bounded::read_text(&path, MAP).and_then(|text| text.ok_or_else(|| io::ErrorKind::NotFound.into()));
    text.map(Some).map_err(|error| {
        warning(format!("the file's own source map cannot be read: {}", reason(&error)))
            .with_help("the output's source map leads to this file instead of what it was made of")
    })
}

/// Whether the map `path` of `input`, if it exists, is in the nearest package, or below what all inputs have in common.
/// A program may name any file, and what a map holds ends up in the output.
fn is_in_project(path: &Path, input: &Input, root: Option<&Path>) -> bool {
    let Ok(real) = fs::canonicalize(path) else { return true };
    let folder = input.path.as_deref().and_then(Path::parent).unwrap_or(Path::new(""));
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let Ok(folder) = fs::canonicalize(folder) else { return false };
    let package = folder.ancestors().find(|folder| folder.join("package.json").is_file());
    [root, Some(&folder), package].into_iter().flatten().any(|folder| real.starts_with(folder))
}

/// The file that the input's own map is read from, if one is to be.
pub fn own_file(maps: &SourceMaps, input: &Input) -> Option<PathBuf> {
    (maps.source_map != SourceMapChoice::None).then(|| named(maps, input).map(|(path, _)| path)).flatten()
}

/// The file that the input names as its map, and where it does. A URL with a scheme or a host, and an absolute path, is
/// no file of the project, however it is encoded.
fn named(maps: &SourceMaps, input: &Input) -> Option<(PathBuf, Range<usize>)> {
    let comment = comment::find(&input.text).filter(|_| maps.input_map != Some(InputMapChoice::None))?;
    let path = comment.url.split(['?', '#']).next().unwrap_or_default();
    let path = percent_decode_str(path).decode_utf8().ok()?;
    let is_relative = !path.starts_with(['/', '\\']) && !path.contains([':', '\0']);
    let folder = input.path.as_deref().and_then(Path::parent).filter(|_| is_relative)?;
    Some((folder.join(&*path), comment.range))
}

/// Gives the output its map: in its last line, or by a line that names the file that is the answer.
pub fn attach(maps: &SourceMaps, output: &mut Output, target: Option<&Path>) -> Option<MapFile> {
    let mut map = output.map.take()?;
    let name = target.and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    map.file = name.as_deref().map(encoded);
    map.source_root.clone_from(&maps.source_root);
    if maps.source_map == SourceMapChoice::Inline {
        comment::add(&mut output.code, &map.to_data_url());
        return None;
    }
    comment::add(&mut output.code, &encoded(&(name? + ".map")));
    Some(MapFile { path: path(maps, target?)?, json: map.to_json() })
}

/// The file for the map of the output `target`; none if maps go elsewhere.
pub fn path(maps: &SourceMaps, target: &Path) -> Option<PathBuf> {
    (maps.source_map == SourceMapChoice::File).then(|| beside(target)).flatten()
}

/// The file in which a map of `target` is, if it has one.
fn beside(target: &Path) -> Option<PathBuf> {
    let mut name = target.file_name()?.to_owned();
    name.push(".map");
    Some(target.with_file_name(name))
}

/// The map that an earlier run wrote for the output `target`, which is about to become `bytes` without a map in a file:
/// the one that the file names now, and no more.
pub fn stale(maps: &SourceMaps, target: &Path, bytes: &[u8]) -> Option<PathBuf> {
    let map = beside(target).filter(|map| maps.source_map != SourceMapChoice::File && map.is_file())?;
    let name = encoded(&map.file_name()?.to_string_lossy());
    let names_it = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(&bytes[bytes.len().saturating_sub(TAIL)..]).into_owned();
        comment::find(&text).is_some_and(|comment| comment.url == name)
    };
    let before = bounded::read(target, PROGRAM).ok()?;
    (names_it(&before) && !names_it(bytes)).then_some(map)
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
