//! Floor 4: a link as a QR code (ISO/IEC 18004), to be scanned from a projected page.

use crate::markup::{Html, html};
use qrcodegen::{QrCode, QrCodeEcc};

/// The width of the empty margin around a code that the standard requires, in modules.
const QUIET: i32 = 4;

/// The SVG of a QR code with its margin. It is dark on light in every theme, because some readers cannot scan
/// inverted codes. `None` if the text is too long for a QR code (more than 2,953 bytes).
pub fn svg(text: &str) -> Option<Html> {
    // `Low` is the minimum. The library raises the error correction if the size of the code stays the same.
    let code = QrCode::encode_text(text, QrCodeEcc::Low).ok()?;
    let side = code.size();
    let mut path = String::new();
    for y in 0..side {
        let mut x = 0;
        while x < side {
            let run = (x..side).take_while(|x| code.get_module(*x, y)).count();
            if run > 0 {
                path += &format!("M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run as i32 + 1;
        }
    }
    let whole = side + 2 * QUIET;
    Some(html!(
        "<svg viewBox=\"0 0 {whole} {whole}\" shape-rendering=\"crispEdges\" aria-hidden=\"true\">\
         <path fill=\"#fff\" d=\"M0 0h{whole}v{whole}H0z\"/><path fill=\"#000\" d=\"{path}\"/></svg>",
        whole,
        path,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text that another library reads from the dark modules, drawn as four pixels each.
    fn read(svg: &Html) -> String {
        let document = roxmltree::Document::parse(svg.as_str()).expect("it is XML");
        let side: usize = document.root_element().attribute("viewBox").expect("it has one")[4..]
            .split(' ')
            .next()
            .and_then(|side| side.parse().ok())
            .expect("it is a number");
        let path = document.descendants().filter_map(|node| node.attribute("d")).next_back();
        let mut dark = vec![false; side * side];
        for run in path.expect("it has one").split_terminator('z') {
            let numbers: Vec<usize> =
                run.split(['M', ' ', 'h', 'v', '-']).filter_map(|n| n.parse().ok()).collect();
            dark[numbers[1] * side + numbers[0]..][..numbers[2]].fill(true);
        }
        let pixel = |x: usize, y: usize| if dark[y / 4 * side + x / 4] { 0 } else { 255 };
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(4 * side, 4 * side, pixel);
        image.detect_grids()[0].decode().expect("it can be read").1
    }

    #[test]
    fn a_phone_reads_what_was_meant() {
        for link in ["https://example.org/lab/?lang=ko#chain?depth=12&f=tanh", "가", ""] {
            assert_eq!(read(&svg(link).expect("it fits")), link);
        }
        let long = format!("https://example.org/#{}", "x=1&".repeat(700));
        assert_eq!(read(&svg(&long).expect("it fits")), long);
    }

    #[test]
    fn what_fits_no_code_has_none() {
        assert!(svg(&"a".repeat(2953)).is_some());
        assert_eq!(svg(&"a".repeat(2954)), None);
    }
}
