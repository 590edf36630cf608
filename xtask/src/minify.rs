//! Removes comments and spaces from scripts and style sheets. Names stay as they are.

use std::fs;
use std::path::Path;

use anyhow::{Context, ensure};

use crate::dist;

/// Minifies the scripts of a build.
///
/// # Errors
///
/// When a script cannot be read or written, or is not written line by line as [`script`] expects.
pub fn scripts(dist: &Path) -> anyhow::Result<()> {
    for (name, content) in dist::files(dist)? {
        if name.ends_with(".js") {
            let short = script(&String::from_utf8(content)?).context(name.clone())?;
            fs::write(dist.join(name), short)?;
        }
    }
    Ok(())
}

/// A script without indents, empty lines, and lines that contain only a comment. Line breaks stay, because they can end
/// a statement.
fn script(script: &str) -> anyhow::Result<String> {
    let mut short = String::new();
    let mut is_comment = false;
    for line in script.lines().map(str::trim) {
        is_comment |= line.starts_with("/*");
        if is_comment {
            is_comment = !line.ends_with("*/");
            continue;
        }
        if line.is_empty() || line.starts_with("//") {
            continue;
        }
        // Within such a text, spaces at the beginning of a line count.
        ensure!(line.matches('`').count() % 2 == 0, "a text goes over several lines: {line}");
        short += line;
        short.push('\n');
    }
    Ok(short)
}

/// A style sheet without comments and without spaces that mean nothing.
pub fn style(style: &str) -> String {
    let mut short = String::new();
    let mut rest = style;
    while let Some(first) = rest.chars().next() {
        if rest.starts_with("/*") {
            rest = rest.split_once("*/").map_or("", |(_, after)| after);
        } else if first == '"' || first == '\'' {
            let text = quoted(rest, first);
            short += text;
            rest = &rest[text.len()..];
        } else if first.is_whitespace() {
            rest = rest.trim_start();
            // A comment between two spaces leaves one.
            if !short.ends_with([' ', '{', '}', ';', ',', ':']) && !short.is_empty() {
                short.push(' ');
            }
        } else {
            if matches!(first, '{' | '}' | ';' | ',') && short.ends_with(' ') {
                short.pop();
            }
            if first == '}' && short.ends_with(';') {
                short.pop();
            }
            short.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    short.truncate(short.trim_end().len());
    short
}

/// The quoted text at the beginning, with its quotes.
fn quoted(rest: &str, quote: char) -> &str {
    let mut is_escaped = false;
    for (at, letter) in rest.char_indices().skip(1) {
        if letter == quote && !is_escaped {
            return &rest[..=at];
        }
        is_escaped = letter == '\\' && !is_escaped;
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::{script, style};

    #[test]
    fn scripts_lose_indents_and_comments_only() {
        let long = "// A comment.\nconst a = 1; // stays\n\n/** About\n *  b. */\n  const b = `x ${a} // y`\n  /* c */\n";
        assert_eq!(script(long).unwrap(), "const a = 1; // stays\nconst b = `x ${a} // y`\n");
        assert!(script("const a = `x\n  y`;").is_err());
    }

    #[test]
    fn style_sheets_keep_the_spaces_that_count() {
        let long = "/* a */\n.a .b > :is(i, b):not(.c) {\n  margin: 0 calc(1px + 2px);\n  --x: \"a  ; /* b */ \\\"  c\";\n}\n\n\
            @media (max-width: 1px) and (hover) {\n  .a /* x */ .b { color: red; }\n}\n";
        assert_eq!(
            style(long),
            ".a .b > :is(i,b):not(.c){margin:0 calc(1px + 2px);--x:\"a  ; /* b */ \\\"  c\"}\
             @media (max-width:1px) and (hover){.a .b{color:red}}"
        );
        assert_eq!(style(""), "");
    }
}
