//! Whether the build in `dist/` was made from the present sources.

use std::fs;
use std::path::Path;

use anyhow::Context;
use sha2::{Digest, Sha256};

use crate::dist;

/// The file with the hashes of the last build and of its sources.
const NOTE: &str = "target/xtask/built.txt";

/// The entries of the repository's root that do not affect a build. All others count as sources, so that no
/// new one is missed.
const NO_SOURCES: [&str; 10] =
    [".ci", ".git", ".github", ".gitignore", "benches", "dist", "docs", "fuzz", "target", "tests"];

/// Records that the build was made from the present sources.
///
/// # Errors
///
/// When a file cannot be read, or the record cannot be written.
pub fn note(root: &Path) -> anyhow::Result<()> {
    let note = root.join(NOTE);
    fs::create_dir_all(note.parent().context("it has a folder")?)?;
    fs::write(note, fingerprint(root)?)?;
    Ok(())
}

/// Whether the build was recorded as made from the present sources, and neither has changed since.
///
/// # Errors
///
/// When a file cannot be read.
pub fn is_noted(root: &Path) -> anyhow::Result<bool> {
    match fs::read_to_string(root.join(NOTE)) {
        Ok(note) if root.join("dist").is_dir() => Ok(note == fingerprint(root)?),
        _ => Ok(false),
    }
}

/// The hashes of the sources and of the build.
fn fingerprint(root: &Path) -> anyhow::Result<String> {
    let mut sources = Vec::new();
    for entry in fs::read_dir(root)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if NO_SOURCES.contains(&name.as_str()) || name.ends_with(".md") {
            continue;
        }
        if entry.path().is_dir() {
            let files = dist::files(&entry.path())?.into_iter();
            sources.extend(files.map(|(file, content)| (format!("{name}/{file}"), content)));
        } else {
            sources.push((name, fs::read(entry.path())?));
        }
    }
    let build = dist::files(&root.join("dist"))?;
    Ok(format!("sources {}\nbuild {}\n", hash(sources), hash(build)))
}

fn hash(mut files: Vec<(String, Vec<u8>)>) -> String {
    files.sort();
    let mut hasher = Sha256::new();
    for (name, content) in &files {
        for part in [name.as_bytes(), content] {
            hasher.update((part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
    }
    dist::short_hash(hasher)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{is_noted, note};

    #[test]
    fn a_build_is_current_until_a_source_or_the_build_changes() {
        let root = std::env::temp_dir().join(format!("xtask-current-{}", std::process::id()));
        let write = |file: &str, content: &str| {
            let path = root.join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, content).unwrap();
        };
        write("Cargo.toml", "manifest");
        write("src/lib.rs", "code");
        assert!(!is_noted(&root).unwrap());
        write("dist/index.html", "page");
        assert!(!is_noted(&root).unwrap());
        note(&root).unwrap();
        assert!(is_noted(&root).unwrap());
        for (file, is_in_it) in [
            ("tests/e2e/page.test.mjs", false),
            ("README.md", false),
            ("src/text/card.md", true),
            ("crates/new/src/lib.rs", true),
            ("src/lib.rs", true),
            ("dist/index.html", true),
            ("dist/new.js", true),
        ] {
            write(file, "another");
            assert_eq!(!is_noted(&root).unwrap(), is_in_it, "{file}");
            note(&root).unwrap();
        }
        fs::remove_dir_all(root).unwrap();
    }
}
