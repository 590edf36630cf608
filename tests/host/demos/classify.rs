//! Tests of the two networks of the classify demo: stored epochs do not change, the boundary without
//! an activation is straight, and the words agree with the numbers.

use crate::STAGE;
use activation_lab::demos::Stage;
use activation_lab::models::dataset::{Dataset, IDS};
use activation_lab::models::network::Network;
use activation_lab::models::training::{Plan, Training};
use activation_lab::plot::scene::Mark;
use activation_lab::text;
use activations::all;

use super::function;
use super::shown::{self, demo, output, pictures, says, table};

const PLAN: Plan = Plan { rate: 0.1, batch: 10, seed: 3 };

fn network(id: &str) -> Network {
    Network::new(function(id), 2, 4, PLAN.seed)
}

#[test]
fn the_past_is_what_training_went_through() {
    let data = Dataset::new("moons", 0.1, 5);
    let mut straight = network("elu");
    let mut training = Training::new(network("elu"), &data, PLAN);
    let mut seen = vec![straight.parameters().to_vec()];
    for epoch in 0..20 {
        straight.train_epoch(&data, PLAN.rate, PLAN.batch, PLAN.seed, epoch);
        seen.push(straight.parameters().to_vec());
        // Reading an earlier epoch must not change the later ones.
        training.at(epoch as usize / 2);
        training.advance(&data);
    }
    assert_eq!(training.reached(), 20);
    for (epoch, parameters) in seen.iter().enumerate() {
        assert_eq!(training.at(epoch).parameters(), parameters, "epoch {epoch}");
        let measure = training.at(epoch).measure(&data);
        assert_eq!(training.measure(epoch), measure);
    }
}

#[test]
fn a_training_that_runs_away_ends_at_its_last_sound_moment() {
    let data = Dataset::new("circle", 0.0, 1);
    let mut training = Training::new(network("identity"), &data, Plan { rate: 1e4, ..PLAN });
    for _ in 0..50 {
        training.advance(&data);
    }
    let epoch = training.divergence().expect("a rate of 10⁴ is too much");
    assert_eq!(training.reached() + 1, epoch);
    assert!(training.measure(50).loss.is_finite());
    assert_eq!(training.measure(50), training.measure(epoch - 1));
    assert!(training.at(50).parameters().iter().all(|parameter| parameter.is_finite()));
}

#[test]
fn outputs_are_those_of_the_model() {
    let data = Dataset::new("xor", 0.05, 1);
    for (id, suffix) in [("relu", ""), ("identity", "-identity")] {
        let mut network = Network::new(function(id), 2, 4, 1);
        for epoch in 0..25 {
            network.train_epoch(&data, 0.1, 10, 1, epoch);
        }
        let measure = network.measure(&data);
        let link = "classify?f=relu&data=xor&step=25";
        assert_eq!(output(link, &format!("loss{suffix}")), measure.loss);
        assert_eq!(output(link, &format!("accuracy{suffix}")), measure.accuracy);
        let table = table(link, text::all()[0]);
        let column = if id == "relu" { 2 } else { 1 };
        let norms: Vec<f64> = table.rows.iter().filter_map(|row| row[column]).collect();
        assert_eq!(norms, network.gradient_norms(&data));
    }
}

#[test]
fn any_order_of_steps_shows_the_same() {
    let at = |step: u32| {
        let link = format!("classify?data=moons&f=tanh&step={step}");
        ["loss", "accuracy", "loss-identity"].map(|name| output(&link, name).to_bits())
    };
    let forward: Vec<_> = [0, 7, 30, 31].map(at).to_vec();
    // Another training in between, so that the first one starts again.
    output("classify?data=xor&step=3", "loss");
    let mut backward: Vec<_> = [31, 30, 7, 0].map(at).to_vec();
    backward.reverse();
    assert_eq!(forward, backward);
}

#[test]
fn both_start_from_the_same_weights() {
    for (identity, chosen) in [("loss-identity", "loss"), ("accuracy-identity", "accuracy")] {
        let link = "classify?f=identity&step=40";
        assert_eq!(output(link, identity), output(link, chosen));
    }
}

/// The test uses the boundary as it is drawn for the network without an activation function.
#[test]
fn without_an_activation_the_boundary_is_a_straight_line() {
    for (data, depth) in [("xor", 1), ("moons", 3), ("spiral", 8), ("circle", 5)] {
        let link = format!("classify?data={data}&depth={depth}&step=30");
        let pictures = pictures(&link, &STAGE);
        let without = pictures.iter().find(|picture| picture.id == "classify-without");
        let scene = &without.expect("it is always shown").scene;
        let ends = scene.marks.iter().find_map(|mark| match mark {
            Mark::Curve { runs, .. } => Some(runs.concat()),
            _ => None,
        });
        let ends = ends.expect("the boundary is a curve");
        // The two points of the boundary that are farthest apart define a line. The other points must
        // be close to it.
        let far = |a: &(f64, f64), b: &(f64, f64)| (a.0 - b.0).hypot(a.1 - b.1);
        let Some(from) = ends.first() else { continue };
        let to = ends.iter().max_by(|a, b| far(from, a).total_cmp(&far(from, b))).expect("one");
        let from = ends.iter().max_by(|a, b| far(to, a).total_cmp(&far(to, b))).expect("one");
        let length = far(from, to);
        for point in &ends {
            let (x, y) = (to.0 - from.0, to.1 - from.1);
            let off = (x * (point.1 - from.1) - y * (point.0 - from.0)).abs() / length;
            // The f32 logits pass through up to nine layers with a few roundings of 6e-8 each. They
            // are divided by a slope that can be as small as a hundredth.
            assert!(off < 1e-3, "{data} {depth}: {off}");
        }
    }
}

#[test]
fn presets_show_what_they_are_named_for() {
    let accuracy = |preset: &str| {
        let preset =
            demo("classify").presets.iter().find(|known| known.id == preset).expect(preset);
        let link = format!("classify?{}", preset.settings);
        (output(&link, "accuracy"), output(&link, "accuracy-identity"), link)
    };
    let (with, without, _) = accuracy("line-is-enough");
    assert!(with == 1.0 && without == 1.0, "{with} {without}");
    for preset in ["exclusive-or", "two-spirals", "deep-relu"] {
        let (with, without, _) = accuracy(preset);
        // A line through four alternating quarters or through rings classifies at most three fifths
        // correctly.
        assert!(with >= 0.95 && without <= 0.66, "{preset}: {with} {without}");
    }
    for preset in ["deep-sigmoid", "no-gradient"] {
        let (with, _, _) = accuracy(preset);
        assert!(with < 0.75, "{preset}: {with}");
    }
    let (_, _, sigmoid) = accuracy("deep-sigmoid");
    let rows = table(&sigmoid, text::all()[0]).rows;
    let (first, last) = (rows[0][2].expect("a norm"), rows[rows.len() - 1][2].expect("a norm"));
    assert!(first < 1e-3 * last, "{first} {last}");
    let (_, _, step) = accuracy("no-gradient");
    let rows = table(&step, text::all()[0]).rows;
    assert!(rows[..rows.len() - 1].iter().all(|row| row[2] == Some(0.0)));
}

#[test]
fn words_say_what_has_become_of_it() {
    let cases = [
        ("classify?f=tanh&step=0", ["출발합니다", "nothing is learned yet"]),
        ("classify?f=tanh", ["구부려", "bent"]),
        ("classify?f=tanh&data=linear", ["직선으로 충분합니다", "a straight line is enough"]),
        ("classify?f=identity", ["똑같습니다", "are the same"]),
        ("classify?f=identity&data=linear", ["똑같습니다", "are the same"]),
        ("classify?f=step", ["모두 0", "exactly 0"]),
        (
            "classify?f=relu&depth=4&width=2&rate=1&seed=248&step=40",
            ["첫 층이 받는 기울기가", "gradient of the first layer is"],
        ),
        ("classify?f=sigmoid&depth=6", ["기울기 소실", "vanishes"]),
        ("classify?f=leaky-relu&rate=100&step=20", ["발산", "diverged"]),
    ];
    for (link, words) in cases {
        for (text, words) in text::all().into_iter().zip(words) {
            let said = says(link, text);
            assert!(said.contains(words), "{link}: {said}");
            assert!(said.contains("<i>x</i><sub>1</sub>"), "the line is there: {said}");
        }
    }
}

/// Every visible number is finite, for every function and data set, even at rates that overflow.
#[test]
fn nothing_that_is_shown_is_not_a_number() {
    let stage = Stage { width: 360.0, height: 300.0, text: 13.0, arrival: 0.5 };
    for (index, activation) in all().enumerate() {
        let data = IDS[index % IDS.len()];
        let id = activation.id;
        let link =
            format!("classify?f={id}&data={data}&noise=0.5&depth=3&rate=100&batch=200&step=4");
        // Some functions overflow before training begins. Then the loss is infinite, and the page says why.
        let overflows = says(&link, text::all()[1]).contains("overflow");
        for name in ["loss", "accuracy", "loss-identity", "accuracy-identity"] {
            let is_lost = overflows && name == "loss";
            assert_eq!(output(&link, name).is_finite(), !is_lost, "{link} {name}");
        }
        let rows = table(&link, text::all()[0]).rows;
        let is_number = |cell: &Option<f64>| cell.is_some_and(f64::is_finite);
        assert!(overflows || rows.iter().flatten().all(is_number), "{link}");
        for picture in pictures(&link, &stage) {
            for mark in &picture.scene.marks {
                let finite = match mark {
                    Mark::Cells { shades, .. } => shades.iter().all(|shade| shade.is_finite()),
                    Mark::Curve { runs, .. } => {
                        runs.iter().flatten().all(|(x, y)| x.is_finite() && y.is_finite())
                    }
                    Mark::Dot { at: (x, y), .. } => x.is_finite() && y.is_finite(),
                    Mark::Bar { x, y, .. } => {
                        [x.low, x.high, y.low, y.high].into_iter().all(f64::is_finite)
                    }
                    _ => true,
                };
                assert!(finite, "{link} {}: {mark:?}", picture.id);
            }
        }
    }
}

#[test]
fn a_run_is_worked_out_piece_by_piece_to_its_end() {
    let experiment = shown::experiment("classify?data=linear&width=16&depth=6");
    let last = experiment.last_step();
    assert_eq!(experiment.reached(), 0);
    for epoch in 1..=5 {
        // Each call computes one epoch of a large network.
        experiment.advance();
        assert_eq!(experiment.reached(), epoch);
    }
    let experiment = shown::experiment("classify?data=linear&width=1&depth=1");
    let mut before = 0;
    while before < last {
        experiment.advance();
        let reached = experiment.reached();
        assert!(reached > before + 1 && reached <= last, "{before} {reached}");
        before = reached;
    }
    experiment.advance();
    assert_eq!(experiment.reached(), last, "there is nothing after the end");
}

/// The end-to-end tests compare the page with the same file, so that training gives the same bits on
/// the host and in a browser. `UPDATE=1 cargo test demos` rewrites the file.
#[test]
fn numbers_are_those_that_the_page_must_show() {
    /// Links with functions that saturate, cut off and bend at 0, and with one that loses its
    /// gradient.
    const LINKS: [&str; 4] = [
        "classify?f=relu&data=xor&step=40",
        "classify?f=elu&depth=4&width=8&step=25",
        "classify?f=sigmoid&depth=6&step=10",
        "classify?f=tanh&data=spiral&width=7&seed=5&step=120",
    ];
    const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/classify.json");
    let entries = LINKS.map(|link| {
        let numbers = ["loss", "accuracy", "loss-identity", "accuracy-identity"]
            .map(|name| format!("    \"{name}\": {:?}", output(link, name)));
        format!("  \"{link}\": {{\n{}\n  }}", numbers.join(",\n"))
    });
    let is = format!("{{\n{}\n}}\n", entries.join(",\n"));
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(FILE, &is).expect("the file can be written");
    }
    let was = std::fs::read_to_string(FILE).expect("the file can be read");
    assert!(is == was, "{FILE} is out of date: UPDATE=1 cargo test demos\n{is}");
}
