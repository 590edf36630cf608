//! The trainings of both networks.

use super::grid::Grid;
use super::settings::ClassifySettings;
use super::{CHOSEN, EPOCHS};
use crate::demos::settings::Options;
use crate::models::dataset::Dataset;
use crate::models::network::{Measure, Network};
use crate::models::training::Training;
use activations::Function;
use activations::functions::identity;
use std::sync::{Mutex, MutexGuard};

/// The two trainings: without an activation function, and with the chosen one. Their epochs are computed on demand.
pub struct Trainings {
    pub data: Dataset,
    pub grid: Grid,
    /// The number of epochs that are computed in about two milliseconds; at least 1.
    pace: usize,
    trainings: Mutex<[Training; 2]>,
}

impl Trainings {
    pub fn new(settings: &ClassifySettings) -> Self {
        /// The number of parameters of a network whose epoch takes two milliseconds.
        const WORK: usize = 2500;
        let ClassifySettings { function, data, noise, depth, width, seed, .. } = *settings;
        let data = Dataset::new(data.id(), noise, seed);
        let without = Function::with_defaults(&identity::ACTIVATION);
        let networks =
            [without, function].map(|function| Network::new(function, depth, width, seed));
        // Functions add no learned parameters, so that both networks have the same number.
        let parameters = networks[CHOSEN].parameters().len();
        let trainings = networks.map(|network| Training::new(network, &data, settings.plan()));
        Trainings {
            grid: Grid::new(&data, parameters),
            pace: (WORK / parameters).max(1),
            data,
            trainings: Mutex::new(trainings),
        }
    }

    fn lock(&self) -> MutexGuard<'_, [Training; 2]> {
        self.trainings.lock().expect("nothing panics while it has the trainings")
    }

    /// The last epoch that has been computed for both networks. A network that has diverged does not count.
    pub fn reached(&self) -> usize {
        let reached = |training: &Training| match training.divergence() {
            Some(_) => EPOCHS as usize,
            None => training.reached(),
        };
        let [without, with] = &*self.lock();
        reached(without).min(reached(with))
    }

    /// Computes further epochs for about two milliseconds.
    pub fn advance(&self) {
        let mut trainings = self.lock();
        for _ in 0..self.pace {
            for training in &mut *trainings {
                if training.reached() < EPOCHS as usize {
                    training.advance(&self.data);
                }
            }
        }
    }

    /// Computes all epochs up to `step` that have not been computed yet.
    fn reach(&self, step: usize) {
        while self.reached() < step {
            self.advance();
        }
    }

    /// Calls `read` with both trainings after they have computed all epochs up to `step`.
    pub fn with<T>(&self, step: usize, read: impl FnOnce(&[Training; 2]) -> T) -> T {
        self.reach(step);
        read(&self.lock())
    }

    /// Calls `read` with each network in its state at a step. The step is computed if necessary.
    pub fn at<T>(&self, step: usize, mut read: impl FnMut(&mut Network) -> T) -> [T; 2] {
        self.reach(step);
        self.lock().each_mut().map(|training| read(training.at(step)))
    }

    /// Loss and accuracy of both networks at a step.
    pub fn measures(&self, step: usize) -> [Measure; 2] {
        self.with(step, |trainings| trainings.each_ref().map(|training| training.measure(step)))
    }

    /// The gradient norm of each layer of both networks at a step.
    pub fn norms(&self, step: usize) -> [Vec<f64>; 2] {
        self.at(step, |network| network.gradient_norms(&self.data))
    }

    /// The epoch in which each network has diverged, if it has by this step.
    pub fn divergences(&self, step: usize) -> [Option<usize>; 2] {
        let divergence = |training: &Training| training.divergence().filter(|epoch| *epoch <= step);
        self.with(step, |trainings| trainings.each_ref().map(divergence))
    }
}
