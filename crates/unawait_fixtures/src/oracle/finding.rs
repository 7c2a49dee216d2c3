//! A program, and what is wrong with what became of it.

use unawait_compiler::SourceType;

/// A program.
#[derive(Clone, Debug)]
pub struct Program {
    pub seed: u64,
    pub source_type: SourceType,
    /// Whether it has decorators, which no engine knows: Babel takes them out of the program and of its output.
    pub decorators: bool,
    pub text: String,
}

/// What kind of thing is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// The library panics.
    Panic,
    /// The library refuses a valid program.
    Refused,
    /// The library makes a valid program of an invalid one.
    MadeValid,
    /// The library lowers an invalid program; node refuses the output, too.
    LeftToNode,
    /// Node refuses the output of a valid program.
    InvalidOutput,
    /// The text of the output is not as it should be.
    Text,
    /// The output does something else.
    Differs,
    /// The program ends, its output does not.
    Endless,
}

/// Something wrong with what became of a program.
#[derive(Clone, Debug)]
pub struct Finding {
    pub program: Program,
    pub fault: Fault,
    /// The first line says in short what is wrong; the others go into detail.
    pub what: String,
}

impl Finding {
    /// Findings with the same key are, as a rule, of the same cause: the kind of fault and the words of its first line.
    pub fn key(&self) -> String {
        let line = self.what.lines().next().unwrap_or_default();
        let quoted = |c| matches!(c, '\'' | '`' | '"');
        let words: Vec<&str> = line.split(quoted).step_by(2).map(str::trim).collect();
        let words: String = words.join(" ").chars().filter(|c| !c.is_ascii_digit()).collect();
        format!("{:?}: {words}", self.fault)
    }
}
