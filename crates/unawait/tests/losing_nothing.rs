//! A tree loses no file in silence, and tells what matters once.

mod common;

use std::fs;

use common::{ASYNC, Folder, PLAIN, has};

const MODULE: &str = "export async function f(x) {\n  return await x;\n}\n";

#[test]
fn what_cannot_become_state_machines_is_refused_or_copied() {
    let folder = Folder::with(&[
        ("src/typed.ts", "async function f(x: number): Promise<number> { return await x }\n"),
        ("src/plain.ts", "export const x: number = 1;\n"),
        ("src/view.jsx", "const v = <b>1</b>; async function f() { await 1 }\n"),
        ("src/no-view.jsx", ASYNC),
        ("src/types.d.ts", "declare const x: number;\n"),
    ]);
    let ran = folder.run("src -d out --to state-machines");
    assert_eq!(ran.status, Some(1), "{ran:?}");
    has(&ran.stderr, &["a program with types cannot become state machines", "a program with JSX cannot become"]);
    has(&ran.stderr, &["4 files", "1 untouched, 2 refused, 1 left alone"]);
    assert_eq!(folder.read("out/plain.ts"), folder.read("src/plain.ts"));
    has(&folder.read("out/no-view.jsx"), &["switch(_.to)"]);
    assert!(!folder.path("out/typed.ts").exists());
    assert_eq!(folder.run("src/no-view.jsx --to state-machines").printed(), folder.read("out/no-view.jsx"));
}

#[test]
fn a_module_in_a_commonjs_package_is_a_module() {
    let folder = Folder::with(&[
        ("dist/package.json", "{\"type\":\"commonjs\"}"),
        ("dist/esm/a.js", MODULE),
        ("dist/esm/b.js", "import './a.js';\nasync () => import.meta.url;\n"),
        ("dist/c.js", "async () => { with (a) await b };\n"),
    ]);
    let ran = folder.run("dist -d out");
    assert_eq!(ran.status, Some(0), "{ran:?}");
    has(
        &ran.stderr,
        &[
            "warning[module-in-commonjs]",
            " --> dist/esm/a.js:1:1",
            "1 more warning of the kind module-in-commonjs: dist/esm/b.js:1:1 (",
        ],
    );
    assert_eq!(ran.stderr.matches("warning[").count(), 1);
    has(&folder.read("out/esm/a.js"), &["export function f("]);
    folder.run("dist -d out --no-cache --allow module-in-commonjs").went_well();
    has(&folder.run("dist/esm/a.js --helpers import --allow module-in-commonjs").printed(), &["import {"]);
    // An extension and an option are definite, and what is wrong with a module is told.
    fs::write(folder.path("dist/d.cjs"), MODULE).unwrap();
    has(&folder.run("dist/d.cjs").complained(1), &["`import` and `export` are for modules"]);
    has(&folder.run("dist/esm/a.js --source-type commonjs").complained(1), &["`import` and `export`"]);
    has(&folder.run("dist/esm/a.js --helpers require").complained(1), &["error[helpers-kind]"]);
}

#[test]
fn many_warnings_of_a_kind_are_told_once() {
    let program = format!("{ASYNC}//# sourceMappingURL=gone.map\n");
    let files: Vec<(String, String)> = (0..20)
        .map(|n| {
            (
                format!("src/{n:02}.js"),
                if n == 7 { format!("async () => eval('x');\n{program}") } else { program.clone() },
            )
        })
        .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let folder = Folder::with(&files);
    // From the cache, too.
    for _ in 0..2 {
        let told = folder.run("src -d out --sourcemap").stderr;
        assert_eq!(
            (told.matches("warning[input-map]").count(), told.matches("warning[direct-eval]").count()),
            (1, 1),
            "{told}"
        );
        has(
            &told,
            &["19 more warnings of the kind input-map: src/01.js:6:1, src/02.js:6:1, src/03.js:6:1 and 16 more ("],
        );
    }
    let all = folder.run("src -d out --sourcemap --warnings all").stderr;
    assert_eq!(all.matches("warning[input-map]").count(), 20);
    let json = folder.run("src -d out --sourcemap --error-format json").stderr;
    assert_eq!(json.lines().filter(|line| line.contains("\"input-map\"")).count(), 20);
    let allowed = folder.run("src -d out --sourcemap --allow input-map").stderr;
    assert!(!allowed.contains("input-map") && allowed.contains("direct-eval"), "{allowed}");
    folder.run("src -d out --sourcemap --allow input-map --allow direct-eval --deny-warnings").went_well();
    has(&folder.run("src -d out --allow no-such").complained(2), &["there is no such warning"]);
}

#[test]
fn what_is_no_utf_8_comes_through_where_nothing_is_lowered() {
    let latin = b"var x = '\xe9';\n".as_slice();
    let folder = Folder::with(&[("a.js", latin), ("b.js", b"async () => '\xe9';\n".as_slice())]);
    let printed = folder.command().arg("a.js").output().unwrap();
    assert_eq!((printed.status.code(), printed.stdout.as_slice()), (Some(0), latin));
    folder.run("a.js -o c.js").printed();
    folder.run("a.js -d out").went_well();
    folder.run("--in-place a.js").went_well();
    for name in ["a.js", "c.js", "out/a.js"] {
        assert_eq!(fs::read(folder.path(name)).unwrap(), latin, "{name}");
    }
    for arguments in ["b.js", "b.js -d out -q", "b.js -o d.js"] {
        has(
            &folder.run(arguments).complained(1),
            &["`b.js` is not UTF-8: invalid byte 0xe9", "iconv -f LATIN1 -t UTF-8"],
        );
    }
}

#[test]
fn files_that_stay_behind_are_counted() {
    let folder = Folder::with(&[("src/a.js", PLAIN), ("src/b.css", ""), ("src/c.json", "{}")]);
    has(&folder.run("src -d out").stderr, &["1 untouched, 2 left alone, in"]);
    has(&folder.run("src -d out --copy-files").stderr, &["2 copied", "1 up to date"]);
}
