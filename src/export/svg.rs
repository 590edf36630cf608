//! A link inside an SVG file.

use crate::markup::{escaped, unescaped};

/// The attribute of the element that contains the link.
const MARK: &str = "id=\"activation-lab\"";

/// An SVG picture with a title and a metadata element that contains the link.
pub fn with_link(svg: &str, title: &str, link: &str) -> String {
    let (root, rest) = svg.split_once('\n').unwrap_or((svg, ""));
    let (title, link) = (escaped(title), escaped(link));
    format!("{root}\n<title>{title}</title>\n<metadata {MARK}>{link}</metadata>\n{rest}")
}

/// The link in an SVG file, if it has the metadata element.
pub fn link(file: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(file).ok()?;
    text.split("<metadata").skip(1).find_map(|rest| {
        let (tag, rest) = rest.split_once('>')?;
        let (link, _) = rest.split_once("</metadata>")?;
        tag.contains(MARK).then(|| unescaped(link.trim()))
    })
}

#[cfg(test)]
mod tests {
    use super::{link, with_link};
    use proptest::prelude::*;

    const PICTURE: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\">\n<rect/></svg>\n";

    #[test]
    fn a_link_comes_back() {
        let said = "https://example.org/#chain?depth=12&x=<1>&amp;y=\"2\"";
        let file = with_link(PICTURE, "a < b & c", said);
        assert_eq!(link(file.as_bytes()).as_deref(), Some(said));
        assert!(file.contains("<title>a &lt; b &amp; c</title>"));
        assert!(file.ends_with("<rect/></svg>\n"));
    }

    #[test]
    fn a_link_survives_an_editor_that_lays_tags_out_anew() {
        let file = "<?xml version=\"1.0\"?><svg><metadata id=\"metadata5\">rdf</metadata>\
            <metadata\n     id=\"activation-lab\">\n  #dead?step=3&amp;seed=2 </metadata></svg>";
        assert_eq!(link(file.as_bytes()).as_deref(), Some("#dead?step=3&seed=2"));
    }

    #[test]
    fn another_file_says_nothing() {
        for file in [
            PICTURE.as_bytes(),
            b"",
            b"<metadata",
            b"<metadata id=\"activation-lab\">#dead",
            b"<metadata id=\"other\">#dead</metadata>",
            b"\xff\xfe<metadata id=\"activation-lab\">#dead</metadata>",
        ] {
            assert_eq!(link(file), None);
        }
    }

    proptest! {
        #[test]
        fn anything_can_stand_in_a_file(bytes in any::<Vec<u8>>(), text in any::<String>()) {
            link(&bytes);
            link(format!("<metadata id=\"activation-lab\">{text}").as_bytes());
        }
    }
}
