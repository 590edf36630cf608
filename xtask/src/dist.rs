//! The files of a build.

use std::fs;
use std::path::Path;

use anyhow::Context;
use sha2::{Digest, Sha256};

/// All files below a folder, with their addresses relative to it and their contents, in no fixed order.
///
/// # Errors
///
/// When a folder or a file cannot be read.
pub fn files(dist: &Path) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    let read = |name: String| {
        let path = dist.join(&name);
        let content =
            fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        Ok((name, content))
    };
    names(dist)?.into_iter().map(read).collect()
}

/// The addresses of all files below a folder, relative to it, in no fixed order.
fn names(dist: &Path) -> anyhow::Result<Vec<String>> {
    let mut names = Vec::new();
    collect(dist, dist, &mut names)
        .with_context(|| format!("{} cannot be read", dist.display()))?;
    Ok(names)
}

/// The pages of a build: the names of the files `index.html` below the folder, that of the first language first.
///
/// # Errors
///
/// When a folder cannot be read.
pub fn pages(dist: &Path) -> anyhow::Result<Vec<String>> {
    let mut pages = names(dist)?;
    pages.retain(|name| name.rsplit('/').next() == Some("index.html"));
    pages.sort_by_key(|name| (name.matches('/').count(), name.clone()));
    Ok(pages)
}

/// The beginning of a hash, as 16 hexadecimal digits.
pub fn short_hash(hasher: Sha256) -> String {
    hasher.finalize()[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

fn collect(root: &Path, dir: &Path, names: &mut Vec<String>) -> anyhow::Result<()> {
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, names)?;
        } else {
            let parts: Vec<_> =
                path.strip_prefix(root)?.iter().map(|part| part.to_string_lossy()).collect();
            names.push(parts.join("/"));
        }
    }
    Ok(())
}
