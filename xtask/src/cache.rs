//! The folder of the installed tools, which all checkouts of a user share.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::Context;

/// `$XDG_CACHE_HOME/activation-lab`, or `~/.cache/activation-lab`.
pub fn dir() -> anyhow::Result<PathBuf> {
    let base = std::env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        // The XDG specification requires that relative paths are ignored.
        .filter(|path| path.is_absolute());
    let base = match base {
        Some(path) => path,
        None => std::env::home_dir()
            .context("the home folder is unknown: set XDG_CACHE_HOME to a folder for the tools")?
            .join(".cache"),
    };
    Ok(base.join("activation-lab"))
}

/// Fills a temporary folder and renames it to `cache/name`, so that `cache/name` is never incomplete.
///
/// If several checkouts install the same thing at the same time, they wait for each other, and all but the
/// first find a folder for which `is_good` is true. A folder for which it is false is replaced.
///
/// # Errors
///
/// When the cache cannot be written, or when `fill` fails. `cache/name` then stays as it was.
pub fn install(
    cache: &Path,
    name: &str,
    is_good: impl Fn(&Path) -> bool,
    fill: impl FnOnce(&Path) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let unwritable = || {
        let cache = cache.display();
        format!("{cache} cannot be written: set XDG_CACHE_HOME to a writable folder")
    };
    fs::create_dir_all(cache).with_context(unwritable)?;
    let lock = File::create(cache.join(format!("{name}.lock"))).with_context(unwritable)?;
    if lock.try_lock().is_err() {
        eprintln!("waiting while another checkout installs {name}…");
        lock.lock().with_context(unwritable)?;
    }
    let target = cache.join(name);
    if is_good(&target) {
        return Ok(());
    }
    let partial = cache.join(format!("{name}.partial"));
    remove(&partial)?;
    fs::create_dir(&partial).with_context(unwritable)?;
    let filled = fill(&partial);
    if filled.is_err() {
        remove(&partial)?;
        return filled;
    }
    remove(&target)?;
    fs::rename(&partial, &target).with_context(unwritable)
}

fn remove(dir: &Path) -> anyhow::Result<()> {
    if dir.exists() {
        fs::remove_dir_all(dir).with_context(|| format!("{} cannot be removed", dir.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    use anyhow::bail;

    use super::install;

    fn scratch(name: &str) -> PathBuf {
        let dir = std::env::temp_dir().join(format!("xtask-cache-{name}-{}", std::process::id()));
        fs::create_dir_all(&dir).unwrap();
        dir
    }

    fn has_file(dir: &Path) -> bool {
        dir.join("file").exists()
    }

    #[test]
    fn a_failed_install_leaves_nothing_behind() {
        let cache = scratch("failed");
        let result = install(&cache, "tool-1", has_file, |dir| {
            fs::write(dir.join("file"), "half")?;
            bail!("the network went away")
        });
        assert!(result.is_err());
        assert!(!cache.join("tool-1").exists() && !cache.join("tool-1.partial").exists());
        fs::remove_dir_all(cache).unwrap();
    }

    #[test]
    fn what_is_broken_is_replaced() {
        let cache = scratch("broken");
        fs::create_dir_all(cache.join("tool-1/leftover")).unwrap();
        fs::create_dir_all(cache.join("tool-1.partial/leftover")).unwrap();
        install(&cache, "tool-1", has_file, |dir| Ok(fs::write(dir.join("file"), "whole")?))
            .unwrap();
        assert!(has_file(&cache.join("tool-1")) && !cache.join("tool-1/leftover").exists());
        fs::remove_dir_all(cache).unwrap();
    }

    #[test]
    fn checkouts_at_the_same_time_install_once() {
        let cache = scratch("concurrent");
        let fills = AtomicUsize::new(0);
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    install(&cache, "tool-1", has_file, |dir| {
                        fills.fetch_add(1, Ordering::SeqCst);
                        Ok(fs::write(dir.join("file"), "whole")?)
                    })
                    .unwrap();
                });
            }
        });
        assert_eq!(fills.load(Ordering::SeqCst), 1);
        fs::remove_dir_all(cache).unwrap();
    }
}
