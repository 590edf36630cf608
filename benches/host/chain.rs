//! The time for the forward and backward pass of a chain at growing depth, compared with a plain loop of the
//! same depth.

use std::hint::black_box;

use activation_lab::models::chain::Chain;
use activations::Activation;
use activations::Function;
use activations::functions::relu;
use activations::functions::sigmoid;
use benches::settings;
use criterion::BenchmarkId;
use criterion::Criterion;
use criterion::Throughput;
use criterion::criterion_group;
use criterion::criterion_main;

const DEPTHS: [usize; 3] = [10, 100, 1000];

/// Weight, bias and input for which signal and gradient stay within the range of f64 up to the last layer.
/// Subnormal numbers would slow down the plain loop.
const SIGMOID: [f64; 3] = [4.0, -1.9, 0.5];
const RELU: [f64; 3] = [1.2, 0.0, 1.0];

fn chain(activation: &'static Activation, [weight, bias, input]: [f64; 3], depth: usize) -> Chain {
    Chain { function: Function::with_defaults(activation), depth, weight, bias, input }
}

/// The least computation that gives the gradient of a sigmoid chain. It does not store the layers, and the
/// gradient is a plain f64, which can underflow.
fn plain(depth: usize, [weight, bias, input]: [f64; 3]) -> (f64, f64) {
    let (mut a, mut gradient) = (input, 1.0);
    for _ in 0..depth {
        a = 1.0 / (1.0 + (-(weight * a + bias)).exp());
        gradient *= weight * a * (1.0 - a);
    }
    (a, gradient)
}

fn chains(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("chain");
    for depth in DEPTHS {
        group.throughput(Throughput::Elements(depth as u64));
        group.bench_function(BenchmarkId::new("floor", depth), |bencher| {
            bencher.iter(|| plain(black_box(depth), black_box(SIGMOID)));
        });
        for (activation, settings) in [(&sigmoid::ACTIVATION, SIGMOID), (&relu::ACTIVATION, RELU)] {
            let chain = chain(activation, settings, depth);
            group.bench_function(BenchmarkId::new(activation.id, depth), |bencher| {
                bencher.iter(|| black_box(&chain).run());
            });
        }
    }
    group.finish();
}

criterion_group!(name = group; config = settings(); targets = chains);
criterion_main!(group);
