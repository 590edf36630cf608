//! Losses, gradients and trained parameters compared with the tables in `tests/reference/`, computed
//! with NumPy in f64.

use activation_lab::models::dataset::Dataset;
use activation_lab::models::network::Network;
use activations::Activation;
use activations::Function;
use activations::all;

use super::gradient;

const NETWORKS: &str = include_str!("../../reference/network.csv");
const POINTS: &str = include_str!("../../reference/network_points.csv");

/// One line of the table.
struct Case<'a> {
    line: &'a str,
    function: Function,
    depth: usize,
    width: usize,
    batch: usize,
    rate: f32,
    seed: u64,
    epochs: u32,
    start: State,
    gradient: Vec<f64>,
    end: State,
}

/// A network as computed with NumPy.
struct State {
    parameters: Vec<f32>,
    loss: f64,
    accuracy: f64,
    norms: Vec<f64>,
}

fn numbers<T: std::str::FromStr>(text: &str) -> Vec<T> {
    let number = |word: &str| word.parse().unwrap_or_else(|_| panic!("not a number: {word}"));
    text.split_whitespace().map(number).collect()
}

fn number<T: std::str::FromStr>(text: &str) -> T {
    numbers(text).pop().expect("a number")
}

fn cases() -> impl Iterator<Item = Case<'static>> {
    NETWORKS.lines().skip(1).map(|line| {
        let columns: Vec<_> = line.split(',').collect();
        let &[id, constants, depth, width, batch, rate, seed, epochs, ref rest @ ..] =
            columns.as_slice()
        else {
            panic!("too few columns: {line}");
        };
        let &[start, loss, accuracy, gradient, norms, ref end @ ..] = rest else {
            panic!("too few columns: {line}");
        };
        let &[end, end_loss, end_accuracy, end_norms] = end else {
            panic!("four columns of the end: {line}");
        };
        let constants: Vec<_> =
            constants.split_whitespace().filter_map(|pair| pair.split_once('=')).collect();
        let state = |parameters, loss, accuracy, norms| State {
            parameters: numbers(parameters),
            loss: number(loss),
            accuracy: number(accuracy),
            norms: numbers(norms),
        };
        Case {
            line: &line[..40],
            function: Function::new(Activation::find(id).expect("a known id"), |one| {
                let constant = constants.iter().find(|constant| constant.0 == one.name());
                number(constant.expect("every key").1)
            }),
            depth: number(depth),
            width: number(width),
            batch: number(batch),
            rate: number(rate),
            seed: number(seed),
            epochs: number(epochs),
            start: state(start, loss, accuracy, norms),
            gradient: numbers(gradient),
            end: state(end, end_loss, end_accuracy, end_norms),
        }
    })
}

fn points() -> Dataset {
    let mut data = Dataset { x: Vec::new(), y: Vec::new(), positive: Vec::new() };
    for line in POINTS.lines().skip(1) {
        let columns: Vec<_> = line.split(',').collect();
        data.x.push(number(columns[0]));
        data.y.push(number(columns[1]));
        data.positive.push(columns[2] == "1");
    }
    data
}

fn network(case: &Case) -> Network {
    let mut network = Network::new(case.function, case.depth, case.width, 0);
    network.set_parameters(&case.start.parameters);
    network
}

#[track_caller]
fn assert_close(line: &str, measured: &[f64], expected: &[f64], tolerance: f64) {
    assert_eq!(measured.len(), expected.len(), "{line}");
    for (index, (measured, expected)) in measured.iter().zip(expected).enumerate() {
        assert!(
            (measured - expected).abs() <= tolerance,
            "{line}, number {index}: {measured} and {expected} ± {tolerance:e}"
        );
    }
}

fn assert_state(case: &Case, network: &mut Network, expected: &State, tolerance: f64) {
    let data = points();
    let measure = network.measure(&data);
    assert_close(case.line, &[measure.loss], &[expected.loss], tolerance);
    assert_eq!(measure.accuracy, expected.accuracy, "{}", case.line);
    assert_close(case.line, &network.gradient_norms(&data), &expected.norms, tolerance);
}

/// The tolerance without training. Each of up to nine layers rounds sums and activations of about 1
/// to some 1e−7. Weights are below 1, so that they pass on little of this error. The gradients have
/// the rounding of the parameters too.
const ONCE: f64 = 1e-6;

#[test]
fn losses_and_gradients_agree() {
    let data = points();
    for case in cases() {
        let mut network = network(&case);
        assert_state(&case, &mut network, &case.start, ONCE);
        assert_close(case.line, &gradient(&network, &data), &case.gradient, ONCE);
    }
}

/// The tolerance after training. A step rounds each parameter and has an error of at most 1e−6. The
/// errors of up to 400 steps add up to less than this, unless training amplifies differences.
const TRAINED: f64 = 1e-5;

#[test]
fn training_agrees() {
    let data = points();
    for case in cases() {
        let mut network = network(&case);
        for epoch in 0..case.epochs {
            network.train_epoch(&data, case.rate, case.batch, case.seed, epoch);
        }
        let parameters = |list: &[f32]| list.iter().copied().map(f64::from).collect::<Vec<_>>();
        let [measured, expected] = [network.parameters(), &case.end.parameters].map(parameters);
        assert_close(case.line, &measured, &expected, TRAINED);
        assert_state(&case, &mut network, &case.end, TRAINED);
        let moved = case.start.parameters.iter().zip(network.parameters());
        let moved = moved.map(|(from, to)| (from - to).abs()).fold(0.0, f32::max);
        assert!(moved > 100.0 * TRAINED as f32, "{} stands still: {moved}", case.line);
    }
}

#[test]
fn the_table_covers_every_function_and_kind_of_batch() {
    let has = |wanted: &dyn Fn(&Case) -> bool| cases().any(|case| wanted(&case));
    for activation in all() {
        assert!(has(&|case| case.function.activation == activation), "{}", activation.id);
    }
    let count = points().x.len();
    assert!(has(&|case| case.batch == 1) && has(&|case| case.batch == count));
    assert!(has(&|case| !count.is_multiple_of(case.batch)));
    assert!(has(&|case| case.width == 1) && has(&|case| case.width == 16));
    assert!(has(&|case| case.depth == 1) && has(&|case| case.depth == 8));
}
