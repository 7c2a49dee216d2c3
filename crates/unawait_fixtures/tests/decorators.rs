//! Decorators are evaluated and called as they are natively.

#[test]
fn decorators_do_the_same() {
    unawait_fixtures::decorators::compare().unwrap_or_else(|problem| panic!("{problem}"));
}
