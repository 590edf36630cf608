//! The sizes of the files of a build, plain and compressed.

use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::dist;

/// The size of a file in bytes: uncompressed, and at the best level of each compressor.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Size {
    fn of(content: &[u8]) -> anyhow::Result<Self> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(content)?;
        let mut brotli = Vec::new();
        let params = brotli::enc::BrotliEncoderParams::default();
        brotli::BrotliCompress(&mut &*content, &mut brotli, &params)?;
        Ok(Self { raw: content.len(), gzip: gzip.finish()?.len(), brotli: brotli.len() })
    }
}

/// Prints a table of all files below `dist`, the largest first, and their sum.
pub fn print(dist: &Path) -> anyhow::Result<()> {
    let files = dist::files(dist)?.into_iter();
    let mut rows = files
        .map(|(name, content)| Ok((name, Size::of(&content)?)))
        .collect::<anyhow::Result<Vec<_>>>()?;
    rows.sort_by(|(a_name, a), (b_name, b)| b.raw.cmp(&a.raw).then_with(|| a_name.cmp(b_name)));
    print!("\n{}{}", table(&rows), visits(&rows));
    Ok(())
}

/// The aims in kilobytes with brotli: until the first demo can be used, and for everything in one language.
const FIRST_VISIT: usize = 185;
const ALL: usize = 400;

/// The lines for what a first visit downloads until the first demo can be used, and for everything that the app can
/// load in one language. `tests/e2e/budget.test.mjs` measures both in a browser.
fn visits(rows: &[(String, Size)]) -> String {
    let is_first = |name: &str| {
        ["index.html", "boot.js"].contains(&name)
            || name.starts_with("style-")
            || name.starts_with("activation-lab-")
    };
    let sum = |is_in: &dyn Fn(&str) -> bool| {
        rows.iter().filter(|(name, _)| is_in(name)).map(|(_, size)| size.brotli).sum()
    };
    let first = sum(&is_first);
    let is_piece = |name: &str| name.ends_with(".wasm") || name.starts_with("gallery-ko-");
    let all = sum(&|name| is_first(name) || is_piece(name));
    let line = |what: &str, bytes: usize, aim: usize| {
        format!("{what}: {} kB with brotli; the aim is {aim}\n", kilobytes(bytes))
    };
    format!(
        "\n{}{}",
        line("until the first demo can be used", first, FIRST_VISIT),
        line("everything in one language", all, ALL)
    )
}

fn table(rows: &[(String, Size)]) -> String {
    let total = rows.iter().fold(Size::default(), |sum, (_, size)| Size {
        raw: sum.raw + size.raw,
        gzip: sum.gzip + size.gzip,
        brotli: sum.brotli + size.brotli,
    });
    let width = rows.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    let width = width.max("all files".len());
    let line = |name: &str, size: Size| {
        let [raw, gzip, brotli] = [size.raw, size.gzip, size.brotli].map(kilobytes);
        format!("{name:width$} {raw:>10} {gzip:>10} {brotli:>10}\n")
    };
    let mut text = format!("{:width$} {:>10} {:>10} {:>10}\n", "kB", "raw", "gzip", "brotli");
    for (name, size) in rows {
        text += &line(name, *size);
    }
    text + &line("all files", total)
}

/// Bytes as kilobytes of 1000 bytes, to one decimal.
pub fn kilobytes(bytes: usize) -> String {
    format!("{}.{}", (bytes + 50) / 1000, (bytes + 50) % 1000 / 100)
}

#[cfg(test)]
mod tests {
    use super::{Size, kilobytes, table, visits};

    #[test]
    fn kilobytes_are_rounded_to_a_tenth() {
        assert_eq!(kilobytes(0), "0.0");
        assert_eq!(kilobytes(49), "0.0");
        assert_eq!(kilobytes(50), "0.1");
        assert_eq!(kilobytes(999), "1.0");
        assert_eq!(kilobytes(120_449), "120.4");
    }

    #[test]
    fn a_first_visit_needs_no_pieces() {
        let names = ["index.html", "en/index.html", "style-1.css", "boot.js", "sw.js", "icon.png"];
        let app = ["activation-lab-1.js", "activation-lab-1_bg.wasm", "dead-1.wasm"];
        let galleries = ["gallery-ko-1.txt", "gallery-en-1.txt"];
        let size = Size { brotli: 10_000, ..Size::default() };
        let rows: Vec<_> =
            names.iter().chain(&app).chain(&galleries).map(|name| ((*name).into(), size)).collect();
        let text = visits(&rows);
        assert!(text.contains("first demo can be used: 50.0 kB with brotli; the aim is 185\n"));
        assert!(text.contains("everything in one language: 70.0 kB with brotli; the aim is 400\n"));
    }

    #[test]
    fn repetition_compresses_and_the_table_adds_up() {
        let size = Size::of(&[b'a'; 10_000]).unwrap();
        assert_eq!(size.raw, 10_000);
        assert!(size.gzip < 100 && size.brotli < 100);
        let text = table(&[("a".into(), size), ("b".into(), size)]);
        let last = text.lines().last().unwrap();
        assert!(last.starts_with("all files") && last.contains("20.0"));
    }
}
