//! The names of helpers.

use std::collections::BTreeSet;

use swc_ecma_ast::Ident;
use unawait_runtime::Helper;

use crate::make;

/// The name of a helper, which is in use from then on.
pub(crate) type Helpers<'h> = &'h mut dyn FnMut(Helper) -> Ident;

/// The name of a helper, which is in use from now on.
pub(crate) fn use_helper(helpers: &mut BTreeSet<Helper>, name_of: &dyn Fn(Helper) -> String, helper: Helper) -> Ident {
    helpers.insert(helper);
    make::ident(name_of(helper))
}
