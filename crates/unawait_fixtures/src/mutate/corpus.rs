//! The programs that mutants are made of: files of JavaScript in some folders, read when their turn comes.

use std::path::{Path, PathBuf};

use unawait_compiler::SourceType;
use walkdir::WalkDir;

use crate::known::KnownFailures;
use crate::parts::{Kind, Tree};
use crate::random::Random;
use crate::target::TARGETS;
use crate::test262::front_matter::FrontMatter;
use crate::{project_root, source_type};

/// How long a file may be to be read, and a host to be taken whole, in bytes.
const LONGEST_FILE: u64 = 60_000;
const LONGEST_HOST: usize = 2_500;

/// The files, folder by folder: each folder is as likely, however many files it has.
#[derive(Clone, Debug)]
pub struct Corpus {
    folders: Vec<Vec<PathBuf>>,
}

/// A program of the corpus.
#[derive(Clone, Debug)]
pub struct Real {
    pub text: String,
    pub source_type: SourceType,
}

impl Corpus {
    /// What is in `folders`, but for outputs of fixtures, and fixtures known to fail: most mutants of these fail, too.
    ///
    /// # Errors
    /// When a folder or a list of known failures cannot be read, or a folder has no programs.
    pub fn of(folders: &[PathBuf]) -> Result<Corpus, String> {
        let known = TARGETS.iter().map(|(_, target)| KnownFailures::of(target)).collect::<Result<Vec<_>, _>>()?;
        let folders = folders.iter().map(|folder| files(folder, &known)).collect::<Result<_, _>>()?;
        Ok(Corpus { folders })
    }

    /// How many programs there are.
    #[allow(clippy::len_without_is_empty, reason = "a corpus is never empty")]
    pub fn len(&self) -> usize {
        self.folders.iter().map(Vec::len).sum()
    }

    /// A program to mutate: a small file, or some statements of a large one.
    pub(super) fn host(&self, random: &mut Random) -> Real {
        let real = self.donor(random);
        if real.text.len() <= LONGEST_HOST {
            return real;
        }
        let Ok(tree) = Tree::parse(&real.text, real.source_type) else { return real };
        let small: Vec<_> = tree
            .nodes
            .iter()
            .filter(|node| node.kind == Kind::Statement && (20..LONGEST_HOST / 2).contains(&node.span.len()))
            .collect();
        if small.is_empty() {
            return real;
        }
        let count = random.between(1, 4);
        let some: Vec<&str> = (0..count).map(|_| &real.text[small[random.below(small.len())].span.clone()]).collect();
        Real { text: some.join("\n"), source_type: real.source_type }
    }

    /// A program to take parts of.
    pub(super) fn donor(&self, random: &mut Random) -> Real {
        for _ in 0..20 {
            let folder = &self.folders[random.below(self.folders.len())];
            if let Some(real) = read(&folder[random.below(folder.len())]) {
                return real;
            }
        }
        Real { text: "async function f(a) { return await a; }".to_owned(), source_type: SourceType::Script }
    }
}

fn files(folder: &Path, known: &[KnownFailures]) -> Result<Vec<PathBuf>, String> {
    let fixtures = project_root().join("fixtures");
    let fails = |path: &Path| {
        let case = path.parent().and_then(|case| case.strip_prefix(&fixtures).ok()).and_then(Path::to_str);
        case.is_some_and(|case| known.iter().any(|known| known.reason(case).is_some()))
    };
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| error.to_string())?;
        let is_output = entry.file_name().to_string_lossy().starts_with("output.");
        let is_small = entry.metadata().is_ok_and(|metadata| metadata.len() <= LONGEST_FILE);
        if entry.file_type().is_file()
            && source_type::is_javascript(entry.path())
            && is_small
            && !is_output
            && !fails(entry.path())
        {
            files.push(entry.into_path());
        }
    }
    if files.is_empty() { Err(format!("{} holds no JavaScript", folder.display())) } else { Ok(files) }
}

/// The program in a file; `None` if it is no text.
fn read(path: &Path) -> Option<Real> {
    let text = std::fs::read_to_string(path).ok()?;
    let (front, text) = match FrontMatter::split(&text) {
        Some((front, rest)) => (front, without_comments_at_start(&rest)),
        None => (FrontMatter::default(), text),
    };
    let named = source_type::extension(path) == "mjs";
    let strict = front.has("onlyStrict");
    let text = if strict { format!("'use strict';\n{text}") } else { text };
    let is_module = front.has("module")
        || named
        || (Tree::parse(&text, SourceType::CommonJs).is_err() && Tree::parse(&text, SourceType::Module).is_ok());
    let source_type = if is_module { SourceType::Module } else { SourceType::Script };
    Some(Real { text, source_type })
}

/// A test begins with its licence.
fn without_comments_at_start(text: &str) -> String {
    let mut rest = text.trim_start();
    while let Some(comment) = rest.strip_prefix("//") {
        rest = comment.split_once('\n').map_or("", |(_, rest)| rest).trim_start();
    }
    rest.to_owned()
}
