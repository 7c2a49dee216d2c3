//! The blocks that statements become.

use expect_test::expect;

use crate::tests::check;

#[test]
fn a_statement_that_does_not_suspend_is_copied_whole() {
    check(
        "function* g(a) { for (const b of a) { if (b) break; } yield a; }",
        expect![[r#"
        function* g
          b0: for (const b of a){ if (b) break; } yield a -> b1
          b1: return
    "#]],
    );
}

#[test]
fn a_loop_goes_back_to_its_test() {
    check(
        "function* g(a) { for (var i = 0; i < a; i++) yield i; }",
        expect![[r#"
        function* g
          b0: i = 0; -> b1
          b1: if i < a then -> b2, else -> b4
          b2: yield i -> b3
          b3: i++; -> b1
          b4: return
    "#]],
    );
    check(
        "function* g(a) { do { yield a; } while (a--); }",
        expect![[r#"
        function* g
          b0: -> b1
          b1: yield a -> b2
          b2: if a-- then -> b1, else -> b3
          b3: return
    "#]],
    );
}

#[test]
fn labels_lead_out_of_outer_loops() {
    check(
        "function* g(a) { b: while (a) while (yield) { if (a) continue b; break b; } }",
        expect![[r#"
        function* g
          b0: -> b1
          b1: if a then -> b2, else -> b5
          b2: yield -> b3
          b3: if sent then -> b4, else -> b1
          b4: if (a) continue @0; -> b5, @0 -> b1
          b5: return
    "#]],
    );
}

#[test]
fn a_switch_goes_from_case_to_case() {
    check(
        "function* g(a) { switch (a) { case 1: yield 1; default: f(); break; case yield 2: h(); } }",
        expect![[r#"
            function* g
              b0: t_1 = a; if t_1 === 1 then -> b3, else -> b1
              b1: yield 2 -> b2
              b2: if t_1 === sent then -> b5, else -> b4
              b3: yield 1 -> b4
              b4: f(); -> b6
              b5: h(); -> b6
              b6: t_1 = void 0; return
        "#]],
    );
}

#[test]
fn a_return_in_a_try_goes_through_its_finally() {
    check(
        "function* g(a) { try { return yield a; } finally { f(yield); } }",
        expect![[r#"
        function* g
          r0: finally -> b3
          b0: -> b1
          b1 in r0: yield a -> b2
          b2 in r0: return sent
          b3: t_1 = f; yield -> b4
          b4: t_1(sent); t_1 = void 0; end finally r0 -> b5
          b5: return
    "#]],
    );
}

#[test]
fn a_loop_over_an_iterable_closes_its_iterator() {
    check(
        "function* g(a) { for (const b of a) yield b; }",
        expect![[r#"
        function* g
          r0: loop -> b3
          b0: it_1 = __each(_, 0, a); -> b1
          b1 in r0: if it_1.step() then -> b2, else -> b3
          b2 in r0: b = it_1.value; yield b -> b1
          b3: -> b4
          b4: it_1 = void 0; return
    "#]],
    );
}
