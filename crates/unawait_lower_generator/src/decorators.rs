//! Decorators: `@d`, `@d.e(f)` and `@(g)` before a class, its members and their parameters. They are no part of the
//! function that they stand in: all of them are evaluated where the class is, in the order of the text, a member's before
//! its key. <https://tc39.es/proposal-decorators/>; those of parameters are TypeScript's and Babel's older ones.

use swc_ecma_ast::*;

/// Those of a class's member and of its parameters, in the order of the text.
pub(crate) fn of_member(member: &ClassMember) -> Vec<&Decorator> {
    match member {
        ClassMember::Constructor(constructor) => constructor.params.iter().flat_map(of_constructor_param).collect(),
        ClassMember::Method(method) => of_function(&method.function),
        ClassMember::PrivateMethod(method) => of_function(&method.function),
        ClassMember::ClassProp(field) => field.decorators.iter().collect(),
        ClassMember::PrivateProp(field) => field.decorators.iter().collect(),
        ClassMember::AutoAccessor(field) => field.decorators.iter().collect(),
        ClassMember::StaticBlock(_) | ClassMember::TsIndexSignature(_) | ClassMember::Empty(_) => Vec::new(),
    }
}

/// The same, to be changed.
pub(crate) fn of_member_mut(member: &mut ClassMember) -> Vec<&mut Decorator> {
    match member {
        ClassMember::Constructor(constructor) => {
            constructor.params.iter_mut().flat_map(of_constructor_param_mut).collect()
        }
        ClassMember::Method(method) => of_function_mut(&mut method.function),
        ClassMember::PrivateMethod(method) => of_function_mut(&mut method.function),
        ClassMember::ClassProp(field) => field.decorators.iter_mut().collect(),
        ClassMember::PrivateProp(field) => field.decorators.iter_mut().collect(),
        ClassMember::AutoAccessor(field) => field.decorators.iter_mut().collect(),
        ClassMember::StaticBlock(_) | ClassMember::TsIndexSignature(_) | ClassMember::Empty(_) => Vec::new(),
    }
}

fn of_function(function: &Function) -> Vec<&Decorator> {
    function.decorators.iter().chain(function.params.iter().flat_map(|param| &param.decorators)).collect()
}

fn of_function_mut(function: &mut Function) -> Vec<&mut Decorator> {
    let of_params = function.params.iter_mut().flat_map(|param| &mut param.decorators);
    function.decorators.iter_mut().chain(of_params).collect()
}

fn of_constructor_param(param: &ParamOrTsParamProp) -> &[Decorator] {
    match param {
        ParamOrTsParamProp::Param(param) => &param.decorators,
        ParamOrTsParamProp::TsParamProp(param) => &param.decorators,
    }
}

fn of_constructor_param_mut(param: &mut ParamOrTsParamProp) -> &mut [Decorator] {
    match param {
        ParamOrTsParamProp::Param(param) => &mut param.decorators,
        ParamOrTsParamProp::TsParamProp(param) => &mut param.decorators,
    }
}

/// Whether a decorator can be written without parentheses: a name, members by name, and one call of that.
pub(crate) fn is_plain(decorator: &Expr) -> bool {
    match decorator {
        Expr::Call(CallExpr { callee: Callee::Expr(callee), .. }) => is_member_chain(callee),
        other => is_member_chain(other),
    }
}

fn is_member_chain(expr: &Expr) -> bool {
    match expr {
        Expr::Member(member) => !member.prop.is_computed() && is_member_chain(&member.obj),
        other => other.is_ident(),
    }
}
