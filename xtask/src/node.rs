//! Node.js, which runs wasm-opt and the end-to-end tests.

use anyhow::{Context, ensure};
use xshell::{Shell, cmd};

/// The oldest Node.js whose test runner knows what the tests use.
const MAJOR: u32 = 20;

/// # Errors
/// When Node.js or npm is missing, or Node.js is too old; the message says what brings them.
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

/// The 20 of `v20.19.2`, or 0 for what is no version.
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
