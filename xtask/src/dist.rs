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
    let mut files = Vec::new();
    collect(dist, dist, &mut files)
        .with_context(|| format!("{} cannot be read", dist.display()))?;
    Ok(files)
}

/// The pages of a build: the names of the files `index.html` below the folder, that of the first language first.
///
/// # Errors
///
/// When a folder or a file cannot be read.
pub fn pages(dist: &Path) -> anyhow::Result<Vec<String>> {
    let names = files(dist)?.into_iter().map(|(name, _)| name);
    let mut pages: Vec<_> =
        names.filter(|name| name.rsplit('/').next() == Some("index.html")).collect();
    pages.sort_by_key(|name| (name.matches('/').count(), name.clone()));
    Ok(pages)
}

/// The beginning of a hash, as 16 hexadecimal digits.
pub fn short_hash(hasher: Sha256) -> String {
    hasher.finalize()[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

fn collect(root: &Path, dir: &Path, files: &mut Vec<(String, Vec<u8>)>) -> anyhow::Result<()> {
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else {
            let parts: Vec<_> =
                path.strip_prefix(root)?.iter().map(|part| part.to_string_lossy()).collect();
            files.push((parts.join("/"), fs::read(&path)?));
        }
    }
    Ok(())
}
