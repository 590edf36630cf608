//! The browsers for the end-to-end tests, the screenshots and the browser benchmarks.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, bail};
use xshell::{Shell, cmd};

/// A browser that the tests can drive.
pub struct Browser {
    /// The name in the environment variable `BROWSER`.
    pub name: &'static str,
    /// The environment variable with the path of the browser. `tests/e2e/harness.mjs` reads it as well.
    pub variable: &'static str,
    programs: &'static [&'static str],
    /// Other programs that the browser needs on the PATH.
    beside: &'static [&'static str],
}

/// Chromium is also used for pictures and measurements.
pub const CHROMIUM: Browser = Browser {
    name: "chromium",
    variable: "CHROMIUM",
    programs: &["chromium", "chromium-browser", "google-chrome"],
    beside: &[],
};

const FIREFOX: Browser = Browser {
    name: "firefox",
    variable: "FIREFOX",
    programs: &["firefox", "firefox-esr"],
    beside: &[],
};

/// WebKitGTK has the engine of Safari, which runs on Apple's systems only. Its program is the WebDriver, which
/// finds the browser itself. The browser needs a display.
const WEBKIT: Browser = Browser {
    name: "webkit",
    variable: "WEBKIT",
    programs: &["WebKitWebDriver"],
    beside: &["Xvfb"],
};

/// The browsers for the end-to-end tests.
pub const ALL: [Browser; 3] = [CHROMIUM, FIREFOX, WEBKIT];

const DEBIAN_PACKAGES: [&str; 5] =
    ["chromium", "firefox-esr", "webkit2gtk-driver", "xvfb", "fonts-noto-cjk"];

impl Browser {
    /// The path of the browser. A missing browser is installed if possible (as root with apt-get).
    ///
    /// # Errors
    ///
    /// When the browser is missing and cannot be installed. The message says how to install it.
    pub fn require(&self, sh: &Shell) -> anyhow::Result<PathBuf> {
        if let Some(path) = self.find()? {
            return Ok(path);
        }
        if may_install(sh) {
            install(sh).with_context(|| self.missing())?;
        }
        self.find()?.with_context(|| self.missing())
    }

    /// Whether the browser exists for this operating system.
    pub fn is_for_this_system(&self) -> bool {
        self.name != WEBKIT.name || cfg!(target_os = "linux")
    }

    fn find(&self) -> anyhow::Result<Option<PathBuf>> {
        if self.beside.iter().any(|program| on_path(program).is_none()) {
            return Ok(None);
        }
        if let Some(path) = env::var_os(self.variable).map(PathBuf::from) {
            if !path.is_file() {
                bail!("{} is set to {}, which is not a file", self.variable, path.display());
            }
            return Ok(Some(path));
        }
        Ok(self.programs.iter().find_map(|program| on_path(program)))
    }

    fn missing(&self) -> String {
        let Self { name, variable, programs, beside } = self;
        let packages = DEBIAN_PACKAGES.join(" ");
        let beside: String =
            beside.iter().map(|program| format!(", and add {program} to the PATH")).collect();
        format!(
            "{name} is missing; on Debian:\n    sudo apt-get install --no-install-recommends {packages}\n\
             on other systems set {variable} to the path of its program ({}){beside}",
            programs.join(" or ")
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
    eprintln!("installing the browsers (about 3 minutes, once)…");
    cmd!(sh, "apt-get update").run()?;
    cmd!(sh, "apt-get install --yes --no-install-recommends {DEBIAN_PACKAGES...}")
        .env("DEBIAN_FRONTEND", "noninteractive")
        .run()?;
    Ok(())
}
