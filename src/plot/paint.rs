//! Draws a [`Scene`] through plotters on any backend. No other file uses plotters.
//!
//! plotters has coordinates in whole pixels only. Everything is therefore drawn [`SUBPIXELS`] times larger and
//! scaled down again: by the transform of a canvas, or by the viewBox of an SVG.

use super::axis::{Tick, Ticks, power_of_ten, ticks, unit};
use super::clip;
use super::layout::Layout;
use super::names;
use super::scene::{Dot, Fill, Mark, Scene, Stroke};
use super::simplify;
use super::theme::{Rgb, Role, Theme};
use plotters::backend::SVGBackend;
use plotters::chart::{ChartBuilder, ChartContext};
use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{
    Circle, DashedPathElement, Drawable, PathElement, PointCollection, Rectangle, Text,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontFamily, FontStyle, IntoFont, RGBColor, ShapeStyle, TextStyle};

/// The interface that a canvas implements. It is re-exported, so that the canvas need not depend on plotters.
pub use plotters_backend::text_anchor;
pub use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle};
pub use plotters_backend::{DrawingBackend, DrawingErrorKind, FontTransform};

/// The steps of one CSS pixel. They are so small that they are invisible in curves and motion, even at a
/// devicePixelRatio of 3.
pub const SUBPIXELS: u32 = 8;

/// The largest invisible error of a curve, in CSS pixels: the error of rounding to subpixels.
const INVISIBLE: f64 = 0.5 / SUBPIXELS as f64;

/// How far a cell of a heat map extends over the next ones, in subpixels.
const OVERLAP: i32 = SUBPIXELS as i32 / 2;
/// The fonts of tick labels.
const FONTS: &str = "system-ui, sans-serif";
/// Dash and gap of a gradient's line, in CSS pixels at a stroke scale of 1.
const DASH: (f64, f64) = (7.0, 5.0);

/// A backend with the optional abilities that curves and heat maps can use.
pub trait Surface: DrawingBackend {
    /// Makes the following lines dashed (lengths of dash and gap in subpixels), or solid with `None`. Returns
    /// false if the surface has no dashes of its own; each dash is then drawn as a line.
    fn set_dash(&mut self, _lengths: Option<(f64, f64)>) -> bool {
        false
    }

    /// Fills the rectangle between two corners, the upper left one first, with a colour for each cell of a
    /// grid, the top row first. The colours may be interpolated. Returns false if the surface cannot do it;
    /// rectangles are then drawn.
    fn fill_cells(
        &mut self,
        _corners: [BackendCoord; 2],
        _columns: usize,
        _colors: &[Rgb],
    ) -> bool {
        false
    }

    /// The factor for font sizes with which the surface draws glyphs in the right size.
    const FONT_SCALE: f64 = 1.0;
}

impl Surface for SVGBackend<'_> {
    // plotters-svg divides font sizes by 1.24.
    const FONT_SCALE: f64 = 1.24;
}

/// A layer of a plot. The frame changes only with axes, size and theme; the marks change with every move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layer {
    /// Grid, zero lines and tick labels.
    Frame,
    /// The marks of the scene.
    Marks,
    /// The frame with the marks over it, on one surface.
    Both,
}

type Failure<S> = DrawingAreaErrorKind<<S as DrawingBackend>::ErrorType>;
type Plane<'a, S> = ChartContext<'a, S, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

/// Draws a layer of the scene. The surface must have the size of `layout` times [`SUBPIXELS`].
///
/// # Errors
///
/// The error of the surface.
pub fn paint<S: Surface>(
    scene: &Scene,
    layout: &Layout,
    theme: &Theme,
    layer: Layer,
    surface: S,
) -> Result<(), Failure<S>> {
    let root = surface.into_drawing_area();
    let plot = layout.plot();
    let mut chart = ChartBuilder::on(&root)
        .margin_left(subpixels(plot.left))
        .margin_top(subpixels(plot.top))
        .margin_right(subpixels(layout.width - plot.right))
        .margin_bottom(subpixels(layout.height - plot.bottom))
        .build_cartesian_2d(scene.x.low..scene.x.high, scene.y.low..scene.y.high)?;
    if layer != Layer::Marks {
        paint_frame(scene, layout, theme, &root, &mut chart)?;
    }
    if layer != Layer::Frame {
        for mark in &scene.marks {
            paint_mark(mark, scene, layout, theme, &mut chart)?;
        }
    }
    root.present()
}

/// The scene as a standalone SVG picture of the layout's size.
pub fn svg(scene: &Scene, layout: &Layout, theme: &Theme) -> String {
    let size = (subpixels(layout.width), subpixels(layout.height));
    let mut text = String::new();
    for layer in [Layer::Frame, Layer::Marks] {
        let mut part = String::new();
        paint(scene, layout, theme, layer, SVGBackend::with_string(&mut part, size))
            .expect("writing to a string cannot fail");
        // Each part is a whole SVG document. Only the content of its root element is used.
        let body = part.find('>').map_or(0, |end| end + 1);
        text += part[body..].trim_end().trim_end_matches("</svg>");
    }
    let Rgb(r, g, b) = theme.paper;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" \
         viewBox=\"0 0 {} {}\">\n<rect width=\"100%\" height=\"100%\" fill=\"#{r:02x}{g:02x}{b:02x}\"/>{text}</svg>\n",
        layout.width, layout.height, size.0, size.1,
    )
}

fn subpixels(pixels: f64) -> u32 {
    (pixels * f64::from(SUBPIXELS)).round().max(0.0) as u32
}

fn color(theme: &Theme, role: Role) -> RGBColor {
    let Rgb(r, g, b) = theme.color(role);
    RGBColor(r, g, b)
}

fn line(theme: &Theme, role: Role, pixels: f64) -> ShapeStyle {
    // The trait `BackendStyle` has a method of this name as well.
    Color::stroke_width(&color(theme, role), subpixels(pixels))
}

/// Draws the grid, the zero lines and the tick labels.
fn paint_frame<S: Surface>(
    scene: &Scene,
    layout: &Layout,
    theme: &Theme,
    root: &DrawingArea<S, Shift>,
    chart: &mut Plane<'_, S>,
) -> Result<(), Failure<S>> {
    let plot = layout.plot();
    // Labels along x need the width of five digits; labels along y need the height of three lines.
    let most = |room: f64, texts: f64| (room / (texts * layout.text)).max(2.0) as usize;
    let x_ticks = ticks(scene.x, scene.x_ticks, most(plot.width(), 5.0));
    let y_most = most(plot.height(), 3.0);
    let y_ticks = ticks(scene.y, scene.y_ticks, y_most);
    let y_unit = unit(scene.y, scene.y_ticks, y_most);
    // The zero lines are drawn over the grid.
    for (role, zero) in [(Role::Grid, false), (Role::Zero, true)] {
        let style = line(theme, role, 1.0);
        // On an axis of whole numbers, 0 is a position like the others and gets no zero line.
        let is_zero = |tick: &Tick| tick.at == 0.0 && scene.x_ticks != Ticks::Whole;
        let across = x_ticks.iter().filter(|tick| is_zero(tick) == zero);
        let across = across.map(|tick| vec![(tick.at, scene.y.low), (tick.at, scene.y.high)]);
        let along = y_ticks.iter().filter(|tick| (tick.at == 0.0) == zero);
        let along = along.map(|tick| vec![(scene.x.low, tick.at), (scene.x.high, tick.at)]);
        chart.draw_series(across.chain(along).map(|ends| PathElement::new(ends, style)))?;
    }

    let font = label_style::<S>(layout.text, theme, Role::Label);
    let style = |h, v| font.clone().pos(Pos::new(h, v));
    let gap = 0.45 * layout.text;
    let label = |text: &str, (left, top): (f64, f64), style| {
        root.draw(&Text::new(
            text.to_owned(),
            (subpixels(left) as i32, subpixels(top) as i32),
            style,
        ))
    };
    if layout.x_labels {
        for tick in &x_ticks {
            let (left, _) = layout.pixel((tick.at, scene.y.low), scene.x, scene.y);
            label(&tick.label, (left, plot.bottom + gap), style(HPos::Center, VPos::Top))?;
        }
    }
    if y_unit != 0 {
        let unit = format!("×{}", power_of_ten(f64::from(y_unit)));
        label(&unit, (plot.left - gap, 0.0), style(HPos::Right, VPos::Top))?;
    }
    for tick in &y_ticks {
        let (_, top) = layout.pixel((scene.x.low, tick.at), scene.x, scene.y);
        // The unit stands in the corner.
        if y_unit != 0 && top < 1.8 * layout.text {
            continue;
        }
        label(&tick.label, (plot.left - gap, top), style(HPos::Right, VPos::Center))?;
    }
    Ok(())
}

fn paint_mark<S: Surface>(
    mark: &Mark,
    scene: &Scene,
    layout: &Layout,
    theme: &Theme,
    chart: &mut Plane<'_, S>,
) -> Result<(), Failure<S>> {
    // Strokes grow with the text, so that they stay visible in a lecture hall.
    let scale = layout.text / 13.0;
    match mark {
        Mark::Band { x, role } => {
            if let Some(x) = x.within(scene.x) {
                let corners = [(x.low, scene.y.low), (x.high, scene.y.high)];
                // The band is transparent, so that the grid stays visible behind it.
                let fill = color(theme, *role).mix(0.7).filled();
                chart.draw_series(std::iter::once(Rectangle::new(corners, fill)))?;
            }
        }
        Mark::Rule { x, role } => {
            if scene.x.contains(*x) {
                let ends = vec![(*x, scene.y.low), (*x, scene.y.high)];
                let style = line(theme, *role, scale);
                chart.draw_series(std::iter::once(PathElement::new(ends, style)))?;
            }
        }
        Mark::Curve { runs, role, stroke } => {
            let (pixels, dash) = match stroke {
                Stroke::Solid => (2.25, None),
                Stroke::Dashed => (2.25, Some(DASH)),
                Stroke::Thin => (1.25, None),
                Stroke::Drawn => (4.0, None),
            };
            let style = line(theme, *role, pixels * scale);
            let tolerance = INVISIBLE * scene.y.length() / layout.plot().height();
            let parts = runs.iter().flat_map(|run| {
                clip::polyline(&simplify::polyline(run, tolerance), scene.x, scene.y)
            });
            match dash {
                None => chart.draw_series(parts.map(|part| PathElement::new(part, style)))?,
                Some((dash, gap)) => {
                    let unit = scale * f64::from(SUBPIXELS);
                    let lengths = (dash * unit, gap * unit);
                    chart.draw_series(parts.map(|points| Dashed { points, lengths, style }))?
                }
            };
        }
        Mark::Dot { at, role, dot } => {
            if !(scene.x.contains(at.0) && scene.y.contains(at.1)) {
                return Ok(());
            }
            let (radius, ring, edge, inside) = match dot {
                Dot::Closed => (4.5, 0.0, *role, *role),
                Dot::Open => (4.5, 2.0, *role, Role::Paper),
                Dot::Handle => (7.0, 3.0, *role, Role::Paper),
                Dot::Trace => (2.5, 0.0, *role, *role),
                Dot::Sample => (3.25, 0.75, Role::Paper, *role),
            };
            let circle = |radius: f64, role| {
                Circle::new(*at, subpixels(radius * scale), color(theme, role).filled())
            };
            chart.draw_series(std::iter::once(circle(radius, edge)))?;
            if ring > 0.0 {
                chart.draw_series(std::iter::once(circle(radius - ring, inside)))?;
            }
        }
        Mark::Bar { x, y, role, fill } => {
            let (Some(x), Some(y)) = (x.within(scene.x), y.within(scene.y)) else {
                return Ok(());
            };
            match fill {
                Fill::Solid(opacity) => {
                    let style = color(theme, *role).mix(*opacity).filled();
                    let corners = [(x.low, y.low), (x.high, y.high)];
                    chart.draw_series(std::iter::once(Rectangle::new(corners, style)))?;
                }
                Fill::Edge => {
                    // The edge of plotters' own rectangles has one pixel, which is an eighth of a pixel here.
                    let style = line(theme, *role, 1.25 * scale);
                    let turns =
                        [(x.low, y.low), (x.high, y.low), (x.high, y.high), (x.low, y.high)];
                    let turns = turns.into_iter().chain([(x.low, y.low), (x.high, y.low)]);
                    let path = PathElement::new(turns.collect::<Vec<_>>(), style);
                    chart.draw_series(std::iter::once(path))?;
                }
            }
        }
        Mark::Cells { columns, shades, roles } => {
            let corners = [(scene.x.low, scene.y.high), (scene.x.high, scene.y.low)];
            let colors = shades.iter().map(|shade| shaded(theme, roles, *shade)).collect();
            chart.draw_series(std::iter::once(Cells { corners, columns: *columns, colors }))?;
        }
        Mark::Label { at, text, role, size } => {
            if scene.x.contains(at.0) && scene.y.contains(at.1) {
                let style = label_style::<S>(size * layout.text, theme, *role);
                let style = style.pos(Pos::new(HPos::Center, VPos::Center));
                chart.draw_series(std::iter::once(Text::new(text.clone(), *at, style)))?;
            }
        }
        Mark::Names(all) => {
            for placed in names::place(all, scene, layout) {
                paint_name(&placed, scene, layout, theme, chart)?;
            }
        }
    }
    Ok(())
}

/// Draws the name of a curve: a bar in the curve's colour and the text, on paper that covers what is behind it.
fn paint_name<S: Surface>(
    placed: &names::Placed<'_>,
    scene: &Scene,
    layout: &Layout,
    theme: &Theme,
    chart: &mut Plane<'_, S>,
) -> Result<(), Failure<S>> {
    /// The opacity of the paper.
    const COVERING: f64 = 0.8;
    let names::Placed { name, area, leader } = placed;
    let scale = layout.text / 13.0;
    let data = |at| layout.data(at, scene.x, scene.y);
    if let Some(ends) = leader {
        let style = line(theme, name.role, 1.25 * scale);
        let ends = ends.map(data).to_vec();
        chart.draw_series(std::iter::once(PathElement::new(ends, style)))?;
    }
    let paper = color(theme, Role::Paper).mix(COVERING).filled();
    let corners = [data((area.left, area.top)), data((area.right, area.bottom))];
    chart.draw_series(std::iter::once(Rectangle::new(corners, paper)))?;
    let size = names::SIZE * layout.text;
    let middle = 0.5 * (area.top + area.bottom);
    let bar = [middle - 0.42 * size, middle + 0.42 * size];
    let bar = bar.map(|y| data((area.left + 2.0 * scale, y))).to_vec();
    let style = line(theme, name.role, 3.0 * scale);
    chart.draw_series(std::iter::once(PathElement::new(bar, style)))?;
    let style = label_style::<S>(size, theme, Role::Ink);
    let style = style.pos(Pos::new(HPos::Left, VPos::Center));
    let at = data((area.left + names::BEFORE * size, middle));
    chart.draw_series(std::iter::once(Text::new(name.text.clone(), at, style)))?;
    Ok(())
}

/// The colour of a cell on the paper. Shades are rounded to steps that are invisible, so that neighbouring
/// cells can share a rectangle.
fn shaded(theme: &Theme, roles: &[Role; 2], shade: f32) -> Rgb {
    /// Steps between the paper and the full colour.
    const STEPS: f32 = 32.0;
    // A NaN is drawn as paper.
    let share = f64::from((shade.clamp(-1.0, 1.0) * STEPS).round() / STEPS);
    let share = if share.is_nan() { 0.0 } else { share };
    let (Rgb(r, g, b), Rgb(pr, pg, pb)) =
        (theme.color(roles[usize::from(share > 0.0)]), theme.paper);
    let mix = |paper: u8, full: u8| {
        (f64::from(paper) + (f64::from(full) - f64::from(paper)) * share.abs()).round() as u8
    };
    Rgb(mix(pr, r), mix(pg, g), mix(pb, b))
}

/// A rectangle divided into cells with colours of their own.
struct Cells {
    /// The upper left and the lower right corner.
    corners: [(f64, f64); 2],
    columns: usize,
    /// Row by row, the top row first.
    colors: Vec<Rgb>,
}

impl<'a> PointCollection<'a, (f64, f64)> for &'a Cells {
    type Point = &'a (f64, f64);
    type IntoIter = &'a [(f64, f64)];

    fn point_iter(self) -> &'a [(f64, f64)] {
        &self.corners
    }
}

impl<S: Surface> Drawable<S> for Cells {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut points: I,
        surface: &mut S,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<S::ErrorType>> {
        let (Some(from), Some(to)) = (points.next(), points.next()) else { return Ok(()) };
        if surface.fill_cells([from, to], self.columns, &self.colors) {
            return Ok(());
        }
        for ([upper_left, (right, bottom)], Rgb(r, g, b)) in
            cell_runs([from, to], self.columns, &self.colors)
        {
            let right = (right + OVERLAP).min(to.0);
            surface.draw_rect(upper_left, (right, bottom), &RGBColor(r, g, b).filled(), true)?;
        }
        Ok(())
    }
}

/// The rectangles that show a grid of cells, each with its colour: neighbouring cells of the same colour in a row
/// become one rectangle. The arguments are those of [`Surface::fill_cells`].
pub fn cell_runs(
    [from, to]: [BackendCoord; 2],
    columns: usize,
    colors: &[Rgb],
) -> impl Iterator<Item = ([BackendCoord; 2], Rgb)> {
    let rows = colors.len() / columns;
    let edge = |from: i32, to: i32, index: usize, count: usize| {
        from + (f64::from(to - from) * index as f64 / count as f64).round() as i32
    };
    colors.chunks_exact(columns).enumerate().flat_map(move |(row, colors)| {
        let top = edge(from.1, to.1, row, rows);
        // A row extends a little below the next one. Otherwise the background would be visible between them.
        let bottom = (edge(from.1, to.1, row + 1, rows) + OVERLAP).min(to.1);
        let mut column = 0;
        colors.chunk_by(|a, b| a == b).map(move |run| {
            let left = edge(from.0, to.0, column, columns);
            column += run.len();
            let right = edge(from.0, to.0, column, columns);
            ([(left, top), (right, bottom)], run[0])
        })
    })
}

/// The font of tick labels and of labels in the plot, with a size of `pixels` CSS pixels.
fn label_style<S: Surface>(pixels: f64, theme: &Theme, role: Role) -> TextStyle<'static> {
    let font = (FontFamily::Name(FONTS), pixels * f64::from(SUBPIXELS) * S::FONT_SCALE);
    let font = font.into_font().style(FontStyle::Normal);
    TextStyle {
        font,
        color: color(theme, role).to_backend_color(),
        pos: Pos::new(HPos::Left, VPos::Top),
    }
}

/// A dashed line: one stroke if the surface has dashes, otherwise one stroke for each dash.
struct Dashed {
    points: Vec<(f64, f64)>,
    /// Dash and gap in subpixels.
    lengths: (f64, f64),
    style: ShapeStyle,
}

impl<'a> PointCollection<'a, (f64, f64)> for &'a Dashed {
    type Point = &'a (f64, f64);
    type IntoIter = &'a [(f64, f64)];

    fn point_iter(self) -> &'a [(f64, f64)] {
        &self.points
    }
}

impl<S: Surface> Drawable<S> for Dashed {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        points: I,
        surface: &mut S,
        size: (u32, u32),
    ) -> Result<(), DrawingErrorKind<S::ErrorType>> {
        if surface.set_dash(Some(self.lengths)) {
            let drawn = surface.draw_path(points, &self.style);
            surface.set_dash(None);
            return drawn;
        }
        let (dash, gap) = (self.lengths.0.round() as i32, self.lengths.1.round() as i32);
        let points: Vec<BackendCoord> = points.collect();
        DashedPathElement::new(points.iter().copied(), dash, gap, self.style).draw(
            points.iter().copied(),
            surface,
            size,
        )
    }
}
