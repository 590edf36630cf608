//! What speaks against a function as an activation, as far as its values between −10 and 10 tell.

use activations::Function;

/// The inputs that are looked at: those between −[`REACH`] and [`REACH`].
const REACH: f64 = 10.0;

/// How many steps lie between −[`REACH`] and 0. A step is 1/64, so that whole numbers are among the inputs.
const STEPS: i32 = 640;

/// A gradient below this counts as saturated: a hundredth of the gradient of an active ReLU.
pub const SATURATED_BELOW: f64 = 0.01;

/// A function saturates if all gradients from this input on are below [`SATURATED_BELOW`].
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

/// An input with f and f′ there.
struct Sample {
    x: f64,
    value: f64,
    slope: f64,
}

/// Everything that speaks against a function, what is worst first.
pub fn objections(function: &Function) -> Vec<Objection> {
    let samples: Vec<Sample> = (-STEPS..=STEPS)
        .map(|step| {
            let x = REACH * f64::from(step) / f64::from(STEPS);
            Sample { x, value: function.value(x), slope: function.gradient(x) }
        })
        .collect();
    if let Some(Sample { x, .. }) = samples.iter().find(|sample| sample.value.is_nan()) {
        return vec![Objection::Undefined { at: *x }];
    }
    if let Some(Sample { x, .. }) = samples.iter().find(|sample| sample.value.is_infinite()) {
        return vec![Objection::Infinite { at: *x }];
    }
    let jump = function.kinks().into_iter().find(|kink| kink.is_jump() && kink.at.abs() <= REACH);
    let jump = jump.map(|kink| Objection::Jumps { at: kink.at });
    let is_flat = |sample: &Sample| sample.slope == 0.0;
    if samples.iter().all(is_flat) {
        return [Objection::NoGradient].into_iter().chain(jump).collect();
    }
    if is_line(&samples) {
        return vec![Objection::Line];
    }
    let mut found: Vec<Objection> = jump.into_iter().collect();
    let mut far = samples.iter().filter(|sample| sample.x.abs() >= FAR);
    if far.all(|sample| sample.slope.abs() < SATURATED_BELOW) {
        found.push(Objection::Saturates);
    }
    let (negative, rest) = samples.split_at(STEPS as usize);
    for (is_negative, side) in [(true, negative), (false, &rest[1..])] {
        if side.iter().all(is_flat) {
            found.push(Objection::DeadSide { is_negative });
        }
    }
    let size = |sample: &Sample| sample.slope.abs();
    let steepest = samples.iter().max_by(|a, b| size(a).total_cmp(&size(b)));
    if let Some(steepest) = steepest.filter(|sample| size(sample) > STEEP) {
        found.push(Objection::Steep { slope: size(steepest), at: steepest.x });
    }
    let mean = normal_mean(&samples);
    if mean.abs() > OFF_CENTRE {
        found.push(Objection::OffCentre { mean });
    }
    found
}

/// Whether all values lie on the line through the two outermost ones.
fn is_line(samples: &[Sample]) -> bool {
    let [first, .., last] = samples else { return false };
    let size = first.value.abs().max(last.value.abs()).max(1.0);
    // Rounding errors of a sum of a few terms.
    let error = 64.0 * f64::EPSILON * size;
    samples.iter().all(|Sample { x, value, .. }| {
        let share = (x - first.x) / (last.x - first.x);
        (value - (first.value + (last.value - first.value) * share)).abs() <= error
    })
}

/// The mean of f over the standard normal distribution, by the trapezoidal rule.
fn normal_mean(samples: &[Sample]) -> f64 {
    let (mut sum, mut weights) = (0.0, 0.0);
    for Sample { x, value, .. } in samples {
        let weight = (-0.5 * x * x).exp();
        sum += weight * value;
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
