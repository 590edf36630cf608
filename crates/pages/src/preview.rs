//! The picture for link previews: the curves of the first demo. It has no words, so that it serves every language.

use activation_lab::demos::settings::Settings;
use activation_lab::demos::{self, Stage};
use activation_lab::plot::paint;
use activation_lab::plot::scene::{Mark, Stroke};
use activation_lab::plot::theme;
use anyhow::Context;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// The file's name in the build.
pub const FILE: &str = "preview.png";
/// The width and the height in pixels, as Open Graph recommends them.
pub const SIZE: (u32, u32) = (1200, 630);

/// The picture as a PNG file.
///
/// # Errors
///
/// When the picture cannot be rendered, which is a fault of the program.
pub fn png() -> anyhow::Result<Vec<u8>> {
    let demo = demos::first();
    let mut settings = Settings::new((demo.parameters)());
    settings.set("show", "value");
    let (width, height) = (f64::from(SIZE.0), f64::from(SIZE.1));
    // Strokes grow with the text, so that they are visible in a small preview.
    let stage = Stage { width, height, text: 34.0, arrival: 1.0 };
    let pictures = demo.experiment(&settings).scenes(&stage);
    let picture = pictures.first().context("the first demo has a picture")?;
    let mut scene = picture.scene.clone();
    scene.marks.retain(|mark| matches!(mark, Mark::Curve { stroke: Stroke::Solid, .. }));
    let layout = activation_lab::plot::Layout { width, height, ..picture.layout };
    let svg = paint::svg(&scene, &layout, &theme::LIGHT);
    let tree = Tree::from_str(&svg, &Options::default())?;
    let mut pixels = Pixmap::new(SIZE.0, SIZE.1).context("the size is not 0")?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    Ok(pixels.encode_png()?)
}

#[cfg(test)]
mod tests {
    use super::{SIZE, png};

    #[test]
    fn the_picture_has_its_size_and_curves() {
        let png = png().unwrap();
        // The first chunk begins with the width and the height (ISO/IEC 15948, 11.2.2).
        let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!((side(16), side(20)), SIZE);
        // An empty picture has less than 10 kB.
        assert!(png.len() > 20_000, "{} bytes", png.len());
    }
}
