//! The targets that every case is lowered to.

use unawait_compiler::Target;

/// Each with its name, which is that of the command's `--to`, of outputs and of lists of known failures.
pub const TARGETS: &[(Target, &str)] = &[(Target::Generators, "generators"), (Target::StateMachines, "state-machines")];

/// The name of `target`.
pub fn name(target: Target) -> &'static str {
    match target {
        Target::Generators => "generators",
        Target::StateMachines => "state-machines",
    }
}

/// The target of this name.
///
/// # Errors
/// When there is none.
pub fn named(name: &str) -> Result<Target, String> {
    let mut targets = [Target::Generators, Target::StateMachines].into_iter();
    targets.find(|target| self::name(*target) == name).ok_or_else(|| format!("there is no target `{name}`"))
}
