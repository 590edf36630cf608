//! The tags of a built page that bring files.

use anyhow::Context;

/// The page with each tag that brings a file replaced by what `by` makes of it.
pub fn replace_tags(
    page: &str,
    mut by: impl FnMut(&str) -> anyhow::Result<String>,
) -> anyhow::Result<String> {
    let mut replaced = String::new();
    let mut rest = page;
    while let Some(start) =
        ["<link", "<script", "<img"].iter().filter_map(|name| rest.find(name)).min()
    {
        let length = rest[start..].find('>').context("a tag of index.html does not end")? + 1;
        let (before, tag) = rest.split_at(start);
        let (tag, after) = tag.split_at(length);
        replaced += before;
        replaced += &by(tag)?;
        rest = after;
    }
    Ok(replaced + rest)
}

/// The value of a tag's attribute, without the `./` of a relative address.
pub fn attribute<'a>(tag: &'a str, name: &str) -> anyhow::Result<&'a str> {
    let open = format!("{name}=\"");
    let value = tag
        .match_indices(&open)
        // `src` is not `data-src`.
        .find(|(start, _)| tag[..*start].ends_with(char::is_whitespace))
        .and_then(|(start, _)| tag[start + open.len()..].split('"').next())
        .with_context(|| format!("index.html has no {name} in {tag}"))?;
    Ok(value.strip_prefix("./").unwrap_or(value))
}

#[cfg(test)]
mod tests {
    use super::{attribute, replace_tags};

    #[test]
    fn attributes_are_told_apart() {
        let tag = "<script src=\"./a.js\" data-src=\"b\"\n  data-module=\"./c.js\">";
        assert_eq!(attribute(tag, "src").unwrap(), "a.js");
        assert_eq!(attribute(tag, "data-src").unwrap(), "b");
        assert_eq!(attribute(tag, "data-module").unwrap(), "c.js");
        assert!(attribute(tag, "module").is_err());
    }

    #[test]
    fn tags_that_bring_files_are_replaced_and_the_rest_stays() {
        let page = "<p>a</p><link href=\"b\"/>\n<script src=\"c\"></script><img\n src=\"d\">";
        let replaced = replace_tags(page, |tag| Ok(format!("[{}]", tag.len()))).unwrap();
        assert_eq!(replaced, "<p>a</p>[16]\n[16]</script>[14]");
        assert!(replace_tags("<img", |_| unreachable!()).is_err());
    }
}
