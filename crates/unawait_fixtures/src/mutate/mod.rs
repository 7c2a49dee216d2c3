//! Programs made of real ones: a seed takes a program of the corpus, splices others into it, renames, breaks lines,
//! wraps and damages it.
//!
//! The grammar writes what its author thought of; real programs hold what nobody thought of, and most mutants are
//! invalid, which shows whether refusals are node's. Each kind of mutation is a file: `splice` exchanges subtrees,
//! `wraps` puts them into functions and statements, `names` renames, `tokens` damages and puts trivia between tokens.

mod corpus;
mod maker;
mod names;
mod splice;
mod tokens;
mod wraps;

use unawait_compiler::{SourceType, Target};

pub use corpus::Corpus;
use maker::{Change, Maker};

use crate::oracle::Program;
use crate::parts::Tree;
use crate::random::Random;

/// The node that judges mutants: older ones do not know all syntax of the corpus.
pub const NODE: &str = ">=24";

/// How long a program may grow, in bytes.
const LONGEST: usize = 6_000;

/// A mutation; `None` if the program has nothing for it.
type Mutation = fn(&mut Maker, &Tree) -> Option<Vec<Change>>;

/// Each with how often it is taken.
const MUTATIONS: &[(usize, Mutation)] = &[
    (30, splice::exchange),
    (8, splice::insert),
    (5, splice::remove),
    (4, splice::repeat),
    (14, wraps::expression),
    (12, wraps::statement),
    (4, wraps::program),
    (8, wraps::function_kind),
    (6, names::rename_one),
    (8, names::rename_all),
    (10, tokens::trivia),
    (3, tokens::delete),
    (3, tokens::double),
    (3, tokens::swap),
    (4, tokens::replace),
    (3, tokens::insert),
];

/// The program of a seed, always the same for the same corpus.
pub fn program(seed: u64, corpus: &Corpus, target: Target) -> Program {
    let mut maker = Maker { random: Random::new(seed), corpus, target };
    let host = corpus.host(&mut maker.random);
    let (mut text, mut source_type) = (host.text, host.source_type);
    if source_type != SourceType::Module {
        source_type = if maker.random.chance(60) { SourceType::Script } else { SourceType::CommonJs };
    }
    for _ in 0..maker.random.between(0, 5) {
        // What does not parse any more is not mutated further.
        let Ok(tree) = Tree::parse(&text, source_type) else { break };
        let Some(changed) = mutation(&mut maker.random)(&mut maker, &tree).and_then(|changes| apply(&text, changes))
        else {
            continue;
        };
        if changed.len() < LONGEST.max(text.len()) {
            text = changed;
        }
    }
    Program { seed, source_type, decorators: false, text: with_calls(&mut maker, text, source_type) }
}

/// One of the mutations.
fn mutation(random: &mut Random) -> Mutation {
    let mut number = random.below(MUTATIONS.iter().map(|(weight, _)| weight).sum());
    for (weight, mutation) in MUTATIONS {
        if number < *weight {
            return *mutation;
        }
        number -= weight;
    }
    MUTATIONS[0].1
}

/// The text with `changes`; `None` if they overlap.
fn apply(text: &str, mut changes: Vec<Change>) -> Option<String> {
    changes.sort_by_key(|change| (change.span.start, change.span.end));
    let mut out = String::with_capacity(text.len() + 200);
    let mut at = 0;
    for change in changes {
        out += text.get(at..change.span.start)?;
        out += &change.text;
        at = change.span.end;
    }
    out += text.get(at..)?;
    Some(out)
}

/// The program, which calls what it declares at its top level, and holds something to lower: else nobody parses it.
fn with_calls(maker: &mut Maker, mut text: String, source_type: SourceType) -> String {
    if let Ok(tree) = Tree::parse(&text, source_type) {
        let calls: String = tree
            .declared
            .iter()
            .take(8)
            .map(|name| format!(";call({}, () => typeof {name} === 'function' && {name}())", maker.id()))
            .collect();
        text = text + "\n" + &calls;
    }
    let words: &[&str] = if maker.target == Target::Generators { &["async"] } else { &["async", "function*", "yield"] };
    if !words.iter().any(|word| text.contains(word)) {
        text += "\n;async () => {}";
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Corpus, program};
    use unawait_compiler::Target;

    #[test]
    fn a_seed_is_always_the_same_program() {
        let corpus = Corpus::of(&[crate::project_root().join("fixtures/comments")]).unwrap();
        let texts = |from: u64| (from..from + 20).map(|seed| program(seed, &corpus, Target::Generators).text);
        assert!(texts(0).eq(texts(0)));
        assert!(texts(0).ne(texts(1)));
    }
}
