//! Destructuring, to bind or to assign.

use super::expressions::Level;
use super::writer::{MAY, Writer};

impl Writer {
    fn place(&mut self, binds: bool) -> String {
        if self.chance(12) && self.may_grow() {
            return if self.chance(50) { self.array_pattern(binds) } else { self.object_pattern(binds) };
        }
        if binds { self.binding() } else { self.target() }
    }

    fn with_default(&mut self, place: String) -> String {
        match self.chance(30) {
            true => format!("{place}{MAY}={MAY}{}", self.expression(Level::Assignment)),
            false => place,
        }
    }

    pub fn array_pattern(&mut self, binds: bool) -> String {
        let mut items = self.several(0, 3, &format!("{MAY},"), |w| match w.chance(10) {
            true => String::new(),
            false => {
                let place = w.place(binds);
                w.with_default(place)
            }
        });
        if self.chance(15) {
            let comma = if items.is_empty() { "" } else { "," };
            items = format!("{items}{comma}...{}", self.place(binds));
        }
        format!("[{MAY}{items}{MAY}]")
    }

    pub fn object_pattern(&mut self, binds: bool) -> String {
        let mut items = self.several(0, 3, &format!("{MAY},{MAY}"), |w| match w.random.below(3) {
            0 if binds => {
                let name = w.binding();
                match name == "arguments" {
                    // A lowered generator function has a property of the name.
                    true => format!("a:{MAY}{}", w.with_default(name)),
                    false => w.with_default(name),
                }
            }
            _ => {
                let key = w.property_key();
                // V8 evaluates `b` in `({ a: o[b] } = undefined)`.
                let place = if w.generators && !binds { w.simple_target() } else { w.place(binds) };
                let value = w.with_default(place);
                format!("{key}{MAY}:{MAY}{value}")
            }
        });
        if self.chance(12) {
            let comma = if items.is_empty() { "" } else { "," };
            let name = if binds { self.binding() } else { "o.c".to_owned() };
            items = format!("{items}{comma}...{name}");
        }
        format!("{{{MAY}{items}{MAY}}}")
    }
}
