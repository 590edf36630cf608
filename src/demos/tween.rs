//! The animation of a run between two steps.

/// Linear interpolation: `from` at `arrival` 0, `to` at 1.
pub fn between(from: f64, to: f64, arrival: f64) -> f64 {
    from + (to - from) * arrival
}

/// A place of a run between two steps.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tween {
    /// The step where the animation starts: the one before `to`, or `to` itself if that is 0.
    pub from: usize,
    pub to: usize,
    /// The progress from `from` (0) to `to` (1).
    pub arrival: f64,
}

impl Tween {
    /// The place between the step before `step` and `step`. `arrival` is the progress, from 0 to 1.
    pub fn to(step: usize, arrival: f64) -> Self {
        Tween { from: step.saturating_sub(1), to: step, arrival }
    }

    /// The place for a thing that no longer changes after the step `last`.
    pub fn until(self, last: usize) -> Self {
        Tween { from: self.from.min(last), to: self.to.min(last), ..self }
    }

    /// The last step that the animation has reached.
    pub fn reached(self) -> usize {
        if self.arrival < 1.0 { self.from } else { self.to }
    }

    /// The value of a number at this place. `at` gives its value at a step.
    pub fn number(self, at: impl Fn(usize) -> f64) -> f64 {
        between(at(self.reached()), at(self.to), self.arrival)
    }

    /// The points (step, number) of a number's line, from step 0 to this place. `at` gives the value at a step.
    pub fn line(self, at: impl Fn(usize) -> f64) -> Vec<(f64, f64)> {
        let here = (self.number(|step| step as f64), self.number(&at));
        (0..=self.from).map(|step| (step as f64, at(step))).chain([here]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Tween;

    fn square(step: usize) -> f64 {
        (step * step) as f64
    }

    #[test]
    fn a_line_ends_on_the_way_between_two_steps() {
        let whole = [(0.0, 0.0), (1.0, 1.0), (2.0, 4.0)];
        assert_eq!(Tween::to(2, 1.0).line(square), whole);
        assert_eq!(Tween::to(3, 0.0).line(square), [&whole[..], &whole[2..]].concat());
        // Halfway from 4 to 9.
        assert_eq!(Tween::to(3, 0.5).line(square), [&whole[..], &[(2.5, 6.5)]].concat());
        assert_eq!(Tween::to(0, 0.5).line(square), [(0.0, 0.0); 2]);
    }

    #[test]
    fn what_has_ended_rests() {
        // Before the last step is reached, the number still changes.
        assert_eq!(Tween::to(2, 0.5).until(2).number(square), 2.5);
        assert_eq!(Tween::to(3, 0.5).until(2).number(square), 4.0);
        assert_eq!(Tween::to(9, 0.5).until(2).line(square).last(), Some(&(2.0, 4.0)));
    }

    #[test]
    fn who_has_arrived_is_there_to_the_last_bit() {
        // 1e20 + (1 − 1e20) would be 0.
        let fall = |step| if step == 0 { 1e20 } else { 1.0 };
        assert_eq!(Tween::to(1, 1.0).number(fall), 1.0);
        assert_eq!([0.0, 0.9, 1.0].map(|arrival| Tween::to(1, arrival).reached()), [0, 0, 1]);
    }
}
