//! The hashes in the page with which browsers refuse files that differ from the build (Subresource Integrity,
//! W3C).

use std::fs;
use std::path::Path;

use anyhow::{Context, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element};
use sha2::{Digest, Sha384};

use crate::{dist, html};

/// Writes the hashes of the scripts, the style sheets and the WebAssembly into the pages of a build.
///
/// # Errors
///
/// When the build cannot be read or written, or a page has hashes already.
pub fn write(dist: &Path) -> anyhow::Result<()> {
    let read = |file: &str| {
        let path = dist.join(file);
        fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))
    };
    for name in dist::pages(dist)? {
        let page = sealed(&String::from_utf8(read(&name)?)?, read)?;
        fs::write(dist.join(name), page)?;
    }
    Ok(())
}

/// The hash of a file, as the attribute `integrity` has it.
pub fn hash(content: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(content)))
}

/// The page with its hashes. `read` returns the files of the build.
///
/// A frame with an opaque origin (`<iframe sandbox="allow-scripts">`) cannot read or check a file, unless the
/// element has `crossorigin` and the host allows it.
fn sealed(page: &str, read: impl Fn(&str) -> anyhow::Result<Vec<u8>>) -> anyhow::Result<String> {
    // Pairs of an attribute that names a file and the attribute for the file's hash.
    let seal = |element: &mut Element, attributes: &[(&str, &str)]| {
        for (names, hash_of_it) in attributes {
            let file = html::file(element, names)?;
            ensure!(!element.has_attribute(hash_of_it), "index.html already has a hash for {file}");
            element.set_attribute(hash_of_it, &hash(&read(&file)?))?;
        }
        element.set_attribute("crossorigin", "")?;
        Ok(())
    };
    let scripts = element!("script[src]", |script| {
        // boot.js loads the module and the WebAssembly with these hashes.
        seal(
            script,
            &[
                ("src", "integrity"),
                ("data-module", "data-module-integrity"),
                ("data-wasm", "data-wasm-integrity"),
            ],
        )?;
        Ok(())
    });
    let links = element!("link[rel=stylesheet], link[rel=modulepreload]", |link| {
        seal(link, &[("href", "integrity")])?;
        Ok(())
    });
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(scripts)
        .append_element_content_handler(links);
    html::rewrite(page, settings)
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use sha2::{Digest, Sha256};

    use super::sealed;

    // The hashes come from `printf 'a' | openssl dgst -sha384 -binary | base64`, and the same for b and c.
    const A: &str = "sha384-VKWbnyKwuAiA2EJ+VIt8I6vYc0huHwNdzpzWl+hRdQM8qojm1XvDXvrgta/TFF8x";
    const B: &str = "sha384-mKkGGCzc+x6060cRdgD2iVji3dFAJItHmE9L3mWHuJyCFcPaiVozbpStGso5AVxA";
    const C: &str = "sha384-QPmKBWYL+HGALuWZZN4ZRb1zGkXMf0jk2t2S80p+7sCJ4UmtjCQ08ReS5Yi3QNmX";

    /// Each file contains the first letter of its name.
    fn file(name: &str) -> anyhow::Result<Vec<u8>> {
        Ok(name.as_bytes()[..1].into())
    }

    #[test]
    fn scripts_and_style_sheets_get_the_hashes_of_their_files() {
        let page = "<script src=\"./a.js\" data-module=\"./b.js\" data-wasm=\"./c.wasm\"></script>\n\
            <link rel=\"stylesheet\" href=\"./b.css\"/><link rel=\"modulepreload\" href=\"./c.js\">";
        let told = format!(
            "<script src=\"./a.js\" data-module=\"./b.js\" data-wasm=\"./c.wasm\" integrity=\"{A}\" \
             data-module-integrity=\"{B}\" data-wasm-integrity=\"{C}\" crossorigin=\"\"></script>\n\
             <link rel=\"stylesheet\" href=\"./b.css\" integrity=\"{B}\" crossorigin=\"\" />\
             <link rel=\"modulepreload\" href=\"./c.js\" integrity=\"{C}\" crossorigin=\"\">"
        );
        assert_eq!(sealed(page, file).unwrap(), told);
        assert!(sealed(&told, file).is_err(), "once");
    }

    #[test]
    fn what_browsers_check_no_hash_of_stays_as_it_is() {
        let page = "<link rel=\"icon\" href=\"a.svg\" /><link rel=\"manifest\" href=\"b\" /><img\n  src=\"c.svg\"\n/>\
            <script>a();</script>";
        assert_eq!(sealed(page, file).unwrap(), page);
    }

    /// `excuse.js` is inline in the page, so the page's policy must allow it by its hash.
    #[test]
    fn the_policy_knows_the_script_within_the_page() {
        let script = include_str!("../../public/excuse.js");
        let told = format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script)));
        let page = include_str!("../../index.html");
        assert!(page.contains(&told), "script-src of index.html has to have {told}");
        assert!(!script.contains("</script") && !script.contains("<!--"), "nothing ends it early");
    }
}
