//! Floor 0: the few numeric kernels that more than one activation function needs.

/// weight · x, where a weight of 0 gives 0 for every x.
///
/// Plain multiplication gives NaN for 0 · ∞ and −0 for 0 · (−1).
pub fn scale(weight: f64, x: f64) -> f64 {
    if weight == 0.0 { 0.0 } else { weight * x }
}

/// The slope of the logistic function, e^(−|x|) / (1 + e^(−|x|))²: in (0, 0.25], even.
///
/// Never σ(x) (1 − σ(x)), which is 0 from x = 37 on because σ(x) has rounded to 1; this form is
/// right to a few units in the last place until the slope itself underflows, near |x| = 745.
pub fn logistic_slope(x: f64) -> f64 {
    let decay = (-x.abs()).exp();
    let denominator = 1.0 + decay;
    decay / (denominator * denominator)
}
