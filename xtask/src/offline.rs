//! The list of files that `public/sw.js` caches for use without a network: every file of the build.

use std::fs;
use std::path::Path;

use anyhow::{Context, ensure};
use sha2::{Digest, Sha256};

use crate::dist;

/// The service worker's file in the build.
const WORKER: &str = "sw.js";
/// The lines in the worker that trunk copies. A worker with these lines caches nothing.
const EMPTY: [&str; 2] = ["const VERSION = \"\";\n", "const FILES = [];\n"];

/// Writes into the service worker of a build the list of its files, and a version that changes with any of
/// them.
///
/// # Errors
///
/// When the build cannot be read or written, or its worker has been filled before.
pub fn fill(dist: &Path) -> anyhow::Result<()> {
    let mut files = dist::files(dist)?;
    files.retain(|(name, _)| name != WORKER);
    let path = dist.join(WORKER);
    let worker =
        fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    fs::write(&path, filled(&worker, files)?)?;
    Ok(())
}

/// Whether trunk has finished the build, and its worker has not been filled yet.
pub fn is_due(dist: &Path) -> bool {
    let worker = fs::read_to_string(dist.join(WORKER));
    // This folder is the last thing that trunk removes.
    !dist.join(".stage").exists() && worker.is_ok_and(|worker| worker.contains(EMPTY[1]))
}

/// The worker with its version and its list of addresses, in an order that does not depend on the file system.
fn filled(worker: &str, mut files: Vec<(String, Vec<u8>)>) -> anyhow::Result<String> {
    for line in EMPTY {
        ensure!(worker.contains(line), "{WORKER} lacks the line: {line}");
    }
    files.sort();
    let mut hasher = Sha256::new();
    // A changed worker needs a cache of its own, so its text is part of the version.
    hasher.update(worker);
    for (name, content) in &files {
        for part in [name.as_bytes(), content] {
            hasher.update((part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
    }
    let version = dist::short_hash(hasher);
    let addresses: String = files
        .iter()
        // A page is cached under the address of its folder.
        .map(|(name, _)| match name.strip_suffix("index.html") {
            Some("") => "./",
            Some(folder) if folder.ends_with('/') => folder,
            _ => name,
        })
        .map(|address| format!("  {},\n", serde_json::Value::from(address)))
        .collect();
    Ok(worker
        .replace(EMPTY[0], &format!("const VERSION = \"{version}\";\n"))
        .replace(EMPTY[1], &format!("const FILES = [\n{addresses}];\n")))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use serde_json::Value;

    use super::{fill, filled, is_due};

    const WORKER: &str = include_str!("../../public/sw.js");

    fn files(list: &[(&str, &str)]) -> Vec<(String, Vec<u8>)> {
        list.iter().map(|(name, content)| ((*name).into(), content.as_bytes().into())).collect()
    }

    fn version(worker: &str) -> &str {
        let (_, rest) = worker.split_once("const VERSION = \"").unwrap();
        rest.split('"').next().unwrap()
    }

    #[test]
    fn the_list_is_that_of_the_files_in_a_fixed_order() {
        let worker =
            filled(WORKER, files(&[("index.html", ""), ("b/c.css", ""), ("b/index.html", "")]))
                .unwrap();
        assert!(worker.contains("const FILES = [\n  \"b/c.css\",\n  \"b/\",\n  \"./\",\n];\n"));
        assert!(!worker.contains("const FILES = [];"));
        assert!(filled(&worker, Vec::new()).is_err(), "it is filled in once");
    }

    #[test]
    fn the_version_changes_with_any_name_and_any_content() {
        let of = |worker: &str, list: &[(&str, &str)]| {
            version(&filled(worker, files(list)).unwrap()).to_owned()
        };
        let first = of(WORKER, &[("a", "1"), ("b", "2")]);
        assert_eq!(first.len(), 16);
        assert_eq!(first, of(WORKER, &[("b", "2"), ("a", "1")]), "not with their order");
        let others = [
            of(WORKER, &[("a", "1"), ("b", "3")]),
            of(WORKER, &[("a", "1"), ("c", "2")]),
            of(WORKER, &[("a", "1b"), ("", "2")]),
            of(WORKER, &[("a", "1")]),
            of(&format!("{WORKER}// another worker\n"), &[("a", "1"), ("b", "2")]),
        ];
        for other in others {
            assert_ne!(first, other);
        }
    }

    #[test]
    fn a_build_is_filled_in_when_trunk_is_done_and_only_then() {
        let dist = std::env::temp_dir().join(format!("xtask-offline-{}", std::process::id()));
        fs::create_dir_all(dist.join("sub")).unwrap();
        assert!(!is_due(&dist));
        fs::write(dist.join("sw.js"), WORKER).unwrap();
        fs::write(dist.join("index.html"), "page").unwrap();
        fs::write(dist.join("sub/file.css"), "style").unwrap();
        fs::create_dir(dist.join(".stage")).unwrap();
        assert!(!is_due(&dist));
        fs::remove_dir(dist.join(".stage")).unwrap();
        assert!(is_due(&dist));
        fill(&dist).unwrap();
        assert!(!is_due(&dist));
        let worker = fs::read_to_string(dist.join("sw.js")).unwrap();
        assert!(worker.contains("const FILES = [\n  \"./\",\n  \"sub/file.css\",\n];\n"));
        fs::remove_dir_all(dist).unwrap();
    }

    /// The pictures of the manifest have the stated sizes, and no address in it depends on the place of the
    /// page.
    #[test]
    fn the_manifest_is_that_of_the_files_beside_it() {
        let public = Path::new(env!("CARGO_MANIFEST_DIR")).join("../public");
        let manifest = fs::read(public.join("manifest.webmanifest")).unwrap();
        let manifest: Value = serde_json::from_slice(&manifest).unwrap();
        assert_eq!([&manifest["start_url"], &manifest["scope"]], ["./", "./"]);
        let mut sizes = Vec::new();
        for icon in manifest["icons"].as_array().unwrap() {
            let content = fs::read(public.join(icon["src"].as_str().unwrap())).unwrap();
            if icon["type"] == "image/png" {
                // The first chunk begins with the width and the height (ISO/IEC 15948, 11.2.2).
                let side = |at: usize| u32::from_be_bytes(content[at..at + 4].try_into().unwrap());
                let size = format!("{}x{}", side(16), side(20));
                assert_eq!(icon["sizes"], *size);
                sizes.push(size);
            }
        }
        assert_eq!(sizes, ["192x192", "512x512", "512x512"]);
    }
}
