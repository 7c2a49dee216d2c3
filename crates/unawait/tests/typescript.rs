//! TypeScript and JSX on the command line: which files, and what becomes of types.

mod common;

use common::{ASYNC, Folder, has};

const TYPED: &str =
    "export async function f<T>(this: void, a: T, b?: (x: T) => void): Promise<T> {\n  return await a;\n}\n";
const DECLARED: &str = "export declare function f<T>(a: T): Promise<T>; // async\n";

fn project() -> Folder {
    Folder::with(&[
        ("src/a.ts", TYPED),
        ("src/a.d.ts", DECLARED),
        ("src/b.tsx", "export const B = async <T,>(x: T) => <b>{await x}</b>;\n"),
        ("src/c.jsx", "export const C = async (x) => <this.B>{await x}</this.B>;\n"),
        ("src/d.js", ASYNC),
    ])
}

#[test]
fn types_stay() {
    let folder = project();
    folder.run("src --out-dir out --copy-files").went_well();
    has(&folder.read("out/a.ts"), &["function* f_1(a: T, b?: (x: T) => void): Promise<T> {\n  return yield a;\n}\n"]);
    has(&folder.read("out/b.tsx"), &["<T,>(x: T)", "<b>{yield x}</b>"]);
    has(&folder.read("out/c.jsx"), &["<this.B>{yield x}</this.B>"]);
    assert_eq!(folder.read("out/a.d.ts"), DECLARED);
}

#[test]
fn declarations_are_no_programs() {
    assert_eq!(project().run("--list src").printed(), "src/a.ts\nsrc/b.tsx\nsrc/c.jsx\nsrc/d.js\n");
    assert_eq!(project().run("src/a.d.ts").printed(), DECLARED);
}

#[test]
fn state_machines_have_no_place_for_types() {
    let folder = project();
    assert_eq!(folder.run("--list src --to state-machines").printed(), "src/a.ts\nsrc/b.tsx\nsrc/c.jsx\nsrc/d.js\n");
    has(
        &folder.run("src/a.ts --to state-machines").complained(1),
        &["a program with types cannot become state machines"],
    );
}

#[test]
fn a_name_says_it_on_standard_input_too() {
    let folder = Folder::empty();
    has(&folder.pipe(TYPED, "--stdin-filepath a.mts").printed(), &["function* f_1(a: T"]);
    has(&folder.pipe(TYPED, "--stdin-filepath a.mjs").complained(1), &["error["]);
}

#[test]
fn errors_have_their_place() {
    let folder = Folder::with(&[("a.ts", "async function f(a: ) {}\n")]);
    has(&folder.run("a.ts").complained(1), &[" --> a.ts:1:21"]);
}
