//! The YAML at the head of every test: only the keys we act on, in the forms the suite's linter allows.

/// What a test says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    pub flags: Vec<String>,
    pub includes: Vec<String>,
    pub negative: Option<Negative>,
}

/// The error a test must end with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Negative {
    /// `parse`, `resolution` or `runtime`.
    pub phase: String,
    /// The error's constructor.
    pub error: String,
}

impl FrontMatter {
    /// Splits a test's text into its front matter and the rest; `None` when it has none.
    pub fn split(text: &str) -> Option<(FrontMatter, String)> {
        let start = text.find("/*---")?;
        let end = start + text[start..].find("---*/")?;
        let rest = format!("{}{}", &text[..start], &text[end + 5..]);
        Some((FrontMatter::parse(&text[start + 5..end]), rest))
    }

    /// Whether `flag` is set.
    pub fn has(&self, flag: &str) -> bool {
        self.flags.iter().any(|other| other == flag)
    }

    fn parse(yaml: &str) -> FrontMatter {
        let mut front_matter = FrontMatter::default();
        let mut key = "";
        for line in yaml.split(['\n', '\r']).filter(|line| !line.trim().is_empty()) {
            let nested = line.starts_with([' ', '\t']);
            let mut value = line.trim();
            if !nested && let Some((name, inline)) = line.split_once(':') {
                (key, value) = (name.trim(), inline.trim());
            }
            match key {
                "flags" => front_matter.flags.extend(items(value)),
                "includes" => front_matter.includes.extend(items(value)),
                "negative" => {
                    let negative = front_matter.negative.get_or_insert_default();
                    match value.split_once(':') {
                        Some(("phase", phase)) => negative.phase = phase.trim().to_owned(),
                        Some(("type", error)) => negative.error = error.trim().to_owned(),
                        _ => {}
                    }
                }
                _ => {}
            }
        }
        front_matter
    }
}

/// The items of `[a, b]`, of `- a`, or of a flow sequence's middle lines.
fn items(value: &str) -> impl Iterator<Item = String> {
    value
        .trim_start_matches("- ")
        .split(['[', ']', ','])
        .map(|item| item.trim().to_owned())
        .filter(|item| !item.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{FrontMatter, Negative};

    #[test]
    fn the_forms_in_use_are_read() {
        let text = "// head\n/*---\ndescription: >\n  flags: [none]\nflags: [async, onlyStrict]\nnegative:\n  phase: parse\n  type: SyntaxError\nincludes:\n  - a.js\n  - b.js\n---*/\nbody";
        let (front_matter, rest) = FrontMatter::split(text).unwrap();
        assert_eq!(front_matter.flags, ["async", "onlyStrict"]);
        assert_eq!(front_matter.includes, ["a.js", "b.js"]);
        let negative = Negative { phase: "parse".into(), error: "SyntaxError".into() };
        assert_eq!(front_matter.negative, Some(negative));
        assert_eq!(rest, "// head\n\nbody");
        assert!(front_matter.has("async") && !front_matter.has("raw"));
    }
}
