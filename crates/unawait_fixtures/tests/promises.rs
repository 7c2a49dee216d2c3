//! Promises that are not the engine's: zone.js, Bluebird, a `Promise` that is replaced while the program runs.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use tempfile::TempDir;
use unawait_compiler::{Driver, Options, PromisePolicy, SourceType, Target, compile};
use unawait_fixtures::{node, npm};

const TARGETS: [Target; 2] = [Target::Generators, Target::StateMachines];
const ZONES: &str = include_str!("../src/promises/zones.cjs");

/// A folder in which the packages can be required.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    npm::copy_folder(&npm::PROMISES.installed().unwrap(), &folder.path().join("node_modules")).unwrap();
    folder
}

fn lowered(source: &str, options: Options) -> String {
    compile(source, &Options { source_type: SourceType::CommonJs, ..options }).unwrap().code
}

fn output(folder: &Path, code: &str, arguments: &[&str]) -> String {
    fs::write(folder.join("program.cjs"), code).unwrap();
    let mut command = node::command(folder);
    command.args(arguments).arg("program.cjs");
    let run = node::run(command, node::TIME_LIMIT).unwrap();
    assert!(run.success && run.stderr.is_empty(), "{run:?}");
    run.stdout
}

/// The lines of a log that are of one zone.
fn of_zone<'l>(log: &'l str, zone: &str) -> Vec<&'l str> {
    let (from, within) = (format!("{zone} "), format!(" @{zone}"));
    log.lines().filter(|line| line.starts_with(&from) || line.ends_with(&within)).collect()
}

/// What TypeScript makes of the program, for engines without async functions.
fn by_typescript(folder: &Path) -> String {
    fs::write(folder.join("zones.cjs"), ZONES).unwrap();
    let script = "const ts = require('typescript'), options = { target: 'ES2015', module: 'CommonJS' }; \
                  const source = require('fs').readFileSync('zones.cjs', 'utf8'); \
                  process.stdout.write(ts.transpileModule(source, { compilerOptions: options }).outputText);";
    let mut command = node::command(folder);
    command.args(["-e", script]);
    let run = node::run(command, node::TIME_LIMIT).unwrap();
    assert!(run.success && run.stdout.contains("__awaiter"), "{run:?}");
    run.stdout
}

#[test]
fn zones_hear_of_every_await_whenever_they_are_loaded() {
    let folder = folder();
    let other = output(folder.path(), &by_typescript(folder.path()), &["-r", "zone.js"]);
    assert!(other.lines().count() > 150, "{other}");
    for target in TARGETS {
        let code = lowered(ZONES, Options { target, promise: PromisePolicy::Global, ..Options::default() });
        for first in [&["-r", "zone.js"][..], &[]] {
            let ours = output(folder.path(), &code, first);
            for zone in ["awaits", "calls", "loops", "other"] {
                let of_zone = [&ours, &other].map(|log| of_zone(log, zone));
                assert!(of_zone[0].len() > 15 && of_zone[0] == of_zone[1], "{target:?} {first:?}: {of_zone:#?}");
            }
            // TypeScript's async generators wait at other times, so that their zones hear of other tasks.
            for zone in ["generators", "delegation"] {
                let own = [&ours, &other]
                    .map(|log| of_zone(log, zone).into_iter().filter(|line| line.contains('@')).collect::<Vec<_>>());
                assert!(own[0].len() >= 8 && own[0] == own[1], "{target:?} {first:?}: {own:#?}");
                let heard: BTreeSet<&str> = of_zone(&ours, zone).into_iter().collect();
                for what in
                    ["invoke -", "schedule microTask Promise.then", "run microTask Promise.then", "has microTask true"]
                {
                    assert!(heard.contains(format!("{zone} {what}").as_str()), "{target:?} {first:?}: {zone} {what}");
                }
            }
        }
    }
}

#[test]
fn zones_are_lost_in_native_functions() {
    let folder = folder();
    fs::write(folder.path().join("program.cjs"), ZONES).unwrap();
    let mut command = node::command(folder.path());
    command.args(["-r", "zone.js", "program.cjs"]);
    // What natively rejects out of its zone is reported, too: the exit status is not looked at.
    let native = node::run(command, node::TIME_LIMIT).unwrap().stdout;
    assert!(native.contains("start @awaits") && native.contains("promise 2 @<root>"), "{native}");
}

#[test]
fn a_promise_that_is_replaced_is_looked_up_at_every_operation() {
    let source = include_str!("../src/promises/replaced.cjs");
    for target in TARGETS {
        let code = lowered(source, Options { target, promise: PromisePolicy::Global, ..Options::default() });
        assert_eq!(
            output(folder().path(), &code, &[]),
            "before false true\n\
             once true\nnever true\narrow true\nnext true\nreturned true\nloop true\nsyncLoop true\nearly true\n\
             thrown true\nmisused true\n\
             2 1  {\"value\":1,\"done\":false} {\"value\":1,\"done\":true} \"1,2,3\" \"1,2\" \
             {\"value\":2,\"done\":false} Error TypeError\n\
             awaits are seen true\n\
             again false,false\n1,2,3 0\n",
            "{target:?}"
        );
    }
}

#[test]
fn the_promises_of_a_module_and_of_a_driver_are_everywhere() {
    let source = include_str!("../src/promises/bluebird.cjs");
    let driver = Driver { specifier: "bluebird".to_owned(), export: "coroutine".to_owned() };
    let policies = [
        Options { promise: PromisePolicy::Module("bluebird".to_owned()), ..Options::default() },
        Options { driver: Some(driver), ..Options::default() },
    ];
    for options in policies {
        for target in TARGETS {
            let code = lowered(source, Options { target, ..options.clone() });
            assert_eq!(
                output(folder().path(), &code, &[]),
                "true,true,true,true,true\nclosing\n\
                 \"1,2\" {\"value\":1,\"done\":false} {\"value\":4,\"done\":true} Error: thrown 5\n",
                "{target:?} {options:?}"
            );
        }
    }
}
