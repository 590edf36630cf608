//! The browsers that the end-to-end tests, the screenshots and the browser bench drive.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, bail};
use xshell::{Shell, cmd};

/// A browser that puppeteer can drive.
pub struct Browser {
    /// What the environment variable `BROWSER` calls it.
    pub name: &'static str,
    /// The environment variable that holds its path, for us and for `tests/e2e/harness.mjs`.
    pub variable: &'static str,
    programs: &'static [&'static str],
}

/// Drives pages for pictures and measurements, too.
pub const CHROMIUM: Browser = Browser {
    name: "chromium",
    variable: "CHROMIUM",
    programs: &["chromium", "chromium-browser", "google-chrome"],
};

const FIREFOX: Browser =
    Browser { name: "firefox", variable: "FIREFOX", programs: &["firefox", "firefox-esr"] };

/// All that the end-to-end tests run in.
pub const ALL: [Browser; 2] = [CHROMIUM, FIREFOX];

const DEBIAN_PACKAGES: [&str; 3] = ["chromium", "firefox-esr", "fonts-noto-cjk"];

impl Browser {
    /// Its path, after installing it where that is possible (as root with apt-get).
    ///
    /// # Errors
    /// When it is missing and cannot be installed; the message says what brings it.
    pub fn require(&self, sh: &Shell) -> anyhow::Result<PathBuf> {
        if let Some(path) = self.find()? {
            return Ok(path);
        }
        if may_install(sh) {
            install(sh).with_context(|| self.missing())?;
        }
        self.find()?.with_context(|| self.missing())
    }

    fn find(&self) -> anyhow::Result<Option<PathBuf>> {
        if let Some(path) = env::var_os(self.variable).map(PathBuf::from) {
            if !path.is_file() {
                bail!("{} names {}, which is not a file", self.variable, path.display());
            }
            return Ok(Some(path));
        }
        Ok(self.programs.iter().find_map(|program| on_path(program)))
    }

    fn missing(&self) -> String {
        let Self { name, variable, .. } = self;
        let packages = DEBIAN_PACKAGES.join(" ");
        format!(
            "{name} is missing; on Debian:\n    sudo apt-get install --no-install-recommends {packages}\n\
             elsewhere set {variable} to the path of its program"
        )
    }
}

fn on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|dir| dir.join(program).with_extension(env::consts::EXE_EXTENSION))
        .find(|file| file.is_file())
}

fn may_install(sh: &Shell) -> bool {
    let is_root = cmd!(sh, "id -u").quiet().ignore_stderr().read();
    is_root.is_ok_and(|id| id == "0") && on_path("apt-get").is_some()
}

fn install(sh: &Shell) -> anyhow::Result<()> {
    eprintln!("installing the browsers (about 2 minutes, once)…");
    cmd!(sh, "apt-get update").run()?;
    cmd!(sh, "apt-get install --yes --no-install-recommends {DEBIAN_PACKAGES...}")
        .env("DEBIAN_FRONTEND", "noninteractive")
        .run()?;
    Ok(())
}
