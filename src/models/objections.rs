//! What speaks against a function as an activation, as far as its values between −10 and 10 tell.

use activations::Function;

/// The inputs that are looked at: those between −[`REACH`] and [`REACH`].
pub const REACH: f64 = 10.0;

/// How many steps lie between −[`REACH`] and 0. The steps are powers of two, so that 0, 1, … are among the inputs.
const STEPS: i32 = 640;

/// A slope below this counts as none: a hundredth of that of an active ReLU.
const NO_SLOPE: f64 = 0.01;

/// From this input on, a slope below [`NO_SLOPE`] counts as saturated.
const FAR: f64 = 5.0;

/// A slope above this counts as steep: over ten layers it makes a gradient a thousand times as large.
const STEEP: f64 = 2.0;

/// A mean output above this size counts as off centre.
const OFF_CENTRE: f64 = 0.1;

/// Something that speaks against a function. `at` is an input.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Objection {
    /// f has no value at this input and maybe at others.
    Undefined { at: f64 },
    /// f is infinite, or too large for a number.
    Infinite { at: f64 },
    /// f is a straight line: layers collapse into one.
    Line,
    /// f′ is 0 at every input: nothing can be learned.
    NoGradient,
    /// f jumps, and its slope does not tell of the jump.
    Jumps { at: f64 },
    /// f′ is nearly 0 for large inputs of both signs: gradients vanish.
    Saturates,
    /// f′ is 0 for all negative inputs, or for all positive ones: neurons can die.
    DeadSide { is_negative: bool },
    /// f′ is large: gradients explode.
    Steep { slope: f64, at: f64 },
    /// The mean output for inputs with the standard normal distribution is not near 0.
    OffCentre { mean: f64 },
}

/// Everything that speaks against a function, what is worst first.
pub fn objections(function: &Function) -> Vec<Objection> {
    let inputs = || (-STEPS..=STEPS).map(|step| REACH * f64::from(step) / f64::from(STEPS));
    let both = |x: f64| (function.value(x), function.gradient(x));
    if let Some(at) = inputs().find(|x| both(*x).0.is_nan()) {
        return vec![Objection::Undefined { at }];
    }
    if let Some(at) = inputs().find(|x| function.value(*x).is_infinite()) {
        return vec![Objection::Infinite { at }];
    }
    let slope = |x: f64| function.gradient(x).abs();
    let jump = function.kinks().into_iter().find(|kink| kink.is_jump() && kink.at.abs() <= REACH);
    let jump = jump.map(|kink| Objection::Jumps { at: kink.at });
    if inputs().all(|x| slope(x) == 0.0) {
        return [Objection::NoGradient].into_iter().chain(jump).collect();
    }
    if is_line(function, inputs()) {
        return vec![Objection::Line];
    }
    let mut found: Vec<Objection> = jump.into_iter().collect();
    if inputs().filter(|x| x.abs() >= FAR).all(|x| slope(x) < NO_SLOPE) {
        found.push(Objection::Saturates);
    }
    for is_negative in [true, false] {
        let mut side = inputs().filter(|x| if is_negative { *x < 0.0 } else { *x > 0.0 });
        if side.all(|x| slope(x) == 0.0) {
            found.push(Objection::DeadSide { is_negative });
        }
    }
    let steepest = inputs().max_by(|a, b| slope(*a).total_cmp(&slope(*b)));
    if let Some(at) = steepest.filter(|x| slope(*x) > STEEP) {
        found.push(Objection::Steep { slope: slope(at), at });
    }
    let mean = normal_mean(function, inputs());
    if mean.abs() > OFF_CENTRE {
        found.push(Objection::OffCentre { mean });
    }
    found
}

/// Whether all values lie on the line through the two outermost ones.
fn is_line(function: &Function, mut inputs: impl Iterator<Item = f64>) -> bool {
    let (low, high) = (function.value(-REACH), function.value(REACH));
    let size = low.abs().max(high.abs()).max(1.0);
    // Rounding errors of a sum of a few terms.
    let error = 64.0 * f64::EPSILON * size;
    inputs.all(|x| {
        let on_line = low + (high - low) * (x + REACH) / (2.0 * REACH);
        (function.value(x) - on_line).abs() <= error
    })
}

/// The mean of f over the standard normal distribution, by the trapezoidal rule.
fn normal_mean(function: &Function, inputs: impl Iterator<Item = f64>) -> f64 {
    let (mut sum, mut weights) = (0.0, 0.0);
    for x in inputs {
        let weight = (-0.5 * x * x).exp();
        sum += weight * function.value(x);
        weights += weight;
    }
    sum / weights
}

#[cfg(test)]
mod tests {
    use super::{Objection, objections};
    use activations::{Activation, Function};

    fn of(text: &str) -> Vec<Objection> {
        objections(&Function::typed(text))
    }

    fn of_known(id: &str) -> Vec<Objection> {
        objections(&Function::with_defaults(Activation::find(id).expect(id)))
    }

    #[test]
    fn what_cannot_work_is_said_alone() {
        assert_eq!(of("2 * x + 1 - x"), [Objection::Line]);
        assert_eq!(of("identity(x)"), [Objection::Line]);
        assert_eq!(of("3"), [Objection::NoGradient]);
        assert_eq!(of("step(x)"), [Objection::NoGradient, Objection::Jumps { at: 0.0 }]);
        assert_eq!(of("log(x)"), [Objection::Undefined { at: -10.0 }]);
        assert_eq!(of("1 / x"), [Objection::Infinite { at: 0.0 }]);
        assert_eq!(of("exp(x^4)"), [Objection::Infinite { at: -10.0 }]);
    }

    #[test]
    fn the_functions_of_the_lesson_have_the_faults_that_it_names() {
        assert!(of_known("sigmoid").contains(&Objection::Saturates));
        assert_eq!(of_known("tanh"), [Objection::Saturates]);
        assert!(of_known("relu").contains(&Objection::DeadSide { is_negative: true }));
        assert!(!of_known("leaky-relu").contains(&Objection::DeadSide { is_negative: true }));
        assert!(of("-relu(-x)").contains(&Objection::DeadSide { is_negative: false }));
    }

    #[test]
    fn the_mean_is_that_of_a_normal_input() {
        let mean = |id| {
            let mut found = of_known(id).into_iter();
            found.find_map(
                |it| if let Objection::OffCentre { mean } = it { Some(mean) } else { None },
            )
        };
        // E max(0, z) = 1 / √(2π), and the mean of the sigmoid is 1/2 by symmetry.
        let expected = 1.0 / (2.0 * std::f64::consts::PI).sqrt();
        // The trapezoidal rule with a step h = 1/64 at a kink is off by h²/12 of the change of the slope, times the
        // density of 0.4 there.
        let error = 0.4 / (12.0 * 64.0 * 64.0);
        assert!((mean("relu").expect("it is not centred") - expected).abs() < 1.1 * error);
        assert!((mean("sigmoid").expect("it is not centred") - 0.5).abs() < 1e-12);
        assert_eq!(mean("tanh"), None);
    }

    #[test]
    fn a_steep_place_is_found() {
        assert_eq!(of("x^3 / 10"), [Objection::Steep { slope: 30.0, at: 10.0 }]);
    }
}
