//! Still figures: scenes as SVG within the page. Elements name the roles of their colours by classes, so that one figure
//! serves both themes.

use crate::markup::{Html, html};
use crate::plot::layout::Layout;
use crate::plot::paint::text_anchor::{HPos, VPos};
use crate::plot::paint::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    Layer, SUBPIXELS, Surface, cell_runs, paint,
};
use crate::plot::palette::HUES;
use crate::plot::scene::Scene;
use crate::plot::theme::{Rgb, Theme};
use std::collections::BTreeMap;
use std::convert::Infallible;

/// A theme whose colours stand for their roles. The blue component numbers a role; the shades between the paper and a
/// class are shades of red or green.
static ROLES: Theme = Theme {
    id: "roles",
    paper: Rgb(0, 0, 0),
    label: Rgb(0, 0, 1),
    ink: Rgb(0, 0, 2),
    grid: Rgb(0, 0, 3),
    zero: Rgb(0, 0, 4),
    probe: Rgb(0, 0, 5),
    saturated: Rgb(0, 0, 6),
    guess: Rgb(0, 0, 7),
    series: {
        let mut series = [Rgb(0, 0, 0); HUES];
        let mut index = 0;
        while index < HUES {
            series[index] = Rgb(0, 0, FIRST_SERIES + index as u8);
            index += 1;
        }
        series
    },
    class: [Rgb(255, 0, 0), Rgb(0, 255, 0)],
};

/// The blue component of the first series.
const FIRST_SERIES: u8 = 8;

/// The class of a colour of [`ROLES`] and its opacity over the paper.
fn role(rgb: (u8, u8, u8)) -> (String, f64) {
    let share = |part: u8| f64::from(part) / 255.0;
    let name = match rgb {
        (0, 0, 0) => "paper",
        (0, 0, 1) => "label",
        (0, 0, 2) => "ink",
        (0, 0, 3) => "grid",
        (0, 0, 4) => "zero",
        (0, 0, 5) => "probe",
        (0, 0, 6) => "saturated",
        (0, 0, 7) => "guess",
        (0, 0, series) => return (format!("series-{}", series - FIRST_SERIES), 1.0),
        (red, 0, _) => return ("class-0".to_owned(), share(red)),
        (_, green, _) => return ("class-1".to_owned(), share(green)),
    };
    (name.to_owned(), 1.0)
}

/// The scene as an `<svg>` element without a name. It has the size of its layout and is scaled by style sheets.
pub fn svg(scene: &Scene, layout: &Layout) -> Html {
    let mut body = Html::default();
    let [width, height] =
        [layout.width, layout.height].map(|side| (side * f64::from(SUBPIXELS)).round() as u32);
    let picture = Picture { size: (width, height), body: &mut body, dash: None };
    paint(scene, layout, &ROLES, Layer::Both, picture).expect("writing to a string cannot fail");
    html!(
        "<svg viewBox=\"0 0 {width} {height}\" width=\"{across}\" height=\"{down}\" aria-hidden=\"true\">{body}</svg>",
        width,
        height,
        across = layout.width.to_string(),
        down = layout.height.to_string(),
        body,
    )
}

/// The content of an SVG element.
struct Picture<'a> {
    /// In subpixels.
    size: (u32, u32),
    body: &'a mut Html,
    /// Dash and gap of the following lines, in subpixels.
    dash: Option<(f64, f64)>,
}

/// How an element is painted.
#[derive(Clone, Copy)]
enum Paint {
    Fill,
    /// With the width of the line in subpixels.
    Stroke(u32),
}

impl Picture<'_> {
    /// Writes an element with the attributes of its shape, each with a space before it.
    fn write(&mut self, name: &str, shape: &Html, color: BackendColor, paint: Paint) {
        let (role, share) = role(color.rgb);
        let opacity = match color.alpha * share {
            opacity if opacity < 1.0 => {
                html!(" opacity=\"{value}\"", value = format!("{opacity:.2}"))
            }
            _ => Html::default(),
        };
        let (class, line) = match paint {
            Paint::Fill => ("fill ", Html::default()),
            Paint::Stroke(width) => ("", html!(" stroke-width=\"{width}\"", width)),
        };
        let dash = match (paint, self.dash) {
            (Paint::Stroke(_), Some((dash, gap))) => {
                html!(" stroke-dasharray=\"{lengths}\"", lengths = format!("{dash:.0} {gap:.0}"))
            }
            _ => Html::default(),
        };
        self.body.push(&html!(
            "<{name} class=\"{class}{role}\"{shape}{line}{dash}{opacity}/>",
            name,
            class,
            role,
            shape,
            line,
            dash,
            opacity,
        ));
    }

    fn path(
        &mut self,
        points: impl IntoIterator<Item = BackendCoord>,
        color: BackendColor,
        paint: Paint,
    ) {
        let mut data = String::new();
        let mut last = None;
        for (x, y) in points {
            // Relative coordinates have fewer digits.
            data += &match last {
                None => format!("M{x} {y}"),
                Some((left, top)) => format!("l{} {}", x - left, y - top),
            };
            last = Some((x, y));
        }
        let shape = html!(" d=\"{data}\"", data = data.replace(" -", "-"));
        self.write("path", &shape, color, paint);
    }

    fn rectangle(&mut self, corners: [BackendCoord; 2], color: BackendColor) {
        let [(left, top), (right, bottom)] = corners;
        let (width, height) = (right - left, bottom - top);
        let shape = html!(
            " x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\"",
            left,
            top,
            width,
            height
        );
        self.write("rect", &shape, color, Paint::Fill);
    }
}

impl Surface for Picture<'_> {
    fn set_dash(&mut self, lengths: Option<(f64, f64)>) -> bool {
        self.dash = lengths;
        true
    }

    /// Writes one path for all cells of a colour, because a page has thousands of cells.
    fn fill_cells(&mut self, corners: [BackendCoord; 2], columns: usize, colors: &[Rgb]) -> bool {
        let colors: Vec<_> = colors.iter().copied().map(coarse).collect();
        let mut paths: BTreeMap<(u8, u8, u8), String> = BTreeMap::new();
        for ([(left, top), (right, bottom)], Rgb(r, g, b)) in cell_runs(corners, columns, &colors) {
            let (width, height) = (right - left, bottom - top);
            let path = paths.entry((r, g, b)).or_default();
            *path += &format!("M{left} {top}h{width}v{height}h-{width}");
        }
        for (rgb, path) in paths {
            let shape = html!(" d=\"{path}\"", path);
            self.write("path", &shape, BackendColor { rgb, alpha: 1.0 }, Paint::Fill);
        }
        true
    }
}

/// The colour of a cell, rounded to an eighth of the full colour.
fn coarse(Rgb(r, g, b): Rgb) -> Rgb {
    let round = |part: u8| (f64::from(part) / 255.0 * 8.0).round() / 8.0 * 255.0;
    Rgb(round(r) as u8, round(g) as u8, b)
}

type Outcome = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Picture<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Outcome {
        Ok(())
    }

    fn present(&mut self) -> Outcome {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Outcome {
        self.rectangle([(x, y), (x + 1, y + 1)], color);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Outcome {
        self.path(path, style.color(), Paint::Stroke(style.stroke_width()));
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Outcome {
        if fill {
            self.rectangle([(left, top), (right, bottom)], style.color());
            return Ok(());
        }
        let turns = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
        self.draw_path(turns, style)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Outcome {
        self.path(path, style.color(), Paint::Fill);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Outcome {
        let shape = html!(" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"", x, y, radius);
        let paint = if fill { Paint::Fill } else { Paint::Stroke(style.stroke_width()) };
        self.write("circle", &shape, style.color(), paint);
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Outcome {
        // The labels of an axis without space for them are outside of the picture.
        if x <= 0 && matches!(style.anchor().h_pos, HPos::Right) {
            return Ok(());
        }
        let anchor = match style.anchor().h_pos {
            HPos::Left => "start",
            HPos::Center => "middle",
            HPos::Right => "end",
        };
        // SVG places the baseline. Capitals and digits of the usual fonts are 0.7 em high.
        let down = match style.anchor().v_pos {
            VPos::Top => ".8em",
            VPos::Center => ".35em",
            VPos::Bottom => "-.2em",
        };
        let (role, _) = role(style.color().rgb);
        self.body.push(&html!(
            "<text class=\"fill {role}\" x=\"{x}\" y=\"{y}\" dy=\"{down}\" text-anchor=\"{anchor}\" \
             font-size=\"{size}\">{text}</text>",
            role,
            x,
            y,
            down,
            anchor,
            size = format!("{:.0}", style.size()),
            text,
        ));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{ROLES, role, svg};
    use crate::demos;
    use crate::demos::Stage;
    use crate::demos::settings::Settings;
    use crate::plot::theme::{Rgb, Role};
    use std::collections::HashSet;

    #[test]
    fn each_role_has_a_class_of_its_own() {
        let roles = [
            Role::Label,
            Role::Ink,
            Role::Grid,
            Role::Zero,
            Role::Probe,
            Role::Saturated,
            Role::Guess,
            Role::Paper,
            Role::Class(0),
            Role::Class(1),
        ];
        let roles = roles.into_iter().chain((0..8).map(Role::Series));
        let classes: Vec<_> = roles
            .map(|each| {
                let Rgb(r, g, b) = ROLES.color(each);
                role((r, g, b))
            })
            .collect();
        assert!(classes.iter().all(|(_, opacity)| *opacity == 1.0));
        let distinct: HashSet<_> = classes.iter().map(|(class, _)| class).collect();
        assert_eq!(distinct.len(), classes.len());
    }

    #[test]
    fn a_half_shade_of_a_class_is_half_opaque() {
        assert_eq!(role((51, 0, 0)), ("class-0".to_owned(), 0.2));
        assert_eq!(role((0, 204, 0)), ("class-1".to_owned(), 0.8));
    }

    #[test]
    fn every_picture_is_well_formed_and_has_no_inline_colours() {
        for demo in demos::ALL {
            let stage = Stage { width: 720.0, height: 420.0, text: 13.0, arrival: 1.0 };
            let experiment = demo.experiment(&Settings::new((demo.parameters)()));
            for picture in experiment.scenes(&stage) {
                let svg = svg(&picture.scene, &picture.layout);
                roxmltree::Document::parse(svg.as_str()).expect("the picture is well-formed");
                for inline in ["style=", "fill=", "stroke=", "NaN"] {
                    assert!(!svg.as_str().contains(inline), "{}: {inline}", picture.id);
                }
            }
        }
    }
}
