//! `try`: a catch region, in a finally region if there is a finalizer.

use swc_ecma_ast::*;
use unawait_runtime::Helper;

use super::Builder;
use crate::graph::*;
use crate::make;
use crate::mentions::mentions;

impl Builder<'_, '_, '_> {
    /// ```text
    /// try { a } catch (e) { b } finally { c }
    ///     ->   body in the catch region, in the finally region: a -> finalizer
    ///          handler in the finally region: e = sent; b -> finalizer
    ///          finalizer: c; end finally -> after
    ///          after:
    /// ```
    pub(super) fn try_(&mut self, statement: TryStmt) {
        let outer = self.region;
        let after = self.block();
        let finalizer = statement.finalizer.map(|finalizer| {
            let block = self.block();
            let slot = self.slot();
            if self.is_in_loop() {
                let enter = Box::new(Expr::Ident((self.helper)(Helper::Enter)));
                self.emit_expr(make::call(enter, vec![self.machine(), make::number(slot)]));
            }
            (self.enter(RegionKind::Finally(slot), block), block, finalizer)
        });
        let next = finalizer.as_ref().map_or(after, |(_, block, _)| *block);
        let handler = statement.handler.map(|handler| {
            let block = self.block();
            self.enter(RegionKind::Catch, block);
            (block, handler)
        });

        let body = self.block();
        self.fall_into(body);
        self.statements(self.block_list(statement.block));
        self.goto(next);

        if let Some((block, handler)) = handler {
            self.region = self.graph[block].region;
            self.place(block);
            let caught = self.caught(handler.param.filter(|parameter| is_read(parameter, &handler.body)));
            self.statements(self.block_list(handler.body));
            self.release(caught.into_iter().collect());
            self.goto(next);
        }
        self.region = outer;
        if let Some((region, block, finalizer)) = finalizer {
            self.place(block);
            self.statements(self.block_list(finalizer));
            self.end(Terminator::EndFinally { of: region, normal: after });
        }
        self.place(after);
    }

    /// What the handler catches is what the body is resumed with. The answer is the variable that holds it.
    fn caught(&mut self, parameter: Option<Pat>) -> Option<Ident> {
        match parameter {
            Some(Pat::Ident(name)) => {
                self.locals.push(name.id.clone());
                self.emit_expr(make::assign(name.id.clone(), self.sent()));
                return Some(name.id);
            }
            Some(Pat::Array(pattern)) => {
                self.emit_expr(make::assign_to(AssignTarget::Pat(AssignTargetPat::Array(pattern)), self.sent()));
            }
            Some(Pat::Object(pattern)) => {
                self.emit_expr(make::assign_to(AssignTarget::Pat(AssignTargetPat::Object(pattern)), self.sent()));
            }
            _ => {}
        }
        None
    }

    /// A region for what is built from here on.
    fn enter(&mut self, kind: RegionKind, handler: BlockId) -> RegionId {
        self.graph.regions.push(Region { outer: self.region, kind, handler });
        let region = RegionId(self.graph.regions.len() - 1);
        self.region = Some(region);
        region
    }
}

/// Whether anything happens when what was caught gets to `parameter`, or later for that.
fn is_read(parameter: &Pat, body: &BlockStmt) -> bool {
    match parameter {
        Pat::Ident(name) => mentions(body, std::slice::from_ref(&name.id.sym)),
        _ => true,
    }
}
