//! TypeScript and JSX: programs whose types are taken away, once as they are and once lowered, do the same.

use std::fs;
use std::path::Path;

use unawait_compiler::{Language, Options, compile};

use crate::{lines, node, npm};

/// TypeScript reads a `yield` in the decorator of a parameter, and our parser does not.
const NOT_READ_AGAIN: &str = "legacy.ts";

const PROGRAMS: [(&str, Language, &str); 5] = [
    ("compiled.ts", Language::TypeScript, include_str!("typescript/programs/compiled.ts")),
    ("elements.jsx", Language::Jsx, include_str!("typescript/programs/elements.jsx")),
    ("elements.tsx", Language::Tsx, include_str!("typescript/programs/elements.tsx")),
    ("legacy.ts", Language::TypeScript, include_str!("typescript/programs/legacy.ts")),
    ("types.cts", Language::TypeScript, include_str!("typescript/programs/types.cts")),
];

/// Compares all programs.
///
/// # Errors
/// When they cannot be compiled or run, or one of them does something else, is not lowered whole, or does not keep its
/// lines.
pub fn compare() -> Result<(), String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let modules = npm::COMPILERS.installed()?;
    npm::copy_folder(&modules, &folder.path().join("node_modules"))?;
    let (native, lowered) = (folder.path().join("native"), folder.path().join("lowered"));
    for (name, language, source) in PROGRAMS {
        let options = Options { language, ..Options::default() };
        let output = compile(source, &options).map_err(|errors| format!("{name}: {errors:?}"))?;
        if name != NOT_READ_AGAIN {
            let again = compile(&output.code, &options).map_err(|errors| format!("{name}, lowered: {errors:?}"))?;
            if again.changed {
                return Err(format!("{name}: lowered again, it changes"));
            }
        }
        if !lines::are_as_many(source, &output.code) {
            return Err(format!("{name}: lines are not kept"));
        }
        write(&native, name, source)?;
        write(&lowered, name, &output.code)?;
    }
    write(folder.path(), "compile.cjs", include_str!("typescript/compile.cjs"))?;
    for tree in ["native", "lowered"] {
        run(folder.path(), &["compile.cjs", tree])?;
    }
    let compiled = fs::read_dir(&native).map_err(|error| error.to_string())?.flatten();
    let names: Vec<_> = compiled.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    let names: Vec<_> = names.iter().filter(|name| name.ends_with(".cjs")).collect();
    if names.len() != PROGRAMS.len() + 1 {
        return Err(format!("not everything was compiled: {names:?}"));
    }
    for name in names {
        let [before, after] = [&native, &lowered].map(|tree| run(tree, &[name]));
        let (before, after) = (before?, after?);
        if before != after || before.is_empty() {
            return Err(format!("{name} prints\n{before}and lowered\n{after}"));
        }
    }
    Ok(())
}

fn write(folder: &Path, name: &str, text: &str) -> Result<(), String> {
    fs::create_dir_all(folder).and_then(|()| fs::write(folder.join(name), text)).map_err(|error| error.to_string())
}

fn run(folder: &Path, arguments: &[&str]) -> Result<String, String> {
    let mut command = node::command(folder);
    command.args(arguments);
    let run = node::run(command, node::TIME_LIMIT)?;
    if run.success { Ok(run.stdout) } else { Err(format!("{arguments:?}: {}", run.stderr)) }
}
