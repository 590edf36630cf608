//! A canvas as a surface to paint on.

use crate::plot::paint::text_anchor::{HPos, VPos};
use crate::plot::paint::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontTransform, SUBPIXELS, Surface,
};
use crate::plot::theme::Rgb;
use leptos::prelude::document;
use plotters_canvas::CanvasBackend;
use wasm_bindgen::Clamped;
use wasm_bindgen::JsCast;
use web_sys::js_sys::Array;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData};

thread_local! {
    /// A helper canvas with one pixel for each cell of a heat map. It is drawn enlarged onto the plot.
    static CELLS: Option<HtmlCanvasElement> =
        document().create_element("canvas").ok().and_then(|canvas| canvas.dyn_into().ok());
}

/// The 2D context of a canvas; `None` if the browser gives none.
fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

type Failure = DrawingErrorKind<<CanvasBackend as DrawingBackend>::ErrorType>;

/// A surface with coordinates finer than a pixel. It pretends to be a canvas that is [`SUBPIXELS`] times
/// larger; the transform of the context scales its coordinates down to display pixels.
pub struct CanvasSurface {
    inner: CanvasBackend,
    context: CanvasRenderingContext2d,
    size: (u32, u32),
    /// Display pixels for one subpixel.
    scale: f64,
    dashed: bool,
    context_state: ContextState,
}

/// The state that the context was last set to. Only changes are passed on: passing a string to the browser
/// costs more than drawing the line or the label.
#[derive(Default)]
struct ContextState {
    fill: Option<((u8, u8, u8), f64)>,
    /// Size in subpixels, style and family.
    font: Option<(f64, String, String)>,
    align: Option<&'static str>,
    baseline: Option<&'static str>,
}

impl CanvasSurface {
    /// An empty surface of `width` × `height` CSS pixels. The canvas gets the resolution of the display.
    /// `None` if the browser gives no 2D context.
    pub fn new(
        canvas: &HtmlCanvasElement,
        (width, height): (f64, f64),
        pixel_ratio: f64,
    ) -> Option<Self> {
        let context = context(canvas)?;
        let pixels = [width, height].map(|side| (side * pixel_ratio).round() as u32);
        // Setting the size clears the canvas and allocates a buffer, so it is set only when it changes.
        if [canvas.width(), canvas.height()] != pixels {
            canvas.set_width(pixels[0]);
            canvas.set_height(pixels[1]);
        }
        let scale = pixel_ratio / f64::from(SUBPIXELS);
        context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0).ok()?;
        let size = [width, height].map(|side| (side * f64::from(SUBPIXELS)).round() as u32);
        context.clear_rect(0.0, 0.0, f64::from(size[0]), f64::from(size[1]));
        context.set_line_join("round");
        let inner = CanvasBackend::with_canvas_object(canvas.clone())?;
        let size = (size[0], size[1]);
        Some(CanvasSurface {
            inner,
            context,
            size,
            scale,
            dashed: false,
            context_state: ContextState::default(),
        })
    }

    /// The same surface filled with a colour. Exported pictures need it, because no page is behind them.
    pub fn on(mut self, paper: Rgb) -> Self {
        let Rgb(r, g, b) = paper;
        self.fill_with(BackendColor { rgb: (r, g, b), alpha: 1.0 });
        self.context.fill_rect(0.0, 0.0, f64::from(self.size.0), f64::from(self.size.1));
        self
    }

    /// Draws a straight line parallel to an axis, aligned to whole display pixels so that it is not blurred.
    fn draw_hairline(&mut self, from: BackendCoord, to: BackendCoord, style: &impl BackendStyle) {
        let width = (f64::from(style.stroke_width()) * self.scale).round().max(1.0);
        let (across, along) =
            if from.0 == to.0 { (from.0, [from.1, to.1]) } else { (from.1, [from.0, to.0]) };
        let edge = (f64::from(across) * self.scale - width / 2.0).round() / self.scale;
        let (start, end) = (f64::from(along[0].min(along[1])), f64::from(along[0].max(along[1])));
        self.fill_with(style.color());
        let width = width / self.scale;
        if from.0 == to.0 {
            self.context.fill_rect(edge, start, width, end - start);
        } else {
            self.context.fill_rect(start, edge, end - start, width);
        }
    }

    fn fill_with(&mut self, BackendColor { rgb, alpha }: BackendColor) {
        if self.context_state.fill.replace((rgb, alpha)) != Some((rgb, alpha)) {
            let (r, g, b) = rgb;
            self.context.set_fill_style_str(&format!("rgba({r},{g},{b},{alpha})"));
        }
    }

    fn write_with(&mut self, style: &impl BackendTextStyle) {
        let (size, slant, family) = (style.size(), style.style(), style.family());
        let (slant, family) = (slant.as_str(), family.as_str());
        let context_state = self
            .context_state
            .font
            .as_ref()
            .map(|(size, slant, family)| (*size, &**slant, &**family));
        if context_state != Some((size, slant, family)) {
            self.context.set_font(&format!("{slant} {size}px {family}"));
            self.context_state.font = Some((size, slant.to_owned(), family.to_owned()));
        }
        let align = match style.anchor().h_pos {
            HPos::Left => "left",
            HPos::Center => "center",
            HPos::Right => "right",
        };
        if self.context_state.align.replace(align) != Some(align) {
            self.context.set_text_align(align);
        }
        let baseline = match style.anchor().v_pos {
            VPos::Top => "top",
            VPos::Center => "middle",
            VPos::Bottom => "bottom",
        };
        if self.context_state.baseline.replace(baseline) != Some(baseline) {
            self.context.set_text_baseline(baseline);
        }
    }

    /// The backend of plotters-canvas, for rarely drawn elements. It changes the styles of the context itself.
    fn inner(&mut self) -> &mut CanvasBackend {
        self.context_state = ContextState::default();
        &mut self.inner
    }
}

impl Surface for CanvasSurface {
    fn set_dash(&mut self, lengths: Option<(f64, f64)>) -> bool {
        self.dashed = lengths.is_some();
        let dashes = Array::new();
        if let Some((dash, gap)) = lengths {
            dashes.push(&dash.into());
            dashes.push(&gap.into());
        }
        self.context.set_line_dash(&dashes).is_ok()
    }

    fn fill_cells(&mut self, corners: [BackendCoord; 2], columns: usize, colors: &[Rgb]) -> bool {
        let rows = colors.len() / columns;
        let pixels: Vec<u8> = colors.iter().flat_map(|Rgb(r, g, b)| [*r, *g, *b, 255]).collect();
        let [from, to] = corners.map(|(x, y)| (f64::from(x), f64::from(y)));
        let (width, height) = (to.0 - from.0, to.1 - from.1);
        CELLS.with(|cells| {
            let Some(cells) = cells else { return false };
            cells.set_width(columns as u32);
            cells.set_height(rows as u32);
            let pixels = Clamped(&pixels[..]);
            let Ok(image) = ImageData::new_with_u8_clamped_array(pixels, columns as u32) else {
                return false;
            };
            let Some(context) = context(cells) else { return false };
            let drawn = context.put_image_data(&image, 0.0, 0.0).and_then(|()| {
                // The browser interpolates between the cells when it enlarges them.
                self.context.draw_image_with_html_canvas_element_and_dw_and_dh(
                    cells, from.0, from.1, width, height,
                )
            });
            drawn.is_ok()
        })
    }
}

impl DrawingBackend for CanvasSurface {
    type ErrorType = <CanvasBackend as DrawingBackend>::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Result<(), Failure> {
        self.inner.ensure_prepared()
    }

    fn present(&mut self) -> Result<(), Failure> {
        self.inner.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Result<(), Failure> {
        self.inner().draw_pixel(point, color)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), Failure> {
        let mut path = path.into_iter();
        let Some(first) = path.next() else { return Ok(()) };
        let Some(second) = path.next() else { return Ok(()) };
        let rest = path.next();
        let is_thin = style.stroke_width() < 2 * SUBPIXELS;
        let is_along_axis = first.0 == second.0 || first.1 == second.1;
        if rest.is_none() && !self.dashed && is_thin && is_along_axis {
            self.draw_hairline(first, second, style);
            return Ok(());
        }
        self.inner.draw_path([first, second].into_iter().chain(rest).chain(path), style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Result<(), Failure> {
        if !fill {
            return self.inner().draw_rect(upper_left, bottom_right, style, fill);
        }
        self.fill_with(style.color());
        let [left, top] = [upper_left.0, upper_left.1].map(f64::from);
        let [right, bottom] = [bottom_right.0, bottom_right.1].map(f64::from);
        self.context.fill_rect(left, top, right - left, bottom - top);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), Failure> {
        self.inner().fill_polygon(path, style)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Result<(), Failure> {
        self.inner().draw_circle(center, radius, style, fill)
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        at: BackendCoord,
    ) -> Result<(), Failure> {
        if !matches!(style.transform(), FontTransform::None) {
            return self.inner().draw_text(text, style, at);
        }
        self.fill_with(style.color());
        self.write_with(style);
        // `fill_text` fails only for numbers that are not finite; these are integers.
        let _ = self.context.fill_text(text, f64::from(at.0), f64::from(at.1));
        Ok(())
    }
}
