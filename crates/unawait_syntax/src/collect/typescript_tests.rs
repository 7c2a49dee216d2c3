//! Every kind of node that TypeScript adds is visited: the program holds all of them, with an async function wherever one
//! can stand, and each of these is in the inventory.

use crate::inventory::Function;
use crate::parse::parse_in;
use crate::{Language, SourceType, inventory_in};

/// The nodes of `swc_ecma_ast`'s module `typescript`.
const KINDS: [&str; 58] = [
    "TsArrayType",
    "TsAsExpr",
    "TsCallSignatureDecl",
    "TsConditionalType",
    "TsConstAssertion",
    "TsConstructSignatureDecl",
    "TsConstructorType",
    "TsEnumDecl",
    "TsEnumMember",
    "TsExportAssignment",
    "TsExprWithTypeArgs",
    "TsExternalModuleRef",
    "TsFnType",
    "TsGetterSignature",
    "TsImportCallOptions",
    "TsImportEqualsDecl",
    "TsImportType",
    "TsIndexSignature",
    "TsIndexedAccessType",
    "TsInferType",
    "TsInstantiation",
    "TsInterfaceBody",
    "TsInterfaceDecl",
    "TsIntersectionType",
    "TsKeywordType",
    "TsLitType",
    "TsMappedType",
    "TsMethodSignature",
    "TsModuleBlock",
    "TsModuleDecl",
    "TsNamespaceDecl",
    "TsNamespaceExportDecl",
    "TsNonNullExpr",
    "TsOptionalType",
    "TsParamProp",
    "TsParenthesizedType",
    "TsPropertySignature",
    "TsQualifiedName",
    "TsRestType",
    "TsSatisfiesExpr",
    "TsSetterSignature",
    "TsThisParam",
    "TsThisType",
    "TsTplLitType",
    "TsTupleElement",
    "TsTupleType",
    "TsTypeAliasDecl",
    "TsTypeAnn",
    "TsTypeAssertion",
    "TsTypeLit",
    "TsTypeOperator",
    "TsTypeParam",
    "TsTypeParamDecl",
    "TsTypeParamInstantiation",
    "TsTypePredicate",
    "TsTypeQuery",
    "TsTypeRef",
    "TsUnionType",
];

/// What only types hold, for the kinds that hold nothing else.
const TYPES: &str = r#"
import external = require("x");
import alias = external.y.z;
import type { T1 } from "x";
export as namespace Global;
type T2<in out A extends B = C> = A[] | [a: A, b?: B, ...c: C[]] & (A extends infer I ? I : never) | [A?, ...B[]];
type T3 = { [K in keyof T2]?: T2[K] } | typeof external | import("x", { with: { "resolution-mode": "import" } }).Y<A>;
type T4 = (new () => A) | (() => A) | `a${string}` | "b" | (readonly A[]) | external.Q;
interface T5<A> extends T4, external.Y<A> { (): A; new (): A; get a(): A; set a(b: A); m?(): this is A; [k: string]: A; p: this }
declare const enum T6 { a }
type T9 = { a: A; b(): B };
declare function overload(a: A): a is B;
declare class T7 { m(): void; }
abstract class T8 { abstract m(): void; abstract p: A; [k: string]: A; }
"#;

/// Where an async function can stand.
const PROGRAM: &str = r#"
const a1 = (async () => { await 1; }) as T, a2 = <T>(async () => { await 2; }), a3 = (async () => { await 3; })!;
const a4 = (async () => { await 4; }) satisfies T, a5 = [async () => { await 5; }] as const;
const a6 = (async () => { await 6; }, f)<T>, a7 = f<T>(async <U,>(u: U): Promise<U> => await u);
enum E { a = (async () => { await 8; }).length, b = 1, 'c' = a, [`d`] = (async () => { await 9; }).length }
namespace N.M { export async function f() { await 10; } export const g = async () => { await 11; }; }
module O { (async () => { await 12; })(); namespace P { async function q() { await 13; } } }
class C<T> extends (f<T>(async () => { await 14; })) implements I<T> {
  constructor(private readonly a = async () => { await 15; }, @d(async () => { await 16; }) protected b?: T, public c: T) { super(); }
  declare x: T;
  y!: T;
  accessor z = async () => { await 17; };
  override async m(this: C<T>, @d(async () => { await 18; }) p: T): Promise<T> { return await p; }
  m2(): void;
  m2(a?: any): void { (async () => { await 20; })(); }
  @d(async () => { await 21; }) static readonly [(async () => { await 22; }).name]: T = async () => { await 23; };
  private static async *g<U>(u: U): AsyncGenerator<U> { yield await u; }
}
async function f<const T extends string>(this: void, ...rest: T[]): Promise<void>;
async function f(this: void, a = async () => { await 26; }): Promise<void> { await a(); }
export = (async () => { await 27; });
"#;

fn async_functions(source: &str) -> usize {
    let inventory = inventory_in(Language::TypeScript, source, SourceType::Module);
    let inventory = inventory.unwrap_or_else(|errors| panic!("{errors:?}"));
    inventory.functions.iter().filter(|function| Function::is_lowered(function)).count()
}

#[test]
fn the_programs_hold_every_kind() {
    let source = format!("{TYPES}{PROGRAM}");
    let parsed =
        parse_in(Language::TypeScript, &source, SourceType::Module).unwrap_or_else(|errors| panic!("{errors:?}"));
    let tree = format!("{:?}", parsed.program);
    let lacking: Vec<_> = KINDS.iter().filter(|kind| !tree.contains(&format!("{kind} {{"))).collect();
    assert!(lacking.is_empty(), "{lacking:?}");
}

#[test]
fn every_async_function_is_found() {
    // All but the overload, which has no body.
    assert_eq!(async_functions(PROGRAM), PROGRAM.matches("async ").count() - 1);
    assert_eq!(async_functions(TYPES), 0);
    // One after the other, so that a failure says which is not visited.
    for line in PROGRAM.lines().filter(|line| !line.starts_with(' ') && line.contains("async ")) {
        if !line.starts_with("class") && !line.contains(": T[]") {
            assert_eq!(async_functions(line), line.matches("async ").count(), "{line}");
        }
    }
}

#[test]
fn parameter_properties_bind_parameters() {
    let source = "class C { constructor(private a: A, b = 1) { async () => a; } }";
    let inventory = inventory_in(Language::TypeScript, source, SourceType::Module).expect(source);
    let arrow = inventory.functions().find(|(_, function)| function.is_async).map(|(_, function)| function.scope);
    let binder = arrow.and_then(|scope| inventory.resolve(&"a".into(), scope)).expect("a is bound");
    assert!(binder != crate::inventory::ScopeId::FILE);
}
