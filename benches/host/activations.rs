//! The time to evaluate each activation function, and its gradient, over a million points.

use std::hint::black_box;

use activations::Function;
use activations::all;
use benches::settings;
use criterion::Criterion;
use criterion::Throughput;
use criterion::criterion_group;
use criterion::criterion_main;

const POINTS: usize = 1_000_000;

/// Points with equal distances in [−10, 10]. The range includes the bend and the beginning saturation of every
/// function.
fn points() -> Vec<f64> {
    let step = 20.0 / (POINTS - 1) as f64;
    (0..POINTS).map(|index| -10.0 + step * index as f64).collect()
}

fn evaluate(criterion: &mut Criterion, name: &str, of: impl Fn(&Function, f64) -> f64) {
    let points = points();
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Elements(POINTS as u64));
    for activation in all() {
        let function = Function::with_defaults(activation);
        group.bench_function(activation.id, |bencher| {
            bencher.iter(|| {
                let total: f64 = points.iter().map(|x| of(&function, *x)).sum();
                black_box(total)
            });
        });
    }
    group.finish();
}

/// The time for reading and adding up a million points without evaluating a function.
fn floor(criterion: &mut Criterion) {
    let points = points();
    criterion.bench_function("floor", |bencher| {
        bencher.iter(|| black_box(points.iter().sum::<f64>()));
    });
}

fn activations(criterion: &mut Criterion) {
    floor(criterion);
    evaluate(criterion, "value", Function::value);
    evaluate(criterion, "gradient", Function::gradient);
}

// A pass takes milliseconds, so twenty samples are enough.
criterion_group!(name = group; config = settings().sample_size(20); targets = activations);
criterion_main!(group);
