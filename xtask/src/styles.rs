//! Joins all style sheets into one, because each would need a request before the first paint.

use std::fs;
use std::path::Path;

use anyhow::Context;
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element};
use sha2::{Digest, Sha256};

use crate::{dist, html, minify};

/// Joins the style sheets of a build in the order of the page. The pages then refer to the joined one, in the
/// place of the first.
///
/// # Errors
///
/// When the build cannot be read or written.
pub fn join(dist: &Path) -> anyhow::Result<()> {
    let read = |page: &str| {
        fs::read_to_string(dist.join(page)).with_context(|| format!("{page} cannot be read"))
    };
    let mut joined = String::new();
    // All pages have the same style sheets.
    let sheets = sheets(&read("index.html")?)?;
    for sheet in &sheets {
        let path = dist.join(sheet);
        joined += &fs::read_to_string(&path)
            .with_context(|| format!("{} cannot be read", path.display()))?;
        fs::remove_file(path)?;
    }
    let joined = minify::style(&joined);
    let name = format!("style-{}.css", dist::short_hash(Sha256::new_with_prefix(&joined)));
    fs::write(dist.join(&name), joined)?;
    for page in dist::pages(dist)? {
        let up = "../".repeat(page.matches('/').count());
        let address = if up.is_empty() { format!("./{name}") } else { format!("{up}{name}") };
        fs::write(dist.join(&page), with_one(&read(&page)?, &address)?)?;
    }
    Ok(())
}

/// The files of the page's style sheets, in their order.
fn sheets(page: &str) -> anyhow::Result<Vec<String>> {
    let mut sheets = Vec::new();
    html::visit(page, html::STYLE_SHEET, |link| {
        sheets.push(html::file(link, "href")?);
        Ok(())
    })?;
    Ok(sheets)
}

/// The page with a single style sheet, in the place of the first one.
fn with_one(page: &str, address: &str) -> anyhow::Result<String> {
    let mut one = Some(format!("<link rel=\"stylesheet\" href=\"{address}\"/>"));
    let sheets = element!(html::STYLE_SHEET, |link| {
        link.replace(&one.take().unwrap_or_default(), ContentType::Html);
        Ok(())
    });
    html::rewrite(page, RewriteStrSettings::new().append_element_content_handler(sheets))
}

#[cfg(test)]
mod tests {
    use super::{sheets, with_one};

    const PAGE: &str = "<link rel=\"icon\" href=\"i\"><link rel=\"stylesheet\" href=\"./a.css\"/>\
        <script src=\"s\"></script><link rel=\"stylesheet\" href=\"./b.css\"/>";

    #[test]
    fn the_order_of_the_page_is_the_order_of_the_styles() {
        assert_eq!(sheets(PAGE).unwrap(), ["a.css", "b.css"]);
    }

    #[test]
    fn one_stands_where_the_first_has_stood() {
        let page = "<link rel=\"icon\" href=\"i\"><link rel=\"stylesheet\" href=\"./c.css\"/>\
            <script src=\"s\"></script>";
        assert_eq!(with_one(PAGE, "./c.css").unwrap(), page);
    }
}
