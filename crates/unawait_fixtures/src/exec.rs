//! Running a case: natively and lowered, each in a folder of its own where its files have their own names, so
//! that `__filename`, imports of itself and the lines of stack traces agree.

use crate::case::{Case, Kind};
use crate::snapshot::{compare, compare_optional, diff};
use crate::{check, node, npm, project_root, render, syntax};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use tempfile::TempDir;
use unawait_compiler::{Helpers, Options, Output, Target, compile};

/// What a case's input does, which is the same whatever it is lowered to.
#[derive(Debug, Default)]
pub struct Native(OnceLock<Result<node::Run, String>>);

/// Checks a case in every way its kind demands; with `update`, rewrites what it expects.
///
/// # Errors
/// Everything that is wrong with it, a paragraph each.
pub fn check_case(case: &Case, target: Target, native: &Native, update: bool) -> Result<(), String> {
    let source = read(&case.folder.join(&case.input))?;
    let options = case.compiler_options(Path::new(&case.input), target)?;
    let result = compile(&source, &options);
    match (case.kind, result) {
        (Kind::Refused, Err(diagnostics)) => {
            compare(&case.folder.join("diagnostics.txt"), &render::diagnostics(&source, &diagnostics), update)
        }
        (Kind::Refused, Ok(_)) => Err("compiles, but must be refused".to_owned()),
        (_, Err(diagnostics)) => Err(format!("is refused:\n{}", render::diagnostics(&source, &diagnostics))),
        (Kind::Untouched, Ok(output)) if !is_work(&source, &options) => untouched(&source, &output),
        (_, Ok(output)) => lowered(case, &source, &output, &options, native, update),
    }
}

/// Whether a program holds what the target has not: one that is untouched may hold generators.
fn is_work(source: &str, options: &Options) -> bool {
    let inventory = syntax::inventory(source, options.source_type, options.target);
    inventory.is_ok_and(|inventory| inventory.functions > 0)
}

fn untouched(source: &str, output: &Output) -> Result<(), String> {
    if output.code != source {
        return Err(format!("must come back as it is:\n{}", diff(source, &output.code, "input", "output")));
    }
    if output.changed || output.functions != 0 {
        return Err("came back as it is, but is said to be changed".to_owned());
    }
    Ok(())
}

fn lowered(
    case: &Case,
    source: &str,
    output: &Output,
    options: &Options,
    native: &Native,
    update: bool,
) -> Result<(), String> {
    let mut problems = Problems::default();
    problems.add(check::output(source, output, options));
    let behaves = behaviour(case, source, output, options, native, update);
    // An output that does something else is not worth remembering.
    let write = update && behaves.is_ok();
    problems.add(behaves);
    let text = if output.changed { &output.code } else { "" };
    problems.add(compare_optional(&case.output_path(options.target), text, write));
    let warnings = render::diagnostics(source, &output.warnings);
    problems.add(compare_optional(&case.folder.join("warnings.txt"), &warnings, write));
    problems.into_result()
}

/// Runs the input, if this node can, and the output; both must do the same and print `stdout.txt`.
fn behaviour(
    case: &Case,
    source: &str,
    output: &Output,
    options: &Options,
    native: &Native,
    update: bool,
) -> Result<(), String> {
    let expected = case.folder.join("stdout.txt");
    let lowered_files = lower_companions(case, options.target)?;
    let native = || native.0.get_or_init(|| run(case, options, source, &[])).clone();
    let after = if output.changed || lowered_files.iter().any(|(_, changed, _)| *changed) {
        run(case, options, &output.code, &lowered_files)
    } else {
        native()
    };
    let after = after.map_err(|error| format!("the output is {error}"))?;
    if !case.options.node.as_deref().map_or(Ok(true), node::satisfies)? {
        return compare(&expected, &after.stdout, false).map_err(|error| format!("run lowered: {error}"));
    }
    let before = native().map_err(|error| format!("the input is {error}"))?;
    if before.stdout != after.stdout || before.status != after.status {
        return Err(format!(
            "the output does something else than the input:\n{}{}{}",
            diff(&before.stdout, &after.stdout, "native", "lowered"),
            if before.status == after.status {
                String::new()
            } else {
                format!("{}, then {}\n", before.status, after.status)
            },
            after.stderr
        ));
    }
    compare(&expected, &before.stdout, update)
}

/// The case's further programs, lowered and checked: path, whether that changed it, and text.
fn lower_companions(case: &Case, target: Target) -> Result<Vec<(PathBuf, bool, String)>, String> {
    let mut lowered = Vec::new();
    for companion in case.companions.iter().filter(|companion| case.lowers(companion)) {
        let name = companion.display();
        let source = read(&case.folder.join(companion))?;
        let options = case.compiler_options(companion, target)?;
        let output = compile(&source, &options)
            .map_err(|diagnostics| format!("{name} is refused:\n{}", render::diagnostics(&source, &diagnostics)))?;
        check::output(&source, &output, &options).map_err(|error| format!("{name}: {error}"))?;
        lowered.push((companion.clone(), output.changed, output.code));
    }
    Ok(lowered)
}

/// Runs `program` under the input's name, beside the case's further files, of which `replaced` are given.
fn run(
    case: &Case,
    options: &Options,
    program: &str,
    replaced: &[(PathBuf, bool, String)],
) -> Result<node::Run, String> {
    let folder = TempDir::new().map_err(|error| error.to_string())?;
    let root = folder.path();
    for companion in &case.companions {
        copy(&case.folder.join(companion), &root.join(companion))?;
    }
    for (name, _, text) in replaced {
        write(&root.join(name), text)?;
    }
    write(&root.join(&case.input), program)?;
    provide_packages(case, options, &root.join("node_modules"))?;

    let mut command = node::command(root);
    command.args(&case.options.node_args);
    if case.options.is_script() {
        command.args(["-e", RUN_SCRIPT]);
    }
    command.arg(&case.input);
    node::run(command, node::TIME_LIMIT)
}

/// Node runs a file as a module or as CommonJS; this is how it runs one as a classic script.
const RUN_SCRIPT: &str = "(file => require('vm').runInThisContext(require('fs').readFileSync(file, 'utf8'), \
                          { filename: file }))(require('path').resolve(process.argv[1]))";

fn provide_packages(case: &Case, options: &Options, node_modules: &Path) -> Result<(), String> {
    if let Helpers::Import(specifier) | Helpers::Require(specifier) | Helpers::Package(specifier) = &options.helpers
        && specifier == options.target.runtime_package()
    {
        let package = Target::Generators.runtime_package();
        npm::copy_folder(&project_root().join("runtime-js"), &node_modules.join(package))?;
    }
    for package in &case.options.packages {
        npm::copy_folder(&npm::installed()?.join(package), &node_modules.join(package))?;
    }
    Ok(())
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    }
    fs::copy(from, to).map(|_| ()).map_err(|error| format!("{}: {error}", from.display()))
}

/// Everything that is wrong, told together: one run shows it all.
#[derive(Default)]
struct Problems(Vec<String>);

impl Problems {
    fn add(&mut self, result: Result<(), String>) {
        self.0.extend(result.err());
    }

    fn into_result(self) -> Result<(), String> {
        if self.0.is_empty() { Ok(()) } else { Err(self.0.join("\n")) }
    }
}

#[cfg(test)]
mod tests {
    use super::Native;
    use crate::case::Case;
    use std::fs;
    use std::path::Path;
    use tempfile::TempDir;
    use unawait_compiler::Target;

    fn check_case(case: &Case, update: bool) -> Result<(), String> {
        super::check_case(case, Target::Generators, &Native::default(), update)
    }

    fn only_case(root: &Path) -> Case {
        Case::discover(root).unwrap().into_iter().next().unwrap()
    }

    #[test]
    fn a_case_is_written_once_and_then_holds() {
        let root = TempDir::new().unwrap();
        let folder = root.path().join("feature/case");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("input.mjs"), "import { f } from './other.mjs';\nconsole.log(await f());\n").unwrap();
        fs::write(folder.join("other.mjs"), "export async function f() {\n  return await 7;\n}\n").unwrap();
        let case = only_case(root.path());
        assert_eq!((case.name.as_str(), case.companions.len()), ("feature/case", 1));

        assert!(check_case(&case, false).unwrap_err().contains("stdout.txt is missing"));
        check_case(&case, true).unwrap();
        assert_eq!(fs::read_to_string(folder.join("stdout.txt")).unwrap(), "7\n");
        check_case(&only_case(root.path()), false).unwrap();

        fs::write(folder.join("stdout.txt"), "8\n").unwrap();
        assert!(check_case(&case, false).unwrap_err().contains("stdout.txt is not up to date"));
    }

    #[test]
    fn what_must_be_refused_is_remembered_with_its_place() {
        let root = TempDir::new().unwrap();
        let folder = root.path().join("errors/case");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("input.js"), "async function f() {\n  return await;\n}\n").unwrap();
        check_case(&only_case(root.path()), true).unwrap();
        assert!(fs::read_to_string(folder.join("diagnostics.txt")).unwrap().starts_with("2:15: error[syntax]: "));
    }

    #[test]
    fn scripts_run_as_scripts() {
        let root = TempDir::new().unwrap();
        let folder = root.path().join("feature/script");
        fs::create_dir_all(&folder).unwrap();
        let program = "var f = async () => this === globalThis && typeof globalThis.f;\nf().then(console.log);\n";
        fs::write(folder.join("input.js"), program).unwrap();
        fs::write(folder.join("options.json"), r#"{ "source_type": "script" }"#).unwrap();
        check_case(&only_case(root.path()), true).unwrap();
        assert_eq!(fs::read_to_string(folder.join("stdout.txt")).unwrap(), "function\n");
    }
}
