//! The activations in f32 with four lanes compared with the activations in f64.

use activations::Function;
use activations::all;
use activations::numerics;
use activations::simd::log_one_plus;
use activations::simd::logistic;
use activations::simd::normal;
use activations::simd::power;
use activations::simd::softplus;
use wide::f32x4;

use crate::domain::function;

/// Numbers from subnormals to the largest f32 in equal steps of their bits, and dense numbers
/// around the bends of functions.
fn inputs() -> Vec<f32> {
    let positive = (0..f32::INFINITY.to_bits()).step_by(60_001).map(f32::from_bits);
    let dense = (0..=40_000).map(|index| index as f32 * 3e-3);
    positive.chain(dense).chain([f32::MAX]).flat_map(|x| [x, -x]).collect()
}

/// f and f′ at each input, computed in lanes.
fn in_lanes(function: &Function, inputs: &[f32]) -> Vec<(f32, f32)> {
    let fours = inputs.chunks(4).map(|four| {
        let mut lanes = [0.0; 4];
        lanes[..four.len()].copy_from_slice(four);
        f32x4::new(lanes)
    });
    let mut values: Vec<_> = fours.collect();
    let mut slopes = vec![f32x4::ZERO; values.len()];
    function.simd(&mut values, &mut slopes);
    let [values, slopes] = [values, slopes].map(|list| list.into_iter().flat_map(f32x4::to_array));
    values.zip(slopes).take(inputs.len()).collect()
}

/// Every function with its defaults, and with each parameter at its ends and between them.
fn functions() -> impl Iterator<Item = Function> {
    all().flat_map(|activation| {
        let shares = [f64::NAN, 0.0, 0.3, 1.0];
        let count = if activation.parameters.is_empty() { 1 } else { shares.len() };
        shares.into_iter().take(count).map(move |share| {
            Function::new(activation, |one| one.min + share * (one.max - one.min))
        })
    })
}

#[test]
fn values_and_slopes_agree_with_f64() {
    for function in functions() {
        let inputs = inputs();
        let (mut value_error, mut slope_error) = (0.0_f64, 0.0_f64);
        let error = |measured: f32, expected: f64| {
            if expected.abs() > f64::from(f32::MAX) {
                assert!(measured.is_infinite() && measured.signum() as f64 == expected.signum());
                return 0.0;
            }
            (f64::from(measured) - expected).abs() / expected.abs().max(1.0)
        };
        for (x, (value, slope)) in inputs.iter().zip(in_lanes(&function, &inputs)) {
            let x = f64::from(*x);
            value_error = value_error.max(error(value, function.value(x)));
            slope_error = slope_error.max(error(slope, function.gradient(x)));
        }
        // The bound in the documentation of `Function::simd`: a few roundings of 6e−8.
        assert!(value_error <= 3e-7, "{function:?}: {value_error:e}");
        assert!(slope_error <= 3e-7, "{function:?}: {slope_error:e}");
    }
}

/// The largest relative error of a lane over the range in which e^x does not underflow.
fn worst(of: impl Fn(f32x4) -> f32x4, expected: impl Fn(f64) -> f64, from: f64, to: f64) -> f64 {
    let count = 200_000;
    let errors = (0..=count).map(|index| {
        let x = (from + (to - from) * f64::from(index) / f64::from(count)) as f32;
        let [first, ..] = of(f32x4::new([x, 0.0, -1.0, -87.0])).to_array();
        (f64::from(first) / expected(f64::from(x)) - 1.0).abs()
    });
    errors.fold(0.0, f64::max)
}

#[test]
fn kernels_are_as_good_as_they_say() {
    let close = |error: f64, bound: f64| assert!(error <= bound, "{error:e} above {bound:e}");
    close(worst(|x| power(x).value, f64::exp, -87.0, 0.0), 1.2e-7);
    close(worst(|x| power(x).value, f64::exp, -1.0, -1e-30), 1.2e-7);
    close(worst(|x| power(x).less_one, f64::exp_m1, -87.0, -1e-30), 2.4e-7);
    close(worst(|x| power(x).less_one, f64::exp_m1, -1.0, -1e-30), 2.4e-7);
    let sigmoid = function("sigmoid", &[]);
    close(worst(|x| logistic(x).0, |x| sigmoid.value(x), -87.0, 87.0), 4e-7);
    close(worst(|x| logistic(x).1, |x| sigmoid.gradient(x), -87.0, 87.0), 4e-7);
}

/// Small gradients of a deep network depend on these slopes. 1 − tanh² would be 0 from x = 9 on.
#[test]
fn tails_keep_their_digits() {
    for (id, x) in [("sigmoid", 30.0), ("sigmoid", 80.0), ("tanh", 15.0), ("tanh", 40.0)] {
        let function = function(id, &[]);
        let lanes = in_lanes(&function, &[x, -x]);
        for ((value, slope), x) in lanes.into_iter().zip([x, -x]) {
            let expected = function.gradient(f64::from(x));
            // Five roundings of 6e−8 each, and the error of e^x.
            let error = f64::from(slope) / expected - 1.0;
            assert!(error.abs() <= 5e-7, "{id} at {x}: {slope} and {expected}");
            assert!((f64::from(value) - function.value(f64::from(x))).abs() <= 1e-7);
        }
    }
    let [(tiny, _)] = in_lanes(&function("tanh", &[]), &[1e-30])[..] else { panic!("one") };
    assert!((tiny / 1e-30 - 1.0).abs() <= 2.4e-7, "{tiny}");
}

#[test]
fn kinks_are_those_of_f64() {
    for function in functions() {
        for kink in function.kinks() {
            let at = kink.at as f32;
            let beside = [at.next_down(), at, at.next_up()];
            for ((_, slope), x) in in_lanes(&function, &beside).into_iter().zip(beside) {
                let expected = function.gradient(f64::from(x)) as f32;
                assert!((slope - expected).abs() <= 3e-7 * expected.abs(), "{function:?} at {x}");
            }
        }
    }
    for (id, x, value) in [("step", 0.0, 1.0), ("step", -0.0, 1.0), ("relu", -0.0, 0.0)] {
        let [(measured, slope)] = in_lanes(&function(id, &[]), &[x])[..] else { panic!("one") };
        assert_eq!((measured, slope), (value, 0.0), "{id} at {x}");
    }
}

#[test]
fn infinities_give_the_limits_and_nan_is_passed_on() {
    for activation in all() {
        let function = Function::with_defaults(activation);
        for end in [f32::INFINITY, f32::NEG_INFINITY] {
            let [(value, slope)] = in_lanes(&function, &[end])[..] else { panic!("one") };
            let expected = (function.value(f64::from(end)), function.gradient(f64::from(end)));
            assert_eq!(value, expected.0 as f32, "{} at {end}", activation.id);
            assert_eq!(slope, expected.1 as f32, "{} at {end}", activation.id);
        }
        let [(value, _)] = in_lanes(&function, &[f32::NAN])[..] else { panic!("one") };
        assert!(value.is_nan(), "{}", activation.id);
    }
}

#[test]
fn kernels_that_need_no_exact_tail_are_as_good_as_they_say() {
    let inputs: Vec<f64> = (-120_000..=120_000).map(|k| f64::from(k as f32 * 1e-3)).collect();
    let worst = |of: fn(f32x4) -> f32x4, expected: fn(f64) -> f64, size: fn(f64) -> f64| {
        let errors = inputs.iter().map(|x| {
            let [first, ..] = of(f32x4::splat(*x as f32)).to_array();
            (f64::from(first) - expected(*x)).abs() / size(expected(*x))
        });
        errors.fold(0.0, f64::max)
    };
    let close = |error: f64, bound: f64| assert!(error <= bound, "{error:e} above {bound:e}");
    let to_share = |x: f64| (x / 120.0).abs();
    let shares = inputs.iter().map(|x| {
        let [first, ..] = log_one_plus(f32x4::splat(to_share(*x) as f32)).to_array();
        let share = f64::from(to_share(*x) as f32);
        if share == 0.0 { 0.0 } else { (f64::from(first) / share.ln_1p() - 1.0).abs() }
    });
    close(shares.fold(0.0, f64::max), 3e-7);
    close(worst(softplus, numerics::softplus, |y| y.max(1.0)), 4e-7);
    close(worst(|x| normal(x).0, numerics::normal, |_| 1.0), 4e-7);
    close(worst(|x| normal(x).1, numerics::normal_density, |_| 1.0), 1e-7);
}
