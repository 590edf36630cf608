//! The names of exported files, and the view that a file contains.

use super::png;
use super::svg;
use crate::demos::Demo;

/// The largest file that is read, in bytes. A picture at four times its size has about a tenth of it.
pub const LARGEST: f64 = (16 << 20) as f64;

/// The file name for a demo, and for one of its pictures if `picture` is given. `extension` may begin with
/// text that distinguishes several files of the same picture.
pub fn name(demo: &Demo, picture: Option<&str>, extension: &str) -> String {
    let demo = demo.id;
    // The id of some pictures begins with the id of their demo.
    let picture = picture.map(|id| {
        let own = id.strip_prefix(demo).map_or(id, |rest| rest.trim_start_matches('-'));
        format!("-{own}")
    });
    format!("activation-lab-{demo}{}{extension}", picture.unwrap_or_default())
}

/// Whether a file looks like JSON, and so may be a script.
pub fn is_json(file: &[u8]) -> bool {
    let marked = file.strip_prefix("\u{feff}".as_bytes());
    marked.unwrap_or(file).trim_ascii_start().starts_with(b"{")
}

/// The fragment of the link inside a PNG or SVG file, without its `#`; `None` if there is no link. The file
/// can have any content, and so can the fragment. [`crate::permalink::apply`] reads the fragment safely.
pub fn fragment(file: &[u8]) -> Option<String> {
    let link = if png::is_png(file) { png::link(file).map(str::to_owned) } else { svg::link(file) };
    link.and_then(|link| link.split_once('#').map(|(_, fragment)| fragment.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{fragment, is_json, name};
    use crate::demos::Demo;

    #[test]
    fn names_say_demo_and_picture() {
        let name = |demo, picture, extension| {
            name(Demo::find(demo).expect("it is listed"), picture, extension)
        };
        assert_eq!(name("chain", Some("gradients"), ".png"), "activation-lab-chain-gradients.png");
        assert_eq!(name("dead", Some("dead-loss"), "-2x.png"), "activation-lab-dead-loss-2x.png");
        assert_eq!(name("explorer", None, ".csv"), "activation-lab-explorer.csv");
    }

    #[test]
    fn scripts_are_told_from_pictures() {
        assert!(is_json(b"{}") && is_json("\u{feff} \n{\"format\":1}".as_bytes()));
        assert!(!is_json(b"<svg/>") && !is_json(b"\x89PNG") && !is_json(b""));
    }

    #[test]
    fn only_the_fragment_counts() {
        let file = |link| super::svg::with_link("<svg>\n</svg>", "", link);
        let of = |link| fragment(file(link).as_bytes());
        assert_eq!(of("https://elsewhere.example/?q#chain?x=1#2").as_deref(), Some("chain?x=1#2"));
        assert_eq!(of("javascript:alert(1)"), None);
        assert_eq!(fragment(b"#chain"), None);
    }
}
