//! The app's code for drawing a plot, exported to the page of the browser benchmark (`page.mjs`).

#[cfg(target_arch = "wasm32")]
mod plot {
    use activation_lab::plot::Interval;
    use activation_lab::plot::Layout;
    use activation_lab::plot::Scene;
    use activation_lab::plot::axis::Ticks;
    use activation_lab::plot::paint::Layer;
    use activation_lab::plot::paint::paint;
    use activation_lab::plot::scene::Mark;
    use activation_lab::plot::scene::Stroke;
    use activation_lab::plot::theme::LIGHT;
    use activation_lab::plot::theme::Role;
    use activation_lab::ui::canvas::CanvasSurface;
    use wasm_bindgen::JsError;
    use wasm_bindgen::prelude::wasm_bindgen;
    use web_sys::HtmlCanvasElement;

    /// Two curves, and axes that just contain them.
    #[wasm_bindgen]
    pub struct Plot {
        scene: Scene,
        layout: Layout,
    }

    #[wasm_bindgen]
    impl Plot {
        /// A plot of the points (x, first) and (x, second), `width` × `height` CSS pixels large.
        #[wasm_bindgen(constructor)]
        pub fn new(width: f64, height: f64, x: &[f64], first: &[f64], second: &[f64]) -> Self {
            let curve = |y: &[f64], hue| Mark::Curve {
                runs: vec![x.iter().copied().zip(y.iter().copied()).collect()],
                role: Role::Series(hue),
                stroke: Stroke::Solid,
            };
            let scene = Scene::of(
                [
                    Interval::new(x[0], x[x.len() - 1]),
                    Interval::around(first.iter().chain(second).copied()),
                ],
                [Ticks::Numbers, Ticks::Numbers],
                vec![curve(first, 0), curve(second, 1)],
            );
            Plot {
                scene,
                layout: Layout { width, height, text: 13.0, x_labels: true, y_labels: true },
            }
        }

        /// Draws grid, zero lines and tick labels.
        pub fn frame(&self, canvas: &HtmlCanvasElement, pixel_ratio: f64) -> Result<(), JsError> {
            self.draw(Layer::Frame, canvas, pixel_ratio)
        }

        /// Draws the curves.
        pub fn marks(&self, canvas: &HtmlCanvasElement, pixel_ratio: f64) -> Result<(), JsError> {
            self.draw(Layer::Marks, canvas, pixel_ratio)
        }

        fn draw(
            &self,
            layer: Layer,
            canvas: &HtmlCanvasElement,
            pixel_ratio: f64,
        ) -> Result<(), JsError> {
            let size = (self.layout.width, self.layout.height);
            let surface = CanvasSurface::new(canvas, size, pixel_ratio)
                .ok_or_else(|| JsError::new("the canvas has no 2D context"))?;
            paint(&self.scene, &self.layout, &LIGHT, layer, surface)
                .map_err(|error| JsError::new(&error.to_string()))
        }
    }
}

// Only the exports above are used. On other targets there is no canvas.
fn main() {}
