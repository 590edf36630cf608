//! The training of a small network. Epochs are computed on demand, and all past epochs are stored.

use super::dataset::Dataset;
use super::network::Measure;
use super::network::Network;

/// The settings of a training.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plan {
    /// The learning rate.
    pub rate: f32,
    /// The number of points in a batch.
    pub batch: usize,
    /// Determines the order of the points in each epoch.
    pub seed: u64,
}

/// The mean loss, in nats, above which a training has diverged. Guessing costs ln 2 ≈ 0.69.
const LOST: f64 = 100.0;

/// A network after each epoch. Every epoch is computed once and stored. The parameters of the largest
/// network take 8 kB, and restoring them costs less than drawing the network.
#[derive(Debug, Clone)]
pub struct Training {
    network: Network,
    plan: Plan,
    /// The number of parameters of the network.
    count: usize,
    /// The parameters after each epoch, one set after the other; the set before training comes first.
    past: Vec<f32>,
    measures: Vec<Measure>,
    /// Whether the training has ended because its loss passed [`LOST`] or is NaN.
    diverged: bool,
}

impl Training {
    pub fn new(mut network: Network, data: &Dataset, plan: Plan) -> Self {
        let past = network.parameters().to_vec();
        let measures = vec![network.measure(data)];
        Training { network, plan, count: past.len(), past, measures, diverged: false }
    }

    /// The last epoch that has been computed.
    pub fn reached(&self) -> usize {
        self.measures.len() - 1
    }

    /// The number of the epoch in which the training diverged, if it has. The last stored epoch is
    /// the one before it.
    pub fn divergence(&self) -> Option<usize> {
        self.diverged.then_some(self.measures.len())
    }

    /// Computes one more epoch, unless the training has diverged.
    pub fn advance(&mut self, data: &Dataset) {
        if self.diverged {
            return;
        }
        let Plan { rate, batch, seed } = self.plan;
        let epoch = self.reached();
        self.restore(epoch);
        self.network.train_epoch(data, rate, batch, seed, epoch as u32);
        let measure = self.network.measure(data);
        if measure.loss <= LOST {
            self.past.extend_from_slice(self.network.parameters());
            self.measures.push(measure);
        } else {
            self.diverged = true;
        }
    }

    /// The loss and accuracy after an epoch, or after the last computed epoch if there are fewer.
    pub fn measure(&self, epoch: usize) -> Measure {
        self.measures[epoch.min(self.reached())]
    }

    /// The network after an epoch, or after the last computed epoch if there are fewer.
    pub fn at(&mut self, epoch: usize) -> &mut Network {
        self.restore(epoch.min(self.reached()));
        &mut self.network
    }

    fn restore(&mut self, epoch: usize) {
        self.network.set_parameters(&self.past[epoch * self.count..][..self.count]);
    }
}
