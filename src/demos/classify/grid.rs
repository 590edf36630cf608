//! The cells in which the pictures show the predictions of a network.

use crate::models::dataset::Dataset;
use crate::plot::Interval;

/// The plane in square cells. The rows are counted from the top.
pub struct Grid {
    /// The interval of both axes.
    pub axis: Interval,
    pub columns: usize,
    /// The centres of the cells.
    pub x: Vec<f32>,
    pub y: Vec<f32>,
}

impl Grid {
    /// The plane around the points, for networks with this number of parameters.
    pub fn new(data: &Dataset, parameters: usize) -> Grid {
        let all = data.x.iter().chain(&data.y);
        let reach = 1.1 * f64::from(all.fold(0.0_f32, |most, at| most.max(at.abs())));
        let columns = columns(parameters);
        let centre = |index: usize| (2.0 * (index as f64 + 0.5) / columns as f64 - 1.0) * reach;
        let cells = || (0..columns * columns).map(|cell| (cell % columns, cell / columns));
        Grid {
            axis: Interval::new(-reach, reach),
            columns,
            x: cells().map(|(column, _)| centre(column) as f32).collect(),
            y: cells().map(|(_, row)| -centre(row) as f32).collect(),
        }
    }
}

/// The number of cells in a row. It is chosen such that two planes of networks with this number of parameters
/// take a few milliseconds.
fn columns(parameters: usize) -> usize {
    const WORK: f64 = 1.5e6;
    const LEAST: f64 = 28.0;
    const MOST: f64 = 64.0;
    (WORK / parameters as f64).sqrt().clamp(LEAST, MOST) as usize
}
