//! No output is of a newer ECMAScript than its source and the target.

use unawait_fixtures::case::Case;
use unawait_fixtures::project_root;
use unawait_fixtures::versions::{check, newer};

#[test]
fn no_fixture_becomes_newer_than_it_is() {
    let cases = Case::discover(&project_root().join("fixtures")).unwrap();
    let checked = check(&cases).unwrap_or_else(|problems| panic!("{problems}"));
    assert!(checked > 1500, "{checked} outputs");
}

#[test]
fn what_is_newer_is_told() {
    let source = "class C { async *m() {} }";
    let told = newer(source, "class C { static #m = 1; }", 6).unwrap().unwrap();
    assert!(told.starts_with("Unexpected character '#'") && told.contains("version 9"), "{told}");
    assert_eq!(newer(source, "class C { async *m() {} }", 6).unwrap(), None);
    assert!(newer("var a;", "let a;", 5).unwrap().is_some());
    assert_eq!(newer("var a;", "let a;", 6).unwrap(), None);
}
