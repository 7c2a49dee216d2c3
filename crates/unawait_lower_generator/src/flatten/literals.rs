//! Array, object and template literals.

use swc_common::DUMMY_SP;
use swc_ecma_ast::*;
use unawait_runtime::Helper;

use crate::build::Builder;
use crate::make;

impl Builder<'_, '_, '_> {
    pub(super) fn array(&mut self, mut expr: ArrayLit) -> Box<Expr> {
        // Holes stay where they are.
        let holes: Vec<bool> = expr.elems.iter().map(Option::is_none).collect();
        let mut elements = self.arguments(expr.elems.into_iter().flatten().collect()).into_iter();
        expr.elems = holes.into_iter().map(|hole| if hole { None } else { elements.next() }).collect();
        Box::new(Expr::Array(expr))
    }

    /// Values and computed keys before the last suspension are spilled; functions stay where they are, for their names
    /// and their `super`.
    pub(super) fn object(&mut self, mut expr: ObjectLit) -> Box<Expr> {
        let last = expr.props.iter().rposition(|one| self.suspends(one)).unwrap_or(0);
        let evaluate = |(index, property): (usize, PropOrSpread)| {
            if index > last { property } else { self.property(property, index < last) }
        };
        expr.props = expr.props.into_iter().enumerate().map(evaluate).collect();
        Box::new(Expr::Object(expr))
    }

    fn property(&mut self, property: PropOrSpread, early: bool) -> PropOrSpread {
        let property = match property {
            PropOrSpread::Spread(spread) if early => {
                let copied = ObjectLit { span: DUMMY_SP, props: vec![PropOrSpread::Spread(spread)] };
                let copied = match self.object(copied) {
                    object if object.is_object() => self.spill(object),
                    other => other,
                };
                return PropOrSpread::Spread(SpreadElement { dot3_token: DUMMY_SP, expr: copied });
            }
            PropOrSpread::Spread(spread) => {
                let expr = self.expr(spread.expr);
                return PropOrSpread::Spread(SpreadElement { expr, ..spread });
            }
            PropOrSpread::Prop(property) => *property,
        };
        PropOrSpread::Prop(Box::new(match property {
            Prop::Shorthand(name) if early => self.shorthand(name),
            Prop::KeyValue(KeyValueProp { key, value }) => {
                let value_suspends = self.suspends(&value);
                let key = self.property_key(key, early || value_suspends);
                let value = match *value {
                    // In place, for its name.
                    Expr::Class(class) if early && class.ident.is_none() => self.named_class(&key, class),
                    value if early => self.operand(Box::new(value)),
                    value => make::argument(self.expr(Box::new(value))),
                };
                Prop::KeyValue(KeyValueProp { key, value })
            }
            Prop::Method(method) => Prop::Method(MethodProp { key: self.property_key(method.key, early), ..method }),
            Prop::Getter(getter) => Prop::Getter(GetterProp { key: self.property_key(getter.key, early), ..getter }),
            Prop::Setter(setter) => Prop::Setter(SetterProp { key: self.property_key(setter.key, early), ..setter }),
            other => other,
        }))
    }

    /// `x` -> `x: t`. `__proto__: t` would mean something else.
    fn shorthand(&mut self, name: Ident) -> Prop {
        let key = if &*name.sym == "__proto__" {
            PropName::Computed(ComputedPropName { span: DUMMY_SP, expr: make::string("__proto__") })
        } else {
            PropName::Ident(IdentName { span: name.span, sym: name.sym.clone() })
        };
        let value = self.spill(Box::new(Expr::Ident(name)));
        Prop::KeyValue(KeyValueProp { key, value })
    }

    /// An anonymous class takes the property's name: `{ key: class {} }.key`.
    fn named_class(&mut self, key: &PropName, class: ClassExpr) -> Box<Expr> {
        let member = match key {
            PropName::Ident(name) => MemberProp::Ident(name.clone()),
            PropName::Computed(key) => MemberProp::Computed(key.clone()),
            PropName::Str(key) => computed(Lit::Str(key.clone())),
            PropName::Num(key) => computed(Lit::Num(key.clone())),
            PropName::BigInt(key) => computed(Lit::BigInt(key.clone())),
        };
        let value = Box::new(Expr::Class(class));
        let property = Prop::KeyValue(KeyValueProp { key: key.clone(), value });
        let props = vec![PropOrSpread::Prop(Box::new(property))];
        let object = Box::new(Expr::Object(ObjectLit { span: DUMMY_SP, props }));
        let member = MemberExpr { span: DUMMY_SP, obj: make::paren(object), prop: member };
        self.spill(Box::new(Expr::Member(member)))
    }

    /// A key is converted before its value is evaluated.
    fn property_key(&mut self, key: PropName, early: bool) -> PropName {
        let PropName::Computed(key) = key else { return key };
        let value = self.expr(key.expr);
        if !early || super::is_literal(&value) {
            return PropName::Computed(ComputedPropName { span: key.span, expr: make::argument(value) });
        }
        let helper = (self.helper)(Helper::PropertyKey);
        let expr = self.spill(make::call(Box::new(Expr::Ident(helper)), vec![value]));
        PropName::Computed(ComputedPropName { span: key.span, expr })
    }

    /// Each value becomes a string before the next is evaluated, so what comes before a suspension is a template of its
    /// own: `${a}b${yield c}` -> t = `${a}b`; yield c; `${t}${sent}`.
    pub(super) fn template(&mut self, expr: Tpl) -> Box<Expr> {
        let last = expr.exprs.iter().rposition(|one| self.suspends(one)).unwrap_or(0);
        let (mut exprs, mut quasis) = (Vec::new(), Vec::new());
        let mut strings = expr.quasis.into_iter();
        quasis.extend(strings.next());
        for (index, value) in expr.exprs.into_iter().enumerate() {
            if index <= last && self.suspends(&value) && !exprs.is_empty() {
                let before =
                    Tpl { span: DUMMY_SP, exprs: std::mem::take(&mut exprs), quasis: std::mem::take(&mut quasis) };
                exprs.push(self.spill(Box::new(Expr::Tpl(before))));
                quasis.extend([empty(false), empty(false)]);
            }
            exprs.push(self.expr(value));
            quasis.extend(strings.next());
        }
        Box::new(Expr::Tpl(Tpl { exprs, quasis, ..Tpl { span: expr.span, exprs: Vec::new(), quasis: Vec::new() } }))
    }
}

fn computed(literal: Lit) -> MemberProp {
    MemberProp::Computed(ComputedPropName { span: DUMMY_SP, expr: Box::new(Expr::Lit(literal)) })
}

fn empty(tail: bool) -> TplElement {
    TplElement { span: DUMMY_SP, tail, cooked: Some("".into()), raw: "".into() }
}
