//! Published links and the numbers that they must show. Lines are only added here. A line that has to be
//! changed would mean a broken link in somebody's lecture.

use activation_lab::demos;
use activation_lab::permalink;
use activation_lab::text;

/// The number in the `<output>` with this name, in the view of a link.
fn output(link: &str, name: &str) -> f64 {
    let view = permalink::decode(link);
    let demo = view.demo();
    let id = link.trim_start_matches('#').split('?').next().expect("a link begins with a demo");
    assert_eq!(demo.id, id, "{link}");
    let readouts = demo.experiment(view.settings(demo)).readouts(text::ALL[0]);
    let mut cells = readouts.rows.into_iter().flat_map(|row| row.cells);
    cells.find(|cell| cell.name == name).unwrap_or_else(|| panic!("{link}: no {name}")).value
}

/// Whether the relative difference of two numbers is at most `part`.
fn is_near(got: f64, want: f64, part: f64) -> bool {
    (got - want).abs() <= part * want.abs()
}

/// A link, the name of an output, and the value of the output.
type Line = (&'static str, &'static str, f64);

/// Values that follow by hand from small whole numbers and from the conventions at kinks.
const BY_HEAD: &[Line] = &[
    ("#explorer?f=relu&x=0", "value-relu", 0.0),
    ("#explorer?f=relu&x=0", "gradient-relu", 0.0),
    ("#explorer?f=elu&x=0&alpha=2", "gradient-elu", 2.0),
    ("#explorer?f=leaky-relu&x=-4&slope=0.25", "value-leaky-relu", -1.0),
    ("#explorer?f=leaky-relu&x=0&slope=0.25", "gradient-leaky-relu", 0.25),
    ("#explorer?f=step&x=0", "value-step", 1.0),
    ("#explorer?f=step&x=3", "gradient-step", 0.0),
    ("#explorer?f=maxout&w1=-1&w2=2&x=3", "value-maxout", 6.0),
    ("#explorer?f=maxout&w1=-1&w2=2&x=3", "gradient-maxout", 2.0),
    ("#chain?f=relu&x=1", "output", 1.0),
    ("#chain?f=relu&x=1", "gradient", 1.0),
    ("#chain?f=elu&x=1", "gradient", 1.0),
    ("#chain?f=relu&x=-1", "gradient", 0.0),
    ("#chain?f=relu&x=1&w=2&depth=20", "output", 1_048_576.0),
    ("#chain?f=relu&x=1&w=2&depth=20", "gradient", 1_048_576.0),
    ("#neuron?f=relu&x1=2&x2=-1&w1=0.5&w2=1&b=-3", "z", -3.0),
    ("#neuron?f=relu&x1=2&x2=-1&w1=0.5&w2=1&b=-3", "grad-w1", 0.0),
    ("#neuron?f=identity&x1=2&x2=-1&w1=0.5&w2=1&b=3", "a", 3.0),
    ("#neuron?f=identity&x1=2&x2=-1&w1=0.5&w2=1&b=3", "grad-w2", -1.0),
    ("#descent?f=step&w=3", "loss", (1.0 - 0.8) * (1.0 - 0.8)),
    ("#descent?f=step&w=3", "grad-w", 0.0),
    ("#descent?f=relu&w=-1&rate=1", "w-next", -1.0),
    ("#maxout", "value", 1.0),
    ("#maxout?x=-3", "value", 1.5),
    ("#maxout?x=-3", "gradient", -0.5),
    ("#maxout?k=5&x=-1&b4=0.5", "winner", 4.0),
    ("#maxout?k=5&x=-1&b4=0.5", "value", 2.0),
    ("#collapse?f=identity&depth=6&width=12&seed=3", "pieces", 1.0),
];

/// Values computed by other programs: functions, chains and stacks with mpmath at 40 digits or more. The
/// weights of the stacks come from a second implementation of the generator, written from the paper on PCG.
const BY_MPMATH: &[Line] = &[
    ("#explorer?f=sigmoid&x=1", "value-sigmoid", 0.7310585786300049),
    ("#explorer?f=sigmoid&x=1", "gradient-sigmoid", 0.1966119332414819),
    ("#explorer?f=sigmoid&x=-2", "gradient-sigmoid", 0.1049935854035065),
    ("#explorer?f=sigmoid&x=40", "gradient-sigmoid", 4.248354255291589e-18),
    ("#explorer?f=tanh&x=1", "value-tanh", 0.7615941559557649),
    ("#explorer?f=tanh&x=1", "gradient-tanh", 0.4199743416140261),
    ("#explorer?f=tanh&x=40", "gradient-tanh", 7.219405551381661e-35),
    ("#explorer?f=elu&x=-2", "value-elu", -0.8646647167633873),
    ("#explorer?f=elu&x=-2&alpha=2", "value-elu", -1.729329433526775),
    ("#explorer?f=elu&x=-2&alpha=2", "gradient-elu", 0.2706705664732254),
    ("#chain", "output", 0.6590461720045573),
    ("#chain", "gradient", 2.784767175817586e-7),
    ("#chain", "log10-gradient", -6.555211108743198),
    ("#chain?depth=5&x=0", "output", 0.6586279095209511),
    ("#chain?depth=5&x=0", "gradient", 0.0006763391969703792),
    ("#chain?x=0", "output", 0.6590458288354719),
    ("#chain?x=0", "gradient", 3.875220232083261e-7),
    ("#chain?x=0", "log10-gradient", -6.41170361112912),
    ("#chain?depth=20&x=0", "gradient", 1.271777667227907e-13),
    ("#chain?depth=1000&x=0", "log10-gradient", -648.3163420489709),
    ("#chain?f=tanh&x=1", "output", 0.3562501673326249),
    ("#chain?f=tanh&x=1", "gradient", 0.04091204196912882),
    ("#chain?x=1&beside=tanh", "gradient-tanh", 0.04091204196912882),
    ("#chain?w=8&b=-4&x=0", "gradient", 1.339294753862132e-8),
    ("#chain?f=elu&x=-1&depth=3", "output", -0.3740823052826776),
    ("#chain?f=elu&x=-1&depth=3", "gradient", 0.1223760065005192),
    ("#neuron", "a", 0.7310585786300049),
    ("#neuron", "grad-w1", 0.1966119332414819),
    ("#neuron", "grad-w2", 0.09830596662074093),
    ("#neuron?f=tanh&x1=2&x2=1&w1=0.5&b=-0.5", "a", -0.4621171572600098),
    ("#neuron?f=tanh&x1=2&x2=1&w1=0.5&b=-0.5", "grad-w1", 1.572895465931855),
    ("#neuron?f=tanh&x1=2&x2=1&w1=0.5&b=-0.5", "grad-b", 0.7864477329659274),
    ("#collapse?seed=7", "a", -0.4026735648080954),
    ("#collapse?seed=7", "c", 0.9162808986132285),
    ("#collapse?depth=1&seed=0", "a", -0.5589962567651726),
    ("#collapse?f=identity&depth=6&width=12&seed=3", "a", -1.381171457362672),
    ("#collapse?f=identity&depth=6&width=12&seed=3", "c", 0.4356747226502429),
    ("#descent?step=0", "loss", 10.24),
    ("#descent?step=0", "grad-w", 12.8),
    ("#descent?step=5", "w", 0.524416),
    ("#descent?step=5", "loss", 0.061917364224),
    ("#descent?f=sigmoid&w=-4&rate=1", "w", -3.966788408901896),
    ("#descent?f=sigmoid&w=-4&rate=1", "grad-w", -0.0011458701775813461),
    ("#descent?f=tanh&w=-1&rate=0.3&step=4", "w", 0.9238486904345223),
    ("#descent?f=tanh&w=-1&rate=0.3&step=4", "loss", 0.02296092311275918),
];

/// Values that the page itself showed when the links were published: random numbers and trainings from seeds,
/// whose models are tested elsewhere against other sources.
const BY_THE_PAGE: &[Line] = &[
    ("#classify?f=relu&data=xor&step=40", "loss", 0.025916383831444838),
    ("#classify?f=relu&data=xor&step=40", "accuracy", 1.0),
    ("#classify?f=relu&data=xor&step=40", "loss-identity", 0.6862520180907112),
    ("#classify?f=sigmoid&depth=6&step=10", "loss", 0.6931510614340914),
    ("#classify?f=sigmoid&depth=6&step=10", "accuracy-identity", 0.48),
    ("#dead", "dead-relu", 62.0),
    ("#dead", "dead-leaky-relu", 30.0),
    ("#dead", "dead-elu", 0.0),
    ("#dead?step=0", "loss-relu", 23.968153555550654),
    ("#dead?rate=0.03&bias=0.2", "dead-relu", 0.0),
    ("#dead?rate=0.2&seed=12", "dead-relu", 64.0),
    ("#maxout", "variance-in", 0.9912381078471532),
    ("#maxout", "variance-out", 0.6920064620929598),
    ("#maxout?k=5&samples=500&seed=3", "variance-out", 0.40005129543111284),
    ("#collapse?f=relu&seed=7", "pieces", 8.0),
    ("#collapse?f=relu&seed=7", "bend", 0.36874563334852906),
    ("#collapse?f=relu&depth=6&width=12&seed=3", "pieces", 52.0),
    ("#alpha", "alpha", 1.1471941424070902),
    ("#alpha", "loss", 0.007415356336155814),
    ("#alpha?step=0", "alpha", 3.0),
    ("#alpha?step=0", "grad-alpha", 1.020250033381435),
    ("#alpha?alpha=3&rate=0.5&step=20", "alpha", 1.150134376495679),
];

#[test]
fn links_show_what_follows_by_head() {
    for (link, name, value) in BY_HEAD {
        // Sums and products of numbers with few binary digits are exact.
        assert_eq!(output(link, name), *value, "{link} {name}");
    }
}

#[test]
fn links_show_what_mpmath_worked_out() {
    for (link, name, value) in BY_MPMATH {
        let got = output(link, name);
        // Twelve digits: each of a thousand layers adds some rounding in the sixteenth digit.
        assert!(is_near(got, *value, 1e-12), "{link} {name}: {got:?}");
    }
}

#[test]
fn links_show_what_they_showed() {
    for (link, name, value) in BY_THE_PAGE {
        let got = output(link, name);
        // Exponentials of platforms differ by 1e-16, which a training amplifies. Twelve digits remain.
        assert!(is_near(got, *value, 1e-12), "{link} {name}: {got:?}");
    }
}

#[test]
fn every_demo_has_its_links() {
    let links: Vec<&str> =
        [BY_HEAD, BY_MPMATH, BY_THE_PAGE].concat().iter().map(|(link, ..)| *link).collect();
    for demo in &demos::ALL {
        let is_of = |link: &&&str| link[1..].split('?').next() == Some(demo.id);
        assert!(links.iter().filter(is_of).count() >= 2, "{}", demo.id);
    }
}
