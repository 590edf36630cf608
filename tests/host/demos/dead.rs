//! Tests of dead neurons: gradients compared with difference quotients and dual numbers, dead
//! neurons made by hand, and the words of the demo.

use crate::STAGE;
use activation_lab::demos::Stage;
use activation_lab::models::dead_neurons::{
    Network, Neuron, POINTS, REACH, STEPS, Task, Training, WIDTH, target,
};
use activation_lab::text;
use activation_lab::text::number::{read, read_short};
use activation_lab::text::words::dead as say;
use activations::{Activation, Function};
use proptest::prelude::*;

use super::function;
use super::shown::{demo, experiment, output, readouts, says, settings, table};
use crate::cases;
use crate::dual::Dual;

const FUNCTIONS: [&str; 3] = ["relu", "leaky-relu", "elu"];

/// The three parameters of a neuron.
fn numbers(neuron: &Neuron) -> [f64; 3] {
    [neuron.weight, neuron.bias, neuron.output]
}

/// All parameters, or all derivatives of the loss with respect to them.
fn all(network: &Network) -> impl Iterator<Item = f64> + '_ {
    network.neurons.iter().flat_map(numbers).chain([network.bias])
}

/// The network with one parameter changed: the bias of the output, or one of a neuron's three
/// parameters.
fn moved(network: &Network, index: usize, by: f64) -> Network {
    let mut network = *network;
    let Some(neuron) = network.neurons.get_mut(index / 3) else {
        return Network { bias: network.bias + by, ..network };
    };
    match index % 3 {
        0 => neuron.weight += by,
        1 => neuron.bias += by,
        _ => neuron.output += by,
    }
    network
}

/// The loss in dual numbers, differentiated with respect to one parameter, computed from the
/// formulas of the functions only.
fn dual_loss(task: &Task, id: &str, at: &Network, by: usize) -> Dual {
    let mut parameters: Vec<Dual> = all(at).map(Dual::from).collect();
    parameters[by].eps = 1.0;
    let (neurons, bias) = parameters.split_at(3 * WIDTH);
    let errors = task.points.iter().map(|(x, y)| {
        let parts = neurons.chunks_exact(3).map(|neuron| {
            let z = neuron[0] * *x + neuron[1];
            let f = match id {
                _ if z.re > 0.0 => z,
                "relu" => z * 0.0,
                "leaky-relu" => z * 0.1,
                _ => z.exp() - 1.0,
            };
            neuron[2] * f
        });
        let error = parts.fold(bias[0], |sum, part| sum + part) - *y;
        error * error
    });
    errors.fold(Dual::from(0.0), |sum, square| sum + square) / task.points.len() as f64
}

/// The task and the network at a step of its training.
fn moment(id: &str, seed: u64, bias: f64, step: usize) -> (Task, Network) {
    let task = Task::new(seed, bias);
    let training = task.train(&function(id), 0.1);
    let at = training.snapshots[step.min(training.snapshots.len() - 1)].at;
    (task, at)
}

prop_compose! {
    fn place()(
        id in prop::sample::select(FUNCTIONS.to_vec()),
        seed in 0..1000_u64,
        bias in -0.3..0.3_f64,
        step in 0..=STEPS,
    ) -> (&'static str, Task, Network) {
        let (task, at) = moment(id, seed, bias, step);
        (id, task, at)
    }
}

/// A link to the demo with any settings.
fn link() -> impl Strategy<Value = String> {
    let rate = prop_oneof![0.001..0.3_f64, 0.001..1.0_f64];
    let bias = prop_oneof![-0.5..0.5_f64, -2.0..2.0_f64];
    let numbers =
        (rate, bias, 0.0..1.0_f64, 0.1..5.0_f64, 0..1_000_000_u32, 1..=64_u32, 0..=100_u32);
    numbers.prop_map(|(rate, bias, slope, alpha, seed, neuron, step)| {
        format!(
            "dead?rate={rate}&bias={bias}&slope={slope}&alpha={alpha}&neuron={neuron}&seed={seed}&step={step}"
        )
    })
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn values_are_those_of_the_activation((id, _, at) in place(), x in -REACH..REACH) {
        let function = function(id);
        let part = |neuron: &Neuron| neuron.output * function.value(neuron.weight * x + neuron.bias);
        // Both sides compute the same operations, so the bits are equal, for positive sums as well.
        let sum = at.bias + at.neurons.iter().map(part).sum::<f64>();
        prop_assert_eq!(at.value(&function, x), sum);
    }

    #[test]
    fn gradients_are_what_dual_numbers_give((id, task, at) in place(), by in 0..=3 * WIDTH) {
        let dual = dual_loss(&task, id, &at, by);
        let gradient = task.gradient(&function(id), &at);
        let hand = all(&gradient).nth(by).expect("one of all");
        // In training, parameters are within ±10 and errors are up to 100. Forty terms of at most
        // 1e4, each a sum of 64, round differently by at most 1e−10.
        prop_assert!((hand - dual.eps).abs() < 1e-9, "{}: {} {}", by, hand, dual.eps);
        prop_assert!((task.loss(&function(id), &at) - dual.re).abs() < 1e-9);
    }

    #[test]
    fn gradients_are_what_the_loss_changes_by((id, task, at) in place(), by in 0..=3 * WIDTH) {
        const STEP: f64 = 1e-6;
        // A difference across the kink of a point is not comparable.
        if let Some(neuron) = at.neurons.get(by / 3) {
            prop_assume!(!task.points.iter().any(|(x, _)| neuron.sum(*x).abs() < 2.0 * STEP));
        }
        let function = function(id);
        let loss = |step: f64| task.loss(&function, &moved(&at, by, step));
        let difference = (loss(STEP) - loss(-STEP)) / (2.0 * STEP);
        let hand = all(&task.gradient(&function, &at)).nth(by).expect("one of all");
        // Rounding: a loss of up to 1e3 has an error of 1e−13, which over 2 STEP is 5e−8, relative
        // to a thousandth of the loss. Curvature: STEP²/6 times a third derivative below 1e5, which
        // is less.
        let loss = loss(0.0);
        prop_assert!((hand - difference).abs() < 1e-6 * (1.0 + loss), "{} {}", hand, difference);
    }

    #[test]
    fn a_dead_neuron_gets_no_gradient_and_stays((_, task, _) in place(), rate in 0.001..0.3_f64) {
        let relu = function("relu");
        let Training { snapshots, .. } = task.train(&relu, rate);
        for pair in snapshots.windows(2) {
            let gradient = task.gradient(&relu, &pair[0].at);
            for index in (0..WIDTH).filter(|index| pair[0].answers[*index] == 0) {
                // Every term of the gradient is 0, so the neuron has the same bits after the step.
                prop_assert_eq!(numbers(&gradient.neurons[index]), [0.0; 3]);
                let bits = |network: &Network| numbers(&network.neurons[index]).map(f64::to_bits);
                prop_assert_eq!(bits(&pair[0].at), bits(&pair[1].at));
                prop_assert_eq!(pair[1].answers[index], 0);
            }
            prop_assert!(pair[1].dark() >= pair[0].dark(), "the dead are never fewer");
        }
    }

    #[test]
    fn answers_are_a_recount((id, task, _) in place(), rate in 0.001..0.3_f64, step in 0..=STEPS) {
        let training = task.train(&function(id), rate);
        let snapshot = &training.snapshots[step.min(training.snapshots.len() - 1)];
        let mut dark = 0;
        for (neuron, answers) in snapshot.at.neurons.iter().zip(snapshot.answers) {
            let sums = task.points.iter().map(|(x, _)| neuron.weight * x + neuron.bias);
            let positive = sums.clone().filter(|z| *z > 0.0).count();
            prop_assert_eq!(answers, positive);
            dark += usize::from(sums.fold(f64::NEG_INFINITY, f64::max) <= 0.0);
        }
        prop_assert_eq!(snapshot.dark(), dark);
    }

    #[test]
    fn a_step_is_the_gradient_times_the_rate((id, task, _) in place(), rate in 0.001..0.3_f64) {
        let function = function(id);
        let Training { snapshots, .. } = task.train(&function, rate);
        for pair in snapshots.windows(2) {
            let gradient = task.gradient(&function, &pair[0].at);
            let next = all(&pair[0].at).zip(all(&gradient)).map(|(from, slope)| from - rate * slope);
            // The operations are the same, so the bits are equal.
            prop_assert!(next.eq(all(&pair[1].at)));
        }
    }

    #[test]
    fn nothing_that_a_link_can_say_ends_in_what_is_not_a_number(link in link()) {
        let experiment = experiment(&link);
        prop_assert!(experiment.last_step() <= 100);
        let readouts = experiment.readouts(text::all()[0]);
        let cells = readouts.rows.iter().flat_map(|row| &row.cells);
        prop_assert!(cells.clone().all(|cell| cell.value.is_finite() && cell.value >= 0.0));
        prop_assert!(cells.filter(|cell| cell.name.starts_with("dead")).all(|cell| cell.value <= 64.0));
        let table = experiment.table(text::all()[0]);
        prop_assert_eq!(table.rows.len(), experiment.last_step() as usize + 1);
        prop_assert!(table.rows.iter().flatten().flatten().all(|number| number.is_finite()));
        let stage = Stage { width: 360.0, height: 300.0, text: 13.0, arrival: 0.4 };
        prop_assert_eq!(experiment.scenes(&stage).len(), 7);
        for text in text::all() {
            let words = experiment.explanation(text).into_string() + &experiment.moment(text);
            prop_assert!(!words.contains("NaN") && !words.contains('∞'), "{}", words);
        }
    }

    #[test]
    fn a_step_is_the_same_whichever_way_one_gets_there(step in 0..=100_u32, detour in 0..=100_u32) {
        let demo = demo("dead");
        let run = demo.run.as_ref().expect("it runs");
        let direct = settings(&format!("dead?step={step}"));
        let mut around = settings(&format!("dead?step={detour}"));
        let before = demo.experiment(&around);
        run.go(&mut around, step, before.last_step());
        let (direct, around) = (demo.experiment(&direct), demo.open(&around, Some(&*before)));
        prop_assert_eq!(direct.scenes(&STAGE), around.scenes(&STAGE));
        prop_assert_eq!(direct.readouts(text::all()[0]), around.readouts(text::all()[0]));
    }
}

#[test]
fn dead_is_silent_for_all_inputs_not_for_one() {
    let mut task = Task::new(4, 0.0);
    // z = 2x − 1 is positive for half of the points with x > 0. z = x − 1 is positive for none,
    // because the inputs end before 1. z = x + 2 is positive for all.
    let by_hand = [(2.0, -1.0), (1.0, -1.0), (1.0, 2.0)];
    for (neuron, (weight, bias)) in task.start.neurons.iter_mut().zip(by_hand) {
        *neuron = Neuron { weight, bias, output: 0.5 };
    }
    let answers = |id: &str| task.train(&function(id), 0.01).snapshots[0].answers;
    for id in FUNCTIONS {
        assert_eq!(answers(id)[..3], [POINTS / 4, 0, POINTS]);
    }
    let gradient =
        |id: &str, index: usize| numbers(&task.gradient(&function(id), &task.start).neurons[index]);
    // The gradient of the bias is 0 too, so the bias cannot revive the neuron.
    assert_eq!(gradient("relu", 1), [0.0; 3]);
    assert!(gradient("relu", 0).iter().all(|number| *number != 0.0));
    for id in ["leaky-relu", "elu"] {
        assert!(gradient(id, 1).iter().all(|number| *number != 0.0), "{id}");
    }
}

#[test]
fn without_a_leak_leaky_relu_is_relu() {
    let leaky = Function::new(Activation::find("leaky-relu").expect("it is there"), |_| 0.0);
    let task = Task::new(4, 0.0);
    let counts = |function: &Function| -> Vec<(usize, f64)> {
        let snapshots = task.train(function, 0.15).snapshots;
        snapshots.iter().map(|snapshot| (snapshot.dark(), snapshot.loss)).collect()
    };
    // 0 · z is −0 for a negative z, which changes no sum.
    assert_eq!(counts(&leaky), counts(&function("relu")));
    for text in text::all() {
        let name = text.name("leaky-relu");
        let dead = output("dead?slope=0", "dead-relu") as usize;
        let loss = read(output("dead?slope=0", "loss-relu"));
        let loses =
            text.words.dead.loses(say::Loses { name, dead, alive: WIDTH - dead, loss: &loss });
        assert!(says("dead?slope=0", text).contains(loses.as_str()));
    }
}

#[test]
fn all_three_start_from_the_same_place() {
    for seed in [0, 4, 12] {
        let task = Task::new(seed, -0.1);
        let starts = FUNCTIONS.map(|id| task.train(&function(id), 0.1).snapshots[0]);
        for start in starts {
            assert_eq!((start.at, start.answers), (task.start, starts[0].answers));
        }
    }
}

#[test]
fn data_and_start_are_as_declared() {
    for seed in 0..50 {
        let task = Task::new(seed, 0.25);
        assert_eq!(task.points.len(), POINTS);
        assert!(task.points.windows(2).all(|pair| pair[0].0 < pair[1].0));
        for (x, y) in &task.points {
            assert!(x.abs() < REACH && (y - target(*x)).abs() <= 0.3);
        }
        for Neuron { weight, bias, output } in task.start.neurons {
            assert!(weight.abs() <= 0.2 && output.abs() <= 0.2 && (bias - 0.25).abs() <= 0.1);
        }
        // The sums at x = 0 are the biases, at least 0.15. At the input next to 0, weights subtract
        // at most 0.005. So no neuron is negative for all points.
        assert_eq!(task.train(&function("relu"), 0.01).snapshots[0].dark(), 0);
    }
}

/// The views of published links must not change, so the data and the start of a seed must never
/// change.
#[test]
fn a_seed_always_gives_the_same_data_and_start() {
    let task = Task::new(4, 0.0);
    let neuron = numbers(&task.start.neurons[63]);
    assert_eq!((task.points[0], neuron), PINNED);
    assert_eq!(Task::new(4, 0.0), task);
    assert_ne!(Task::new(5, 0.0), task);
}

const PINNED: ((f64, f64), [f64; 3]) = (
    (-0.975, -10.927815848864277),
    [0.17164687597353323, -0.09979316062517268, -0.008299530520545951],
);

/// The end-to-end tests contain the same numbers.
#[test]
fn what_the_presets_show() {
    for (link, counts, losses) in SHOWN {
        for (index, id) in FUNCTIONS.into_iter().enumerate() {
            assert_eq!(output(link, &format!("dead-{id}")), counts[index], "{link} {id}");
            let loss = output(link, &format!("loss-{id}"));
            // Exponentials of platforms differ by 1e−16. At the edge of divergence each overshoot of
            // a training amplifies the difference about a thousandfold; there are two or three.
            assert!((loss - losses[index]).abs() < 1e-6 * losses[index], "{link} {id}: {loss}");
        }
    }
}

type Shown = (&'static str, [f64; 3], [f64; 3]);

const SHOWN: [Shown; 5] = [
    ("dead", [62.0, 30.0, 0.0], [8.65808942129625, 0.32164059423390756, 0.5717667543771523]),
    ("dead?step=0", [3.0, 3.0, 3.0], [23.968153555550654, 23.94440489519155, 23.75242187206536]),
    (
        "dead?rate=0.03&bias=0.2",
        [0.0, 0.0, 0.0],
        [0.9661680624625312, 1.0039334460585014, 1.507706976775662],
    ),
    (
        "dead?rate=0.2&seed=12",
        [64.0, 48.0, 0.0],
        [22.96156394296148, 0.15323521397518086, 1.1358546494297759],
    ),
    (
        "dead?rate=0.1&bias=-0.3",
        [64.0, 44.0, 34.0],
        [23.35703321443391, 0.28555438959980045, 0.6442289423641501],
    ),
];

#[test]
fn the_presets_do_what_their_names_say() {
    let dead = |preset: usize, step: u32, id: &str| {
        let settings = demo("dead").presets[preset].settings.replace("step=100", "");
        output(&format!("dead?{settings}step={step}"), &format!("dead-{id}"))
    };
    // Over time: few are dead at first and tens at the end, more than with the other functions.
    assert!(dead(0, 0, "relu") < 5.0 && dead(0, 100, "relu") > 40.0);
    assert!(dead(0, 100, "relu") > 1.5 * dead(0, 100, "leaky-relu"));
    assert_eq!(dead(0, 100, "elu"), 0.0);
    // Calm: none is dead at any step.
    assert!((0..=100).all(|step| FUNCTIONS.iter().all(|id| dead(1, step, id) == 0.0)));
    // Too fast: nearly all are dead within ten steps.
    assert!(dead(2, 0, "relu") < 16.0 && dead(2, 10, "relu") > 56.0);
    // From the start: all are dead with every function, and only ReLU's stay so.
    assert!(FUNCTIONS.iter().all(|id| dead(3, 0, id) == 64.0));
    assert_eq!(dead(3, 100, "relu"), 64.0);
    assert!(dead(3, 100, "leaky-relu") < 50.0 && dead(3, 100, "elu") < 40.0);
}

#[test]
fn a_network_of_the_dead_is_left_with_the_mean() {
    let link = "dead?rate=0.1&bias=-0.3";
    let task = Task::new(4, -0.3);
    let mean = task.points.iter().map(|(_, y)| y).sum::<f64>() / POINTS as f64;
    let variance = task.points.iter().map(|(_, y)| (y - mean).powi(2)).sum::<f64>() / POINTS as f64;
    // The bias of the output approaches the mean by a factor of 1 − 2 · 0.1 per step. After 100
    // steps 2e−10 of the distance is left. Its square is negligible beside rounding.
    assert!((output(link, "loss-relu") - variance).abs() < 1e-12 * variance * POINTS as f64);
}

#[test]
fn the_words_follow_from_the_numbers_in_every_language() {
    for text in text::all() {
        let words = &text.words.dead;
        let count = |link: &str, id: &str| output(link, &format!("dead-{id}")) as usize;
        let loss = |link: &str, id: &str| read(output(link, &format!("loss-{id}")));
        let [relu, leaky, elu] = FUNCTIONS;
        let dead = count("dead", relu);
        let loses = words.loses(say::Loses {
            name: text.name(relu),
            dead,
            alive: WIDTH - dead,
            loss: &loss("dead", relu),
        });
        assert!(says("dead", text).contains(loses.as_str()));
        let keeps = words.keeps(say::Keeps {
            name: text.name(leaky),
            inactive: count("dead", leaky),
            loss: &loss("dead", leaky),
        });
        assert!(says("dead", text).contains(keeps.as_str()));
        assert!(
            says("dead", text).contains(
                words
                    .all_answer(say::AllAnswer { name: text.name(elu), loss: &loss("dead", elu) })
                    .as_str()
            )
        );
        let link = "dead?rate=0.1&bias=-0.3";
        assert!(
            says(link, text).contains(
                words
                    .all_dead(say::AllDead { name: text.name(relu), loss: &loss(link, relu) })
                    .as_str()
            )
        );
        // ELU diverges. The demo stays at its last step.
        let link = "dead?rate=0.3";
        let table = table(link, text);
        let step = table.rows.iter().position(|row| row[6].is_none()).expect("it diverges") - 1;
        let diverged = words.diverged(say::Diverged {
            name: text.name(elu),
            step,
            loss: &loss(link, elu),
            rate: &read_short(0.3),
        });
        assert!(says(link, text).contains(diverged.as_str()));
        let earlier = format!("{link}&step={}", step - 1);
        assert!(!says(&earlier, text).contains(diverged.as_str()));
        assert_eq!(table.rows[step][6], Some(output(link, "loss-elu")));
    }
}

#[test]
fn the_chosen_neuron_says_whether_it_can_learn() {
    let text = text::all()[0];
    let notes = |link: &str| -> Vec<Option<String>> {
        let readouts = readouts(link, text);
        readouts.rows.into_iter().map(|row| row.note).collect()
    };
    // A training that has ended learns nothing more.
    let ended = notes("dead?rate=0.3")[1..].to_vec();
    assert_eq!(ended, [(); 2].map(|()| Some(text.words.dead.has_ended.to_owned())));
    let link = "dead?rate=0.1&bias=-0.3&step=0";
    let [dead, dark] =
        [text.words.dead.is_dead, text.words.dead.is_dark].map(|note| Some(note.to_owned()));
    assert_eq!(notes(link), [dead, dark.clone(), dark]);
    assert_eq!(output(link, "grad-relu"), 0.0);
    assert!(output(link, "grad-leaky-relu") > 0.0 && output(link, "grad-elu") > 0.0);
    assert!(says(link, text).contains("∂<i>L</i>/∂<i>b</i> = <strong>0</strong>"));
    // The norm of the three gradients in the explanation.
    let task = Task::new(4, -0.3);
    let gradient = task.gradient(&function("elu"), &task.start).neurons[0];
    let length = numbers(&gradient).iter().map(|number| number * number).sum::<f64>().sqrt();
    // The tolerance is a few roundings.
    assert!((output(link, "grad-elu") - length).abs() < 1e-15 * (1.0 + length));
    for number in numbers(&gradient) {
        assert!(says(link, text).contains(&read(number)));
    }
}

/// The statements of the lesson about the two learning rates.
#[test]
fn a_small_learning_rate_kills_no_neuron_and_relu_has_the_lowest_loss() {
    let calm = "dead?rate=0.03&bias=0.2";
    assert_eq!(output(calm, "dead-relu"), 0.0);
    let losses = ["relu", "leaky-relu", "elu"].map(|id| output(calm, &format!("loss-{id}")));
    assert!(losses[0] < losses[1] && losses[0] < losses[2], "{losses:?}");
    assert!(output("dead", "dead-relu") > 32.0);
}
