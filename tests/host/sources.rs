//! The sources of the app and the data files beside them, for tests that read them.

use std::fs;
use std::path::Path;

/// All Rust files below `src`, as (path relative to `src` with forward slashes, content).
pub fn sources() -> Vec<(String, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&src, &src, &mut files);
    // The library's root and at least one module. Fewer files would mean that the wrong folder was read.
    assert!(files.len() > 2, "no sources below {}", src.display());
    files
}

fn collect(src: &Path, dir: &Path, files: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(dir).expect("a folder of sources can be read") {
        let path = entry.expect("an entry can be read").path();
        if path.is_dir() {
            collect(src, &path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let file = path.strip_prefix(src).expect("it lies below src");
            let file = file.to_string_lossy().replace('\\', "/");
            let source = fs::read_to_string(&path).expect("a source is UTF-8 text");
            files.push((file, source));
        }
    }
}

/// The lines of a data file in the folder of a demo, each as its columns, which two or more spaces separate. Lines
/// that begin with `#` are comments.
pub fn rows_of_demo(id: &str, file: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/demos").join(id).join(file);
    let text =
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let columns = |line: &str| {
        let columns = line.split("  ").map(str::trim).filter(|column| !column.is_empty());
        columns.map(str::to_owned).collect()
    };
    let rows: Vec<Vec<String>> = lines.map(columns).collect();
    assert!(!rows.is_empty(), "{} has no line", path.display());
    rows
}
