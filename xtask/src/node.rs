//! Node.js, which runs wasm-opt, the end-to-end tests and the browser measurements, and its packages.

use std::fs;

use anyhow::{Context, ensure};
use xshell::{Shell, cmd};

/// The oldest Node.js whose test runner has everything that the tests use.
const MAJOR: u32 = 20;

/// Checks that Node.js and npm are installed.
///
/// # Errors
///
/// When Node.js or npm is missing, or Node.js is too old. The message says how to install them.
pub fn require(sh: &Shell) -> anyhow::Result<()> {
    let missing = || {
        format!(
            "Node.js {MAJOR} or newer with npm is missing; on Debian:\n    sudo apt-get install nodejs npm"
        )
    };
    let version = cmd!(sh, "node --version").quiet().read().with_context(missing)?;
    ensure!(major(&version) >= MAJOR, "{}\nfound: {version}", missing());
    cmd!(sh, "npm --version").quiet().ignore_stderr().read().with_context(missing)?;
    Ok(())
}

/// Installs the npm packages of a folder, unless those of its lock file are already installed.
pub fn require_packages(sh: &Shell, folder: &str) -> anyhow::Result<()> {
    require(sh)?;
    let path = sh.current_dir().join(folder);
    let lock = fs::read(path.join("package-lock.json"))?;
    // A copy of the lock file records what is installed, because npm's own record has another format.
    let installed = path.join("node_modules/.installed-lock.json");
    if fs::read(&installed).is_ok_and(|copy| copy == lock) {
        return Ok(());
    }
    eprintln!("installing the npm packages of {folder} (some seconds)…");
    cmd!(sh, "npm ci --no-audit --no-fund --prefix {folder}").run().with_context(|| {
        format!("the npm packages of {folder} could not be installed; by hand:\n    npm ci --prefix {folder}")
    })?;
    fs::write(installed, lock)?;
    Ok(())
}

/// The 20 of `v20.19.2`; 0 if the text is not a version.
fn major(version: &str) -> u32 {
    let number = version.trim_start_matches('v').split('.').next();
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_major_version_is_the_first_number() {
        assert_eq!(major("v20.19.2"), 20);
        assert_eq!(major("v9.0.0"), 9);
        assert_eq!(major("nightly"), 0);
    }
}
