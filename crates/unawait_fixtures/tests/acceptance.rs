//! The library takes the programs that Node takes, and no others.

use unawait_fixtures::acceptance::{sweep, unlisted};

#[test]
fn the_same_programs_are_taken() {
    let (programs, taken, differences) = sweep(3).unwrap();
    let differences = unlisted(differences).unwrap();
    for difference in &differences {
        println!("{:?} {:?} {:?}", difference.what, difference.source_type, difference.text);
    }
    println!("{programs} programs, {taken} of them taken");
    assert!(differences.is_empty(), "{} differences", differences.len());
    assert!(programs > 15_000 && taken > programs / 2 && taken < programs * 4 / 5, "{taken} of {programs}");
}
