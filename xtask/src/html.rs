//! Reading and rewriting the page with `lol_html`.

use anyhow::Context;
use lol_html::errors::RewritingError;
use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str};

/// The CSS selector of style sheet links.
pub const STYLE_SHEET: &str = "link[rel=stylesheet]";

/// The page after the handlers in `settings` have run. Everything else stays the same, byte for byte.
///
/// # Errors
///
/// The error of the first handler that fails, or the reason why the page cannot be parsed.
pub fn rewrite(page: &str, settings: RewriteStrSettings) -> anyhow::Result<String> {
    rewrite_str(page, settings).map_err(|error| match error {
        // The error of a handler is unwrapped, so that its causes are printed.
        RewritingError::ContentHandlerError(error) => anyhow::Error::from_boxed(error),
        error => error.into(),
    })
}

/// Calls `visit` with each element that the CSS selector matches, in the order of the page.
///
/// # Errors
///
/// The first error of `visit`, or the reason why the page cannot be parsed.
pub fn visit(
    page: &str,
    selector: &str,
    mut visit: impl FnMut(&Element) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let handler = element!(selector, |element| Ok(visit(element)?));
    rewrite(page, RewriteStrSettings::new().append_element_content_handler(handler))?;
    Ok(())
}

/// The value of an attribute.
///
/// # Errors
/// When the element does not have it.
pub fn attribute(element: &Element, name: &str) -> anyhow::Result<String> {
    element
        .get_attribute(name)
        .with_context(|| format!("index.html has a <{}> without {name}", element.tag_name()))
}

/// The file of the build that an attribute names: its value without the `./` or `../` of a relative address. All files
/// but the pages are in the folder of the build.
///
/// # Errors
/// When the element does not have the attribute.
pub fn file(element: &Element, name: &str) -> anyhow::Result<String> {
    let address = attribute(element, name)?;
    let file = address.strip_prefix("../").or_else(|| address.strip_prefix("./"));
    Ok(file.unwrap_or(&address).to_owned())
}

#[cfg(test)]
mod tests {
    use anyhow::Context;
    use lol_html::{RewriteStrSettings, element};

    use super::{attribute, file, rewrite, visit};

    #[test]
    fn files_are_those_of_the_named_attribute() {
        let page = "<script src=\"./a.js\" data-src=\"b\"\n  data-module='../c.js'></script>";
        let mut count = 0;
        visit(page, "script", |script| {
            count += 1;
            assert_eq!(file(script, "src")?, "a.js");
            assert_eq!(file(script, "data-src")?, "b");
            assert_eq!(file(script, "data-module")?, "c.js");
            assert_eq!(attribute(script, "data-module")?, "../c.js");
            assert!(attribute(script, "module").is_err());
            Ok(())
        })
        .unwrap();
        assert_eq!(count, 1);
    }

    #[test]
    fn what_is_not_an_element_is_not_visited() {
        let page = "<!-- <img src=a> --><script>'<img src=b>'</script><p title='<img src=c>'>";
        visit(page, "img", |_| unreachable!()).unwrap();
    }

    #[test]
    fn an_error_keeps_its_causes() {
        let fail = element!("p", |_| {
            Err(anyhow::anyhow!("the cause")).context("what failed")?;
            Ok(())
        });
        let settings = RewriteStrSettings::new().append_element_content_handler(fail);
        let error = rewrite("<p>", settings).unwrap_err();
        assert_eq!(format!("{error:#}"), "what failed: the cause");
    }
}
