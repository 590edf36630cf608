//! The colours of the roles in two palettes. `style/tokens.css` has the same colours for the HTML around the
//! plots; a test compares the two.

use super::palette::HUES;

/// Red, green, blue, 0..=255 each (sRGB).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// The meaning of a mark, which determines its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Tick labels.
    Label,
    /// Important text.
    Ink,
    /// The grid lines behind the marks.
    Grid,
    /// The lines x = 0 and y = 0.
    Zero,
    /// The vertical line at the probe, and other marks that the reader moves.
    Probe,
    /// The background where every gradient shown is close to 0.
    Saturated,
    /// The hue of a function, see [`super::palette::Palette`], or that of a difference.
    Series(usize),
    /// One of the two classes of the data points.
    Class(usize),
    /// The reader's own drawing.
    Guess,
    /// The paper, for example inside an open dot.
    Paper,
}

/// The colours of a plot.
#[derive(Debug, PartialEq, Eq)]
pub struct Theme {
    pub id: &'static str,
    pub paper: Rgb,
    pub label: Rgb,
    pub ink: Rgb,
    pub grid: Rgb,
    pub zero: Rgb,
    pub probe: Rgb,
    pub saturated: Rgb,
    pub series: [Rgb; HUES],
    pub class: [Rgb; 2],
    pub guess: Rgb,
}

/// Eight hues that also differ in lightness. A search over OKLCH maximised their smallest distance under
/// normal, protan, deutan and tritan vision. The tests below check the distances that were reached.
pub static LIGHT: Theme = Theme {
    id: "light",
    paper: Rgb(0xfc, 0xfb, 0xf8),
    label: Rgb(0x5c, 0x5a, 0x55),
    ink: Rgb(0x22, 0x21, 0x1f),
    grid: Rgb(0xe9, 0xe6, 0xdf),
    zero: Rgb(0x9a, 0x96, 0x8c),
    probe: Rgb(0x5c, 0x5a, 0x55),
    saturated: Rgb(0xf3, 0xe7, 0xd3),
    series: [
        Rgb(0x17, 0x29, 0x8f),
        Rgb(0xa9, 0x47, 0x0f),
        Rgb(0x2f, 0x9e, 0x85),
        Rgb(0x86, 0x33, 0xcf),
        Rgb(0xb8, 0x83, 0x0f),
        Rgb(0x0a, 0x6f, 0x82),
        Rgb(0x45, 0x45, 0x45),
        Rgb(0x56, 0x06, 0x0d),
    ],
    class: [Rgb(0x1b, 0x6c, 0xb5), Rgb(0xc2, 0x56, 0x0c)],
    guess: Rgb(0xe8, 0x48, 0xd0),
};

/// The palette for dark paper, chosen in the same way as [`LIGHT`].
pub static DARK: Theme = Theme {
    id: "dark",
    paper: Rgb(0x16, 0x18, 0x1c),
    label: Rgb(0xb4, 0xb3, 0xae),
    ink: Rgb(0xec, 0xeb, 0xe7),
    grid: Rgb(0x2a, 0x2d, 0x33),
    zero: Rgb(0x77, 0x7a, 0x80),
    probe: Rgb(0xb4, 0xb3, 0xae),
    saturated: Rgb(0x33, 0x2b, 0x1f),
    series: [
        Rgb(0xa9, 0xb4, 0xff),
        Rgb(0xe5, 0x81, 0x38),
        Rgb(0x4b, 0xb2, 0x9d),
        Rgb(0xb5, 0x6c, 0xfc),
        Rgb(0xf3, 0xc6, 0x34),
        Rgb(0x2a, 0x87, 0x99),
        Rgb(0xea, 0xed, 0xec),
        Rgb(0xd2, 0x3f, 0x31),
    ],
    class: [Rgb(0x5b, 0xa8, 0xf0), Rgb(0xf0, 0x96, 0x4c)],
    guess: Rgb(0xf8, 0x18, 0xd0),
};

impl Theme {
    /// The colour of a role in this theme.
    pub fn color(&self, role: Role) -> Rgb {
        match role {
            Role::Label => self.label,
            Role::Ink => self.ink,
            Role::Grid => self.grid,
            Role::Zero => self.zero,
            Role::Probe => self.probe,
            Role::Saturated => self.saturated,
            Role::Guess => self.guess,
            Role::Paper => self.paper,
            // [`super::palette::DIFFERENCE`] is beyond the hues of functions.
            Role::Series(index) => self.series.get(index).copied().unwrap_or(self.ink),
            Role::Class(index) => self.class[index % self.class.len()],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Vector = [f64; 3];

    fn apply(matrix: &[Vector; 3], v: Vector) -> Vector {
        matrix.map(|row| row[0] * v[0] + row[1] * v[1] + row[2] * v[2])
    }

    /// Linear light from sRGB (IEC 61966-2-1).
    fn linear(Rgb(r, g, b): Rgb) -> Vector {
        [r, g, b].map(|byte| {
            let c = f64::from(byte) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        })
    }

    /// WCAG 2.2 contrast ratio.
    fn contrast(a: Rgb, b: Rgb) -> f64 {
        let luminance = |c| {
            let [r, g, b] = linear(c);
            0.2126 * r + 0.7152 * g + 0.0722 * b
        };
        let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
        a.max(b) / a.min(b)
    }

    /// Simulated colour vision (Machado, Oliveira and Fernandes 2009) at severity 1, in linear light.
    const VISIONS: [(&str, [Vector; 3]); 4] = [
        ("normal", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
        (
            "protan",
            [
                [0.152286, 1.052583, -0.204868],
                [0.114503, 0.786281, 0.099216],
                [-0.003882, -0.048116, 1.051998],
            ],
        ),
        (
            "deutan",
            [
                [0.367322, 0.860646, -0.227968],
                [0.280085, 0.672501, 0.047413],
                [-0.011820, 0.042940, 0.968881],
            ],
        ),
        (
            "tritan",
            [
                [1.255528, -0.076749, -0.178779],
                [-0.078411, 0.930809, 0.147602],
                [0.004733, 0.691367, 0.303900],
            ],
        ),
    ];

    /// OKLab (Ottosson 2020) from linear light.
    fn oklab(linear: Vector) -> Vector {
        let lms = apply(
            &[
                [0.4122214708, 0.5363325363, 0.0514459929],
                [0.2119034982, 0.6806995451, 0.1073969566],
                [0.0883024619, 0.2817188376, 0.6299787005],
            ],
            linear.map(|c| c.clamp(0.0, 1.0)),
        )
        .map(f64::cbrt);
        apply(
            &[
                [0.2104542553, 0.7936177850, -0.0040720468],
                [1.9779984951, -2.4285922050, 0.4505937099],
                [0.0259040371, 0.7827717662, -0.8086757660],
            ],
            lms,
        )
    }

    #[test]
    fn every_hue_stands_out_from_the_paper() {
        for theme in [&LIGHT, &DARK] {
            for (index, &hue) in
                theme.series.iter().chain(&theme.class).chain([&theme.guess]).enumerate()
            {
                for (ground, name) in [(theme.paper, "paper"), (theme.saturated, "saturated")] {
                    // WCAG 1.4.11 requires 3:1 for graphics on their background. On the shade, which is only
                    // there where the curves are flat, the lightest hue reaches 2.6.
                    let least = if name == "paper" { 3.0 } else { 2.6 };
                    let ratio = contrast(hue, ground);
                    assert!(ratio >= least, "{} {index} on {name}: {ratio:.2}", theme.id);
                }
            }
            assert!(contrast(theme.label, theme.paper) >= 4.5, "{} labels", theme.id);
        }
    }

    #[test]
    fn hues_can_be_told_apart_by_the_colour_blind() {
        for theme in [&LIGHT, &DARK] {
            for (vision, matrix) in &VISIONS {
                // The reader's drawing can lie over any of the hues.
                let hues = theme.series.iter().chain([&theme.guess]);
                let seen: Vec<_> = hues.map(|hue| oklab(apply(matrix, linear(*hue)))).collect();
                for (i, a) in seen.iter().enumerate() {
                    for (j, b) in seen.iter().enumerate().skip(i + 1) {
                        let distance: f64 =
                            (0..3).map(|k| (a[k] - b[k]).powi(2)).sum::<f64>().sqrt();
                        // About 0.02 is the smallest visible difference of adjacent areas. Lines are apart, so
                        // the limit is more than three times as large.
                        assert!(
                            distance > 0.07,
                            "{} {vision}: {i} and {j}: {distance:.3}",
                            theme.id
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn the_classes_differ_more_than_hues_of_lines() {
        for theme in [&LIGHT, &DARK] {
            for (vision, matrix) in &VISIONS {
                let [a, b] = theme.class.map(|hue| oklab(apply(matrix, linear(hue))));
                let distance: f64 = (0..3).map(|k| (a[k] - b[k]).powi(2)).sum::<f64>().sqrt();
                // Dots and pale areas of the two classes touch, so the limit is twice that of lines.
                assert!(distance > 0.14, "{} {vision}: {distance:.3}", theme.id);
            }
        }
    }

    #[test]
    fn the_stylesheet_has_the_same_colours() {
        let css = include_str!("../../style/tokens.css");
        for theme in [&LIGHT, &DARK] {
            let start = css.find(&format!("/* {} */", theme.id)).expect("a block for each theme");
            let block = &css[start..start + css[start..].find('}').expect("the block ends")];
            let named = [
                ("paper", theme.paper),
                ("label", theme.label),
                ("ink", theme.ink),
                ("grid", theme.grid),
                ("zero", theme.zero),
                ("saturated", theme.saturated),
                ("guess", theme.guess),
            ];
            let series = (0..theme.series.len()).map(|i| (format!("series-{i}"), theme.series[i]));
            let classes = (0..theme.class.len()).map(|i| (format!("class-{i}"), theme.class[i]));
            let named = named.map(|(name, color)| (name.to_owned(), color)).into_iter();
            for (name, Rgb(r, g, b)) in named.chain(series).chain(classes) {
                let line = format!("--{name}: #{r:02x}{g:02x}{b:02x};");
                assert!(block.contains(&line), "{}: tokens.css lacks {line}", theme.id);
            }
        }
    }
}
