//! In an async generator: `return x` -> `return yield __awaitIn(x)`, `yield* x` -> `yield* __delegate(x)`
//!
//! `yield x` stays: the driver awaits, then yields. Why not simpler: `return` awaits its operand where it stands, within
//! any `try` around it (https://tc39.es/ecma262/#sec-return-statement-runtime-semantics-evaluation); and `yield*` awaits
//! what the inner iterator answers, which a synchronous one cannot (https://tc39.es/ecma262/#sec-generator-function-definitions-runtime-semantics-evaluation).

use unawait_runtime::Helper;
use unawait_syntax::inventory::{Delegate, Return};

use super::writer::Writer;

impl Writer<'_> {
    pub fn async_generators(&mut self) {
        let inventory = self.inventory;
        for Return { argument, is_sequence, .. } in &inventory.returns {
            let await_in = self.helper(Helper::AwaitIn);
            // `return(x)`, `return[x]`
            let space = if self.source[..argument.start].ends_with("return") { " " } else { "" };
            let (open, close) = if *is_sequence { ("((", "))") } else { ("(", ")") };
            self.edits.open(argument, format!("{space}yield {await_in}{open}"));
            self.edits.close(argument, close);
        }
        for Delegate { argument, .. } in &inventory.delegates {
            let delegate = self.helper(Helper::Delegate);
            // `yield*x`
            let space = if self.source[..argument.start].ends_with('*') { " " } else { "" };
            self.edits.open(argument, format!("{space}{delegate}("));
            self.edits.close(argument, ")");
        }
    }
}
