//! The stages of a compilation, one by one, over the input of a large fixture repeated to a megabyte: what each adds.

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use swc_common::BytePos;
use swc_ecma_parser::{EsSyntax, Lexer, Parser, StringInput, Syntax};
use unawait_compiler::{Options, SourceMapOptions, compile, may_hold_work};
use unawait_lower_async::{Driving, Lowered, lower};
use unawait_syntax::{FreshNames, Inventory, SourceType, has_word};
use unawait_text::PositionMap;
use unawait_text::source_map::{Source, SourceMap};

/// A program of a megabyte: each copy in a function of its own, so that names do not meet.
fn program() -> String {
    let one = include_str!("../../../fixtures/integration/mixed-program/input.js");
    let copy = format!("(function () {{\n{one}\n}})();\n");
    copy.repeat((1 << 20) / copy.len() + 1)
}

fn inventory(source: &str) -> Inventory {
    unawait_syntax::inventory(source, SourceType::CommonJs).expect("a program")
}

fn lowered(source: &str, inventory: &Inventory) -> Lowered {
    let mut fresh = FreshNames::new(source, None);
    lower(source, inventory, &Driving::Intrinsic, &mut fresh, &|helper| helper.name().to_owned())
}

fn stages(criterion: &mut Criterion) {
    let source = program();
    let end = BytePos(1 + source.len() as u32);
    let mut group = criterion.benchmark_group("stages");
    group.sample_size(20).throughput(Throughput::Bytes(source.len() as u64));

    group.bench_function("prefilter", |b| {
        // The worst case: nothing is found.
        let plain = source.replace("async", "xsync");
        b.iter(|| may_hold_work(&plain, &Options::default()));
    });
    // The same, where strings and comments hold the words.
    group.bench_function("words", |b| b.iter(|| has_word(&source, &|_| false)));
    group.bench_function("parse", |b| {
        b.iter(|| {
            let input = StringInput::new(&source, BytePos(1), end);
            let lexer = Lexer::new(Syntax::Es(EsSyntax::default()), Default::default(), input, None);
            Parser::new_from(lexer).parse_commonjs().expect("a program")
        });
    });
    // With the parsing, and the early errors.
    group.bench_function("inventory", |b| b.iter(|| inventory(&source)));
    group.bench_function("lower", |b| {
        let inventory = inventory(&source);
        b.iter(|| lowered(&source, &inventory));
    });
    group.bench_function("splice", |b| {
        let inventory = inventory(&source);
        b.iter_batched(
            || lowered(&source, &inventory).edits,
            |edits| edits.splice_mapped(&source),
            BatchSize::LargeInput,
        );
    });
    group.bench_function("map", |b| {
        let edits = lowered(&source, &inventory(&source)).edits;
        let (code, positions): (String, PositionMap) = edits.splice_mapped(&source).into();
        let own = || Source { name: Some("a.js".to_owned()), content: None, is_ignored: false };
        b.iter(|| SourceMap::new(&code, &positions, (&source, own()), None).to_json());
    });
    group.bench_function("all", |b| {
        let map = SourceMapOptions { source: "a.js".to_owned(), ..SourceMapOptions::default() };
        let options = Options { source_type: SourceType::CommonJs, source_map: Some(map), ..Options::default() };
        b.iter(|| compile(&source, &options).expect("a program").map.map(|map| map.to_json()));
    });
    group.finish();
}

criterion_group!(benches, stages);
criterion_main!(benches);
