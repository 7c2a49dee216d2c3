//! What is said of many programs: the first warning of each kind, and how many there are.

use std::collections::BTreeMap;

use super::plan::Task;
use super::task::{Done, Outcome};
use crate::args::{Args, Destination, ErrorFormat, Telling};
use crate::report::{self, Message, shown};

/// How many places are named for warnings that are counted.
const PLACES: usize = 3;

/// Says the messages of a tree.
#[derive(Debug, Default)]
pub struct Teller {
    /// Whether each is said.
    all: bool,
    /// The warnings that were not said, by their codes.
    unsaid: BTreeMap<String, Unsaid>,
}

#[derive(Debug, Default)]
struct Unsaid {
    count: usize,
    /// Of the first.
    places: Vec<String>,
}

impl Teller {
    /// One that tells as `asked`. Programs that read the messages are told all.
    pub fn new(asked: Option<Telling>) -> Teller {
        let all = asked == Some(Telling::All) || report::format() == ErrorFormat::Json;
        Teller { all, unsaid: BTreeMap::new() }
    }

    /// What of `messages` is to be said now.
    pub fn choose(&mut self, messages: &[Message]) -> Vec<Message> {
        let mut chosen = Vec::new();
        for message in messages {
            let unsaid = match self.unsaid.get_mut(&message.code) {
                Some(unsaid) if message.is_warning && !self.all => unsaid,
                _ => {
                    if message.is_warning {
                        self.unsaid.insert(message.code.clone(), Unsaid::default());
                    }
                    chosen.push(message.clone());
                    continue;
                }
            };
            unsaid.count += 1;
            if unsaid.places.len() < PLACES {
                unsaid.places.push(message.place.clone());
            }
        }
        chosen
    }

    /// What is to be said of the rest.
    pub fn rest(&self) -> String {
        let rest = self.unsaid.iter().filter(|(_, unsaid)| unsaid.count > 0);
        rest.map(|(code, unsaid)| {
            let more = unsaid.count - unsaid.places.len();
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            let places = unsaid.places.join(", ");
            let warnings = if unsaid.count == 1 { "warning" } else { "warnings" };
            format!(
                "{} more {warnings} of the kind {code}: {places}{more} (`--warnings all` tells each, `--allow {code}` none)\n",
                unsaid.count
            )
        })
        .collect()
    }
}

/// What is said of one file.
pub fn line(task: &Task, done: &Done, args: &Args) -> String {
    let in_place = args.outputs.destination() == Destination::InPlace;
    let input = shown(&task.input);
    let time = format!("{:.1} ms", done.elapsed.as_secs_f64() * 1000.0);
    match done.outcome {
        Outcome::Lowered { functions: 1 } => format!("lowered {input}: 1 function, {time}\n"),
        Outcome::Lowered { functions } => format!("lowered {input}: {functions} functions, {time}\n"),
        Outcome::Untouched if in_place => format!("untouched {input}: {time}\n"),
        Outcome::Untouched | Outcome::Copied => format!("copied {input}: {time}\n"),
        Outcome::Current => format!("up to date {input}: {time}\n"),
        Outcome::Refused | Outcome::Failed => format!("failed {input}: {time}\n"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn warning(code: &str, place: &str) -> Message {
        Message { code: code.to_owned(), is_warning: true, place: place.to_owned(), text: String::new() }
    }

    #[test]
    fn the_first_of_each_kind_is_said_and_the_rest_counted() {
        let mut teller = Teller::default();
        let error = Message { is_warning: false, ..warning("a", "e:1:1") };
        assert_eq!(teller.choose(&[warning("a", "x:1:1"), warning("b", "x:2:1"), error.clone()]).len(), 3);
        for n in 0..5 {
            let messages = [warning("a", &format!("y:{n}:1")), error.clone()];
            assert_eq!(teller.choose(&messages), std::slice::from_ref(&error));
        }
        let rest = teller.rest();
        assert!(rest.starts_with("5 more warnings of the kind a: y:0:1, y:1:1, y:2:1 and 2 more ("), "{rest}");
        assert_eq!(rest.lines().count(), 1);
    }
}
