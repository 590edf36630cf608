//! Tests of the data sets.

use activation_lab::models::dataset::Dataset;
use activation_lab::models::dataset::IDS;
use activation_lab::models::dataset::POINTS;
use activation_lab::models::dataset::REACH;

/// The points as (x, y, positive).
fn points(id: &str, noise: f64, seed: u64) -> Vec<(f64, f64, bool)> {
    let Dataset { x, y, positive } = Dataset::new(id, noise, seed);
    assert!(x.len() == POINTS && y.len() == POINTS && positive.len() == POINTS, "{id}");
    let places = x.into_iter().zip(y).zip(positive);
    places.map(|((x, y), positive)| (f64::from(x), f64::from(y), positive)).collect()
}

#[test]
fn classes_are_balanced_and_points_in_reach() {
    for id in IDS {
        for noise in [0.0, 0.1, 0.5, 7.0, -1.0, f64::NAN] {
            for seed in 0..20 {
                let points = points(id, noise, seed);
                assert_eq!(points.iter().filter(|point| point.2).count(), POINTS / 2, "{id}");
                for (x, y, _) in points {
                    assert!(x.abs() <= REACH && y.abs() <= REACH, "{id}: {x}, {y}");
                }
            }
        }
    }
}

#[test]
fn seeds_repeat_and_differ() {
    for id in IDS {
        assert_eq!(Dataset::new(id, 0.1, 7), Dataset::new(id, 0.1, 7), "{id}");
        assert_ne!(Dataset::new(id, 0.1, 7), Dataset::new(id, 0.1, 8), "{id}");
        assert_ne!(Dataset::new(id, 0.1, 7), Dataset::new(id, 0.2, 7), "{id}");
    }
}

#[test]
fn noise_moves_points_by_its_share_and_is_clamped() {
    for id in IDS {
        let clean = points(id, 0.0, 3);
        for noise in [0.01, 0.25, 0.5] {
            let mut most = 0.0_f64;
            for (before, after) in clean.iter().zip(points(id, noise, 3)) {
                assert_eq!(before.2, after.2);
                most = most.max((before.0 - after.0).abs()).max((before.1 - after.1).abs());
            }
            // The largest of 400 uniform numbers is near the end of its interval. f32 rounds
            // coordinates of up to 2 to 1e−7.
            assert!(most <= 2.0 * noise + 1e-6 && most > 1.9 * noise, "{id}, {noise}: {most}");
        }
        assert_eq!(points(id, 9.0, 3), points(id, 0.5, 3), "{id}");
        assert_eq!(points(id, -9.0, 3), clean, "{id}");
        assert_eq!(points(id, f64::NAN, 3), clean, "{id}");
    }
}

#[test]
fn without_noise_the_shapes_are_exact() {
    // f32 rounds coordinates of up to 2 to 1.2e−7.
    const ROUNDING: f64 = 1e-6;
    for seed in 0..10 {
        for (x, y, positive) in points("linear", 0.0, seed) {
            let side = x + 2.0 * y;
            assert!(side.abs() >= 0.4 - ROUNDING && (side > 0.0) == positive, "{x}, {y}");
        }
        for (x, y, positive) in points("xor", 0.0, seed) {
            assert!(
                x.abs().min(y.abs()) >= 0.1 - ROUNDING && (x * y > 0.0) == positive,
                "{x}, {y}"
            );
        }
        for (x, y, positive) in points("circle", 0.0, seed) {
            let radius = x.hypot(y);
            let within = if positive { 0.0..=1.0 } else { 1.4..=2.0 };
            let off = (within.start() - radius).max(radius - within.end());
            assert!(off <= ROUNDING, "{x}, {y}");
        }
        for (x, y, positive) in points("moons", 0.0, seed) {
            let turn = if positive { 1.0 } else { -1.0 };
            // A half circle with radius 4/3 and centre (−2/3, −1/3), open at the bottom, and its
            // point reflection.
            let (x, y) = (turn * x + 2.0 / 3.0, turn * y + 1.0 / 3.0);
            assert!((x.hypot(y) - 4.0 / 3.0).abs() <= ROUNDING && y >= -ROUNDING, "{x}, {y}");
        }
    }
}

#[test]
fn spiral_arms_turn_one_and_a_quarter_times() {
    let points = points("spiral", 0.0, 1);
    assert_eq!(points, self::points("spiral", 0.0, 2), "it has no chance in it");
    for (index, pair) in points.chunks(2).enumerate() {
        let share = (index + 1) as f64 / 100.0;
        let angle = 1.25 * std::f64::consts::TAU * share;
        let (x, y) = (2.0 * share * angle.cos(), 2.0 * share * angle.sin());
        for (point, turn) in pair.iter().zip([1.0, -1.0]) {
            // 100 rotations add 1e−16 each, and f32 adds 1.2e−7.
            assert!((point.0 - turn * x).hypot(point.1 - turn * y) <= 2e-7, "{point:?}");
            assert_eq!(point.2, turn > 0.0);
        }
    }
}

/// A change of the generator would change the views of published links.
#[test]
fn the_points_of_a_seed_stay() {
    let sums = IDS.map(|id| {
        let Dataset { x, y, .. } = Dataset::new(id, 0.1, 1);
        x.iter().chain(&y).fold(0_u32, |sum, one| sum.rotate_left(5) ^ one.to_bits())
    });
    assert_eq!(sums, [0xa10f_337d, 0x6bd4_eeb9, 0x16d9_1b2f, 0x88bd_5c7f, 0x4c8a_b3c8]);
}
