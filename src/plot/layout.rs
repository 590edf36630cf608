//! The rectangle of a plot on its canvas, and the conversion between pixels and data.

use super::geometry::Interval;
use super::geometry::Point;

/// The size of a canvas in CSS pixels, and the space for its tick labels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Layout {
    pub width: f64,
    pub height: f64,
    /// The font size of tick labels in CSS pixels. The margins are multiples of it.
    pub text: f64,
    /// Whether the x axis has labels. Stacked plots share the labels of the lowest one.
    pub x_labels: bool,
    /// Whether the y axis has labels.
    pub y_labels: bool,
}

/// A rectangle in CSS pixels, y downwards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Rect {
    /// The width in CSS pixels.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// The height in CSS pixels.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }
}

impl Layout {
    /// The rectangle of the plot itself. The left margin is the same for every plot with labels, so that the x
    /// axes of stacked plots are aligned to the pixel.
    pub fn plot(&self) -> Rect {
        let below = if self.x_labels { 2.0 } else { 0.6 };
        let (before, after) = if self.y_labels { (3.4, 1.2) } else { (0.2, 0.2) };
        let left = before * self.text;
        Rect {
            left,
            top: 0.8 * self.text,
            right: (self.width - after * self.text).max(left + 1.0),
            bottom: (self.height - below * self.text).max(0.8 * self.text + 1.0),
        }
    }

    /// The pixel of a data point.
    pub fn pixel(&self, (x, y): Point, x_axis: Interval, y_axis: Interval) -> (f64, f64) {
        let plot = self.plot();
        (
            plot.left + (x - x_axis.low) / x_axis.length() * plot.width(),
            plot.bottom - (y - y_axis.low) / y_axis.length() * plot.height(),
        )
    }

    /// The data point at a pixel. Pixels outside the plot give points outside the axes.
    pub fn data(&self, (left, top): (f64, f64), x_axis: Interval, y_axis: Interval) -> Point {
        let plot = self.plot();
        (
            x_axis.low + (left - plot.left) / plot.width() * x_axis.length(),
            y_axis.low + (plot.bottom - top) / plot.height() * y_axis.length(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pixels_and_data_are_inverse() {
        let layout =
            Layout { width: 640.0, height: 360.0, text: 13.0, x_labels: true, y_labels: true };
        let (x, y) = (Interval::new(-6.0, 6.0), Interval::new(-1.5, 1.5));
        let pixel = layout.pixel((1.25, -0.5), x, y);
        let back = layout.data(pixel, x, y);
        // Four roundings of numbers up to 640, mapped back to units of 12 / 580.
        assert!((back.0 - 1.25).abs() < 1e-12 && (back.1 + 0.5).abs() < 1e-12);
    }

    #[test]
    fn a_canvas_without_room_still_has_a_plot() {
        let layout = Layout { width: 0.0, height: 0.0, text: 13.0, x_labels: true, y_labels: true };
        let plot = layout.plot();
        assert!(plot.width() > 0.0 && plot.height() > 0.0);
    }
}
