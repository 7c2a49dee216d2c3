//! Types stay where they are, and what has them does the same without them.

#[test]
fn programs_with_types_do_the_same() {
    unawait_fixtures::typescript::compare().unwrap_or_else(|problem| panic!("{problem}"));
}
