//! Decorators of classes and members, whose expressions belong to the function around the class.

use super::expressions::Level;
use super::writer::{MAY, Writer};

impl Writer {
    /// Some decorators, or none, with what stands behind them.
    pub fn decorated(&mut self) -> String {
        if !self.decorators {
            return String::new();
        }
        self.several(0, 2, "", |this| format!("{}{}", this.decorator(), this.pick(&[" ", "\n", " /* @ */ "])))
    }

    /// `@name.name`, `@name(arguments)` or `@(expression)`.
    fn decorator(&mut self) -> String {
        if !self.may_grow() {
            return "@dec".to_owned();
        }
        // The class binds its private names inside only.
        let private = std::mem::take(&mut self.here.private);
        let id = self.id();
        let text = match self.random.below(5) {
            0 => "@dec".to_owned(),
            1 => format!("@dec.tag({id}, {})", self.expression(Level::Assignment)),
            2 => format!("@tag({id},{MAY}{})", self.expression(Level::Assignment)),
            3 => format!("@({MAY}{}, dec)", self.expression(Level::Assignment)),
            _ => format!("@(tag({id}, {}))", self.expression(Level::Assignment)),
        };
        self.here.private = private;
        text
    }
}
