//! The meaning of the steps of the run through the chain.

/// The meaning of a step of the run. Layers are numbered from 1; 0 is the input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Only the input is shown.
    Start,
    /// The signal runs through this layer.
    Forward(usize),
    /// The gradient starts at the output with the value 1.
    Turn,
    /// The gradient runs back through this layer and reaches the layer before.
    Backward(usize),
}

impl Phase {
    /// The number of the last step, for a chain of `depth` layers.
    pub fn last_step(depth: usize) -> usize {
        2 * depth + 1
    }

    /// The meaning of `step`, which is at most [`Phase::last_step`], for a chain of `depth` layers.
    pub fn of(step: usize, depth: usize) -> Self {
        match step.checked_sub(depth + 1) {
            None if step == 0 => Phase::Start,
            None => Phase::Forward(step),
            Some(0) => Phase::Turn,
            Some(back) => Phase::Backward(depth + 1 - back),
        }
    }

    /// The last layer that the signal has reached.
    pub fn last_signal(self, depth: usize) -> usize {
        match self {
            Phase::Start => 0,
            Phase::Forward(layer) => layer,
            Phase::Turn | Phase::Backward(_) => depth,
        }
    }

    /// The first of the layers that the gradient has reached; `None` before the gradient starts.
    pub fn first_gradient(self, depth: usize) -> Option<usize> {
        match self {
            Phase::Start | Phase::Forward(_) => None,
            Phase::Turn => Some(depth),
            Phase::Backward(layer) => Some(layer - 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Phase;

    #[test]
    fn a_pass_goes_forward_turns_and_comes_back() {
        let all = (0..=Phase::last_step(2)).map(|step| Phase::of(step, 2)).collect::<Vec<_>>();
        let back = [Phase::Backward(2), Phase::Backward(1)];
        let there = [Phase::Start, Phase::Forward(1), Phase::Forward(2), Phase::Turn];
        assert_eq!(all, [&there[..], &back[..]].concat());
    }

    #[test]
    fn what_is_known_grows_forward_and_then_backward() {
        let depth = 3;
        let known: Vec<_> = [Phase::Start, Phase::Forward(2), Phase::Turn, Phase::Backward(2)]
            .map(|moment| (moment.last_signal(depth), moment.first_gradient(depth)))
            .to_vec();
        assert_eq!(known, [(0, None), (2, None), (3, Some(3)), (3, Some(1))]);
    }
}
