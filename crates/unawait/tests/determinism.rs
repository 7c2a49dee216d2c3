//! Outputs and maps are the same bytes whatever the number of threads, the order of inputs, and the folder of the checkout;
//! none of them holds an absolute path. Caches shared between machines rely on that.

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use common::Folder;

/// The tree of a checkout: programs of `fixtures/`.
fn checkout() -> Folder {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures");
    let mut files = Vec::new();
    for feature in ["async-generators", "for-await"] {
        for case in fs::read_dir(fixtures.join(feature)).unwrap() {
            let case = case.unwrap();
            if let Ok(program) = fs::read(case.path().join("input.js")) {
                files.push((format!("src/{feature}/{}.js", case.file_name().to_string_lossy()), program));
            }
        }
    }
    assert!(files.len() > 50, "{} programs", files.len());
    let files: Vec<_> = files.iter().map(|(name, bytes)| (name.as_str(), bytes)).collect();
    Folder::with(&files)
}

/// The outputs, by name, of one run.
fn outputs(folder: &Folder, to: &str, out: &str, args: &[&str]) -> BTreeMap<String, String> {
    let always = ["--to", to, "--out-dir", out, "--source-map", "file", "--no-config", "--no-cache", "--quiet"];
    let status = folder.command().args(always).args(args).status().unwrap();
    assert!(status.success());
    let inside = |name: &String| name.strip_prefix(&format!("{out}/")).map(str::to_owned);
    folder.tree().iter().filter_map(inside).map(|name| (name.clone(), folder.read(&format!("{out}/{name}")))).collect()
}

#[test]
fn bytes_depend_on_nothing_but_the_program() {
    let (here, there) = (checkout(), checkout());
    let folders = ["src/for-await", "src/async-generators"];
    let reversed = ["src/async-generators", "src/for-await"];
    for to in ["generators", "state-machines"] {
        let expected = outputs(&here, to, "out", &[&["--workers", "1"][..], &folders].concat());
        assert!(expected.len() > 50 && expected.keys().any(|name| name.ends_with(".map")));
        for (what, folder, args) in [
            ("threads", &here, [&["--workers", "4"][..], &folders].concat()),
            ("order", &here, [&["--workers", "3"][..], &reversed].concat()),
            ("checkout", &there, [&["--workers", "2"][..], &folders].concat()),
        ] {
            let found = outputs(folder, to, &format!("out-{what}-{to}"), &args);
            assert_eq!(found.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>(), "{what}");
            // The map names its source relative to itself, and the folders of outputs are equally deep.
            assert!(found == expected, "{what}: {:?}", found.iter().find(|(name, text)| expected[*name] != **text));
        }
        let home = here.path("").to_string_lossy().into_owned();
        let named = expected.iter().find(|(_, text)| text.contains(home.trim_end_matches('/')));
        assert!(named.is_none(), "an absolute path: {named:?}");
    }
}

/// Absolute inputs are named like relative ones.
#[test]
fn absolute_inputs_make_the_same_maps() {
    let folder = Folder::with(&[("src/a.mjs", "export const f = async () => { await 1; };\n")]);
    let relative = outputs(&folder, "generators", "one", &["src"]);
    let absolute = outputs(&folder, "generators", "two", &[&folder.path("src").to_string_lossy()]);
    assert_eq!(relative, absolute);
}
