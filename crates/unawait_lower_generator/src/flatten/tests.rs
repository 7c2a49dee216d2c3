//! What suspending expressions become: operands are evaluated from left to right, and kept where a later one suspends.

use expect_test::expect;

use crate::tests::check;

#[test]
fn the_base_and_key_of_a_place_are_kept_and_not_its_value() {
    check(
        "function* g(a, b) { a[b] = yield; }",
        expect![[r#"
        function* g
          b0: t_1 = a; t_2 = b; yield -> b1
          b1: t_1[t_2] = sent; t_1 = t_2 = void 0; return
    "#]],
    );
    check(
        "function* g(a, b) { a.b += yield; }",
        expect![[r#"
        function* g
          b0: t_1 = a; t_2 = t_1.b; yield -> b1
          b1: t_1.b = t_2 + sent; t_1 = t_2 = void 0; return
    "#]],
    );
}

#[test]
fn a_method_is_called_on_its_object() {
    check(
        "function* g(a) { a.f(yield 1); }",
        expect![[r#"
        function* g
          b0: t_1 = a; t_2 = t_1.f; yield 1 -> b1
          b1: __callOn(t_2, t_1, sent); t_1 = t_2 = void 0; return
    "#]],
    );
    check(
        "function* g(a) { a?.f(yield 1); }",
        expect![[r#"
        function* g
          b0: t_2 = a; if t_2 === null || t_2 === void 0 then -> b3, else -> b1
          b1: t_3 = t_2.f; yield 1 -> b2
          b2: t_1 = __callOn(t_3, t_2, sent); -> b4
          b3: t_1 = void 0; -> b4
          b4: t_1; t_2 = t_3 = void 0; return
    "#]],
    );
}

#[test]
fn what_short_circuits_becomes_branches() {
    check(
        "function* g(a) { return a && (yield) || a; }",
        expect![[r#"
        function* g
          b0: t_1 = a; if t_1 then -> b1, else -> b3
          b1: yield -> b2
          b2: t_1 = sent; -> b3
          b3: return t_1 || a
    "#]],
    );
    check(
        "function* g(a) { a ??= yield; }",
        expect![[r#"
        function* g
          b0: t_1 = a; if t_1 === null || t_1 === void 0 then -> b1, else -> b3
          b1: yield -> b2
          b2: t_1 = a = sent; -> b3
          b3: t_1; return
    "#]],
    );
    check(
        "function* g(a) { return a ? yield 1 : 2; }",
        expect![[r#"
        function* g
          b0: if a then -> b1, else -> b3
          b1: yield 1 -> b2
          b2: t_1 = sent; -> b4
          b3: t_1 = 2; -> b4
          b4: return t_1
    "#]],
    );
}

#[test]
fn a_pattern_with_a_suspending_default_is_taken_apart() {
    check(
        "function* g(a) { var { b = yield } = a; return b; }",
        expect![[r#"
        function* g
          b0: t_1 = a; ({} = t_1); t_2 = t_1.b; if t_2 === (void 0) then -> b1, else -> b3
          b1: yield -> b2
          b2: t_2 = sent; -> b3
          b3: b = t_2; return b
    "#]],
    );
}

#[test]
fn literals_keep_what_stands_before() {
    check(
        "function* g(a) { return [a.b, ...a, yield]; }",
        expect![[r#"
        function* g
          b0: t_1 = a.b; t_2 = [ ...a ]; yield -> b1
          b1: return [ t_1, ...t_2, sent ]
    "#]],
    );
    check(
        "function* g(a) { return `${a}${yield}`; }",
        expect![[r#"
        function* g
          b0: t_1 = `${a}`; yield -> b1
          b1: return `${t_1}${sent}`
    "#]],
    );
}
