//! The training of a small network. Epochs are computed on demand, and all past epochs are stored.

use super::dataset::Dataset;
use super::network::Measure;
use super::network::Network;

/// What a training is made with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plan {
    /// The learning rate.
    pub rate: f32,
    /// Points a step.
    pub batch: usize,
    /// Decides in which order the points come.
    pub seed: u64,
}

/// A loss above this, in nats, is no training any more: to guess costs ln 2 ≈ 0.69.
const LOST: f64 = 100.0;

/// A network after each epoch. An epoch is computed once and stored: the parameters of the largest
/// network are 8 kB, so that going back to one costs less than any drawing of it.
#[derive(Debug, Clone)]
pub struct Training {
    network: Network,
    plan: Plan,
    /// How many parameters the network has.
    count: usize,
    /// Those of all moments, one after the other; the start first.
    past: Vec<f32>,
    measures: Vec<Measure>,
    /// Whether it has ended because its numbers ran away.
    diverged: bool,
}

impl Training {
    pub fn new(mut network: Network, data: &Dataset, plan: Plan) -> Self {
        let past = network.parameters().to_vec();
        let measures = vec![network.measure(data)];
        Training { network, plan, count: past.len(), past, measures, diverged: false }
    }

    /// The last epoch that has been worked out.
    pub fn reached(&self) -> usize {
        self.measures.len() - 1
    }

    /// The epoch in which the training has diverged, if it has come so far. There are no more moments
    /// then: the last one is that before it.
    pub fn divergence(&self) -> Option<usize> {
        self.diverged.then_some(self.measures.len())
    }

    /// Works out one more epoch, unless the training has diverged.
    pub fn advance(&mut self, data: &Dataset) {
        if self.diverged {
            return;
        }
        let Plan { rate, batch, seed } = self.plan;
        let epoch = self.reached();
        self.recall(epoch);
        self.network.train_epoch(data, rate, batch, seed, epoch as u32);
        let measure = self.network.measure(data);
        if measure.loss <= LOST {
            self.past.extend_from_slice(self.network.parameters());
            self.measures.push(measure);
        } else {
            self.diverged = true;
        }
    }

    /// How well the network does after an epoch, or at its last moment if it has fewer.
    pub fn measure(&self, epoch: usize) -> Measure {
        self.measures[epoch.min(self.reached())]
    }

    /// The network as it is after an epoch, or at its last moment if it has fewer.
    pub fn at(&mut self, epoch: usize) -> &mut Network {
        self.recall(epoch.min(self.reached()));
        &mut self.network
    }

    fn recall(&mut self, epoch: usize) {
        self.network.set_parameters(&self.past[epoch * self.count..][..self.count]);
    }
}
