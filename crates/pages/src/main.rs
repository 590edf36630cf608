//! Writes the pages of the lesson from the template that trunk has made of `index.html`: the page of the first language
//! in its place, each other one as `<language>/index.html`, the gallery of each language, and the picture for link
//! previews.
//!
//! trunk runs this program after each build (`Trunk.toml`) and names the folder of the build in `TRUNK_STAGING_DIR`.
//! `ACTIVATION_LAB_SITE` is the public address of the site, if it is known. It ends with a slash.

mod page;
mod preview;

use std::env;
use std::fs;
use std::path::PathBuf;

use activation_lab::page::gallery::gallery;
use activation_lab::text;
use anyhow::{Context, ensure};

fn main() -> anyhow::Result<()> {
    let folder = env::var_os("TRUNK_STAGING_DIR").context("trunk sets TRUNK_STAGING_DIR")?;
    let folder = PathBuf::from(folder);
    let site = env::var("ACTIVATION_LAB_SITE").ok();
    if let Some(site) = &site {
        ensure!(
            site.starts_with("http") && site.ends_with('/'),
            "ACTIVATION_LAB_SITE has to be the http address of a folder, with a slash at its end: {site}"
        );
    }
    let path = folder.join("index.html");
    let template =
        fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    for text in text::all() {
        let page = page::page(&template, text, site.as_deref())?;
        let path = folder.join(page::folder(text)).join("index.html");
        fs::create_dir_all(path.parent().context("the page is in a folder")?)?;
        fs::write(&path, page).with_context(|| format!("{} cannot be written", path.display()))?;
        fs::write(folder.join(page::gallery_file(text)), gallery(text).as_str())?;
    }
    fs::write(folder.join(preview::FILE), preview::png()?)?;
    Ok(())
}
