//! The training of a network, exported to the page of the browser benchmark (`training_page.mjs`).

#[cfg(target_arch = "wasm32")]
mod training {
    use activation_lab::models::dataset::Dataset;
    use activation_lab::models::network::Network;
    use activations::Activation;
    use activations::Function;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// A network and its data.
    #[wasm_bindgen]
    pub struct Training {
        network: Network,
        data: Dataset,
        epoch: u32,
    }

    #[wasm_bindgen]
    impl Training {
        /// A network of `depth` layers of `width` neurons with the function of this id, and the points (x, y),
        /// whose class is 1 or 0.
        #[wasm_bindgen(constructor)]
        pub fn new(
            function: &str,
            depth: usize,
            width: usize,
            x: Vec<f32>,
            y: Vec<f32>,
            classes: &[u8],
        ) -> Self {
            let activation = Activation::find(function).expect("a function of the app");
            let network = Network::new(Function::with_defaults(activation), depth, width, 1);
            let positive = classes.iter().map(|class| *class == 1).collect();
            Training { network, data: Dataset { x, y, positive }, epoch: 0 }
        }

        /// Trains for one epoch.
        pub fn epoch(&mut self, rate: f32, batch: usize) {
            self.network.train_epoch(&self.data, rate, batch, 1, self.epoch);
            self.epoch += 1;
        }

        /// Starts again from these weights and biases.
        pub fn start(&mut self, parameters: &[f32]) {
            self.network.set_parameters(parameters);
            self.epoch = 0;
        }

        /// All weights and biases.
        pub fn parameters(&self) -> Vec<f32> {
            self.network.parameters().to_vec()
        }

        /// The mean binary cross-entropy of all points.
        pub fn loss(&mut self) -> f64 {
            self.network.measure(&self.data).loss
        }
    }
}

// Only the exports above are used. On other targets there is nothing to measure.
fn main() {}
