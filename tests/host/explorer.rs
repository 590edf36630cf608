//! The numbers and words of the explorer, compared with values from other sources.

use crate::STAGE;
use activation_lab::demos::settings::Key;
use activation_lab::demos::{Demo, Readouts};
use activation_lab::markup::Html;
use activation_lab::permalink;
use activation_lab::plot::scene::{Dot, Mark};
use activation_lab::text::words::{card, explorer as say};
use activation_lab::text::{self, Text};

fn explorer() -> &'static Demo {
    Demo::find("explorer").expect("the explorer is a demo")
}

fn readouts(link: &str, text: &Text) -> Readouts {
    explorer().experiment(permalink::decode(link).settings(explorer())).readouts(text)
}

fn marks(link: &str, picture: usize) -> Vec<Mark> {
    let view = permalink::decode(link);
    explorer().experiment(view.settings(explorer())).scenes(&STAGE).swap_remove(picture).scene.marks
}

#[test]
fn the_probe_reads_the_functions() {
    let readouts = readouts("explorer?x=1", text::all()[0]);
    let cells: Vec<_> = readouts.rows.iter().flat_map(|row| &row.cells).collect();
    // Values at x = 1, to 15 digits: 1/(1+e⁻¹), its slope, tanh 1, 1 − tanh² 1. The others
    // are exact.
    for (name, value) in [
        ("value-sigmoid", 0.731_058_578_630_005),
        ("gradient-sigmoid", 0.196_611_933_241_482),
        ("value-tanh", 0.761_594_155_955_765),
        ("gradient-tanh", 0.419_974_341_614_026),
        ("value-relu", 1.0),
        ("gradient-relu", 1.0),
        ("value-leaky-relu", 1.0),
        ("gradient-leaky-relu", 1.0),
        ("value-elu", 1.0),
        ("gradient-elu", 1.0),
        ("value-maxout", 1.0),
        ("gradient-maxout", 1.0),
    ] {
        let cell = cells.iter().find(|cell| cell.name == name).expect(name);
        // The references have 15 digits.
        assert!((cell.value - value).abs() < 1e-15, "{name}: {}", cell.value);
    }
    assert_eq!(cells.len(), 12);
}

#[test]
fn a_kink_is_put_into_words_in_every_language() {
    for text in text::all() {
        let readouts = readouts("explorer?f=sigmoid,relu,leaky-relu,elu,step&x=0&alpha=2", text);
        let notes: Vec<_> = readouts.rows.iter().map(|row| row.note.clone()).collect();
        let words = &text.words.explorer;
        let card = &text.words.card;
        let names = "PyTorch, JAX, Keras";
        let all = card.like_frameworks(card::LikeFrameworks { names });
        let slopes = "PyTorch 0.1000, JAX 1";
        let each = card.unlike_frameworks(card::UnlikeFrameworks { slopes });
        let [all, each] = [all, each].map(|addition| format!(" {addition}"));
        let kink = |left, right, used, frameworks: &str| {
            Some(words.kink_here(say::KinkHere { left, right, used, frameworks }))
        };
        assert_eq!(
            notes,
            [
                None,
                kink("0", "1", "0", &all),
                kink("0.1000", "1", "0.1000", &each),
                kink("2", "1", "2", &all),
                Some(words.jump_here(say::JumpHere {
                    left: "0",
                    right: "0",
                    used: "0",
                    frameworks: ""
                })),
            ]
        );
    }
}

#[test]
fn flat_places_are_put_into_words() {
    let words = &text::all()[0].words.explorer;
    let note = |link| readouts(link, text::all()[0]).rows[0].note.clone();
    assert_eq!(note("explorer?f=sigmoid&x=8").as_deref(), Some(words.saturated_here));
    assert_eq!(note("explorer?f=relu&x=-1").as_deref(), Some(words.no_gradient_here));
    assert_eq!(note("explorer?f=step&x=1").as_deref(), Some(words.no_gradient_here));
    assert_eq!(note("explorer?f=tanh&x=1"), None);
}

#[test]
fn a_probe_outside_the_plot_is_said_and_still_read() {
    let readouts = readouts("explorer?f=sigmoid&x=40", text::all()[0]);
    assert!(readouts.remark.is_some());
    // σ′(40) to 12 digits.
    let gradient = readouts.rows[0].cells[1].value;
    assert!((gradient / 4.248_354_255_29e-18 - 1.0).abs() < 1e-11, "{gradient}");
}

#[test]
fn saturated_places_are_where_the_algebra_says() {
    // σ′ = s(1 − s) < 0.01 beyond x = ln(s / (1 − s)) with s = (1 + √(1 − 0.04)) / 2.
    let s = (1.0 + 0.96_f64.sqrt()) / 2.0;
    let edge = (s / (1.0 - s)).ln();
    let bands: Vec<_> = marks("explorer?f=sigmoid&min=-8&max=9", 0)
        .into_iter()
        .filter_map(|mark| match mark {
            Mark::Band { x, .. } => Some(x),
            _ => None,
        })
        .collect();
    assert_eq!(bands.len(), 2);
    for (got, want) in
        [(bands[0].low, -8.0), (bands[0].high, -edge), (bands[1].low, edge), (bands[1].high, 9.0)]
    {
        // 1 − s loses 7 of the 53 bits, the 7 bits of 1/0.01, and the logarithm passes the
        // error on.
        assert!((got - want).abs() < 1e-12, "{got} {want}");
    }
    // With ReLU in the same plot, only the left side is flat for both functions.
    let both = marks("explorer?f=sigmoid,relu", 0);
    assert_eq!(both.iter().filter(|mark| matches!(mark, Mark::Band { .. })).count(), 1);
}

#[test]
fn a_kink_has_an_open_and_a_closed_dot_and_no_joiner() {
    let marks = marks("explorer?f=relu&x=2", 1);
    let dots: Vec<_> = marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Dot { at, dot, .. } if at.0 == 0.0 => Some((at.1, *dot)),
            _ => None,
        })
        .collect();
    assert_eq!(dots, [(1.0, Dot::Open), (0.0, Dot::Closed)]);
    let runs = marks.iter().find_map(|mark| match mark {
        Mark::Curve { runs, .. } => Some(runs),
        _ => None,
    });
    assert_eq!(runs.expect("a gradient").len(), 2);
}

#[test]
fn the_table_covers_the_input_range() {
    let view = permalink::decode("explorer?f=relu&min=-3&max=9");
    let table = explorer().experiment(view.settings(explorer())).table(text::all()[1]);
    assert_eq!(table.columns.len(), 3);
    assert_eq!(table.rows.first().unwrap(), &[Some(-3.0), Some(0.0), Some(0.0)]);
    assert_eq!(table.rows.last().unwrap(), &[Some(9.0), Some(9.0), Some(1.0)]);
}

/// The sentences below the readouts without elements.
fn remark(link: &str, text: &Text) -> String {
    let html = readouts(link, text).remark.map(Html::into_string).unwrap_or_default();
    let parts = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, rest)| rest));
    parts.collect()
}

#[test]
fn a_difference_is_said_with_its_largest_distance() {
    let [ko, en] = text::all();
    let relu = "explorer?f=relu,softplus&show=difference";
    let said = "In this input range |f − g| is largest at x = 0, where it is 0.6931.";
    assert_eq!(remark(relu, en), format!("f is ReLU and g is Softplus. {said}"));
    assert!(remark(relu, ko).contains("최댓값은 0.6931, 그 위치는 x = 0입니다."));
    // The number in full precision: ln 2.
    let html = readouts(relu, en).remark.expect("there is a remark").into_string();
    assert!(html.contains("<output name=\"largest-difference\" "), "{html}");
    assert!(html.contains(&format!("<data value=\"{}\">", std::f64::consts::LN_2)), "{html}");
    for (link, said) in [
        ("f=gelu,gelu-tanh", "largest at x = −2.6989, 2.6989, where it is 4.73 × 10⁻⁴."),
        ("f=sigmoid,step&min=-3", "largest at x = 0, where it is 0.5000."),
        ("f=maxout,step&w1=1&b1=2&b2=2&min=-1&max=0.5", "to 2 at x = 0, but stays below it."),
        ("f=identity,softshrink", "largest at x = −6 to −0.5000, 0.5000 to 6, where it is 0.5000."),
        // The step is 1 to the right of 0, and a sine −1 at 3π/2 and every 2π further on.
        ("f=sine,step&min=-40&max=40", "x = 4.7124, 10.9956, 17.2788, 23.5619, …, where it is 2."),
        ("f=elu,celu", "f and g are equal in the whole input range."),
    ] {
        let remark = remark(&format!("explorer?show=difference&{link}"), en);
        assert!(remark.ends_with(said), "{link}: {remark}");
    }
}

#[test]
fn a_difference_is_that_of_the_first_two_functions() {
    let en = text::all()[1];
    let link = "explorer?show=difference&x=8";
    let names = |link| {
        let rows = readouts(link, en).rows;
        rows.iter().flat_map(|row| &row.cells).map(|cell| cell.name.clone()).collect::<Vec<_>>()
    };
    let shown = ["sigmoid", "tanh", "difference"]
        .map(|id| [format!("value-{id}"), format!("gradient-{id}")]);
    assert_eq!(names(link), shown.concat());
    let said = remark(link, en);
    assert!(said.starts_with("x = 8 is outside"), "{said}");
    assert!(said.contains("the first two of the 6 functions chosen."), "{said}");
    let view = permalink::decode(link);
    let experiment = explorer().experiment(view.settings(explorer()));
    let description = experiment.description(en);
    assert!(description.contains("f is Sigmoid and g is tanh, the first two"), "{description}");
    assert!(description.contains("f − g at x = 8: value"), "{description}");
    assert!(!description.contains(['<', '>']), "{description}");
    let table = experiment.table(en);
    let heads =
        ["x", "Sigmoid f(x)", "Sigmoid f′(x)", "tanh g(x)", "tanh g′(x)", "f − g", "f′ − g′"];
    assert_eq!(table.columns, heads);
    // A row for each end of twelve parts, and one where the distance is largest.
    assert_eq!(table.rows.len(), 14);
    for row in table.rows {
        let [_, f, df, g, dg, value, gradient] =
            row.iter().flatten().copied().collect::<Vec<_>>()[..]
        else {
            panic!("seven numbers: {row:?}");
        };
        // Two roundings of numbers up to 1.
        assert!((value - (f - g)).abs() < 1e-15 && (gradient - (df - dg)).abs() < 1e-15);
    }
}

#[test]
fn fewer_than_two_functions_have_no_difference() {
    for text in text::all() {
        for functions in ["", "relu"] {
            let link = format!("explorer?f={functions}&show=difference");
            let view = permalink::decode(&link);
            let experiment = explorer().experiment(view.settings(explorer()));
            let pictures = experiment.scenes(&STAGE);
            assert_eq!(pictures.iter().map(|one| one.id).collect::<Vec<_>>(), ["value"]);
            assert_eq!(remark(&link, text), text.words.explorer.needs_two);
            let description = experiment.description(text);
            let wanted = [text.words.explorer.nothing_shown, text.words.explorer.needs_two];
            assert!(wanted.iter().any(|sentence| description.contains(sentence)), "{description}");
        }
    }
}

#[test]
fn a_difference_has_an_axis_of_its_own() {
    let axis = |link: &str| {
        let view = permalink::decode(link);
        let pictures = explorer().experiment(view.settings(explorer())).scenes(&STAGE);
        assert_eq!(pictures.iter().map(|one| one.id).collect::<Vec<_>>(), ["value", "difference"]);
        [&pictures[0], &pictures[1]].map(|picture| picture.scene.y)
    };
    let small = "explorer?f=gelu,gelu-tanh&show=difference";
    let [values, difference] = axis(small);
    // The difference is at most 4.73e−4 on one side of 0 and less on the other.
    assert!(difference.contains(-4.732e-4) && difference.contains(0.0), "{difference:?}");
    assert!(difference.length() < 9e-4, "{difference:?}");
    // A locked axis is that of the values.
    let [locked, own] = axis(&format!("{small}&fixy=1&ymin=-1&ymax=2"));
    assert_eq!((locked.low, locked.high, own), (-1.0, 2.0, difference));
    assert!(values.high > 6.0);
    // Equal functions.
    let [_, zero] = axis("explorer?f=elu,celu&show=difference");
    assert_eq!((zero.low, zero.high), (-0.25, 0.25));
}

#[test]
fn the_largest_distance_is_in_both_pictures() {
    use activation_lab::plot::palette::DIFFERENCE;
    use activation_lab::plot::scene::Stroke;
    use activation_lab::plot::theme::Role;
    let lines = |picture| {
        let marks = marks("explorer?f=relu,softplus&show=difference", picture).into_iter();
        let thin = marks.filter_map(|mark| match mark {
            Mark::Curve { runs, role, stroke: Stroke::Thin } => Some((role, runs)),
            _ => None,
        });
        thin.collect::<Vec<_>>()
    };
    let from_to = |from, to| (Role::Series(DIFFERENCE), vec![vec![(0.0, from), (0.0, to)]]);
    let ln_2 = std::f64::consts::LN_2;
    assert_eq!(lines(0), [from_to(ln_2, 0.0)]);
    assert_eq!(lines(1), [from_to(0.0, -ln_2)]);
}

#[test]
fn handles_move_the_pieces() {
    let mut view = permalink::decode("explorer?f=maxout");
    let settings = view.change(explorer());
    explorer().drag(settings, "b2", (123.0, 1.5));
    assert_eq!(settings.number(Key::new("b2")), 1.5);
    // The handle of the second piece's slope is at two thirds of 6.
    explorer().drag(settings, "w2", (4.0, 3.5));
    assert_eq!(settings.number(Key::new("w2")), 0.5);
    explorer().drag(settings, "w2", (4.0, 1e9));
    assert_eq!(settings.number(Key::new("w2")), 3.0);
}

#[test]
fn locking_the_axis_keeps_it_where_it_is() {
    let mut view = permalink::decode("explorer?f=relu&show=value&fixy=1");
    let settings = view.change(explorer());
    explorer().toggled(settings, Key::new("fixy"));
    let (low, high) = (settings.number(Key::new("ymin")), settings.number(Key::new("ymax")));
    // 0 and 6 with a margin of 8 %, rounded outwards to tenths.
    assert_eq!((low, high), (-0.5, 6.5));
}
