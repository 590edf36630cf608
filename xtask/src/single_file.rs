//! The whole build as a single HTML file, which opens by double-click without a server.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow, bail, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element};
use sha2::{Digest, Sha256};

use crate::{dist, html, pieces};

/// The file's name in the folder of the build.
pub const NAME: &str = "activation-lab.html";
/// The code with which boot.js reads the embedded files.
const UNPACK: &str = include_str!("single_file.js");
/// The code that shows the page in the reader's language.
const CHOOSE: &str = include_str!("choose_page.js");

/// Writes the build in `dist` into a single file beside the others, and returns its path. `tools` is the PATH with
/// binaryen's programs.
///
/// # Errors
///
/// When the build cannot be read, or refers to a file that this module cannot embed.
pub fn write(dist: &Path, tools: &OsStr) -> anyhow::Result<PathBuf> {
    let read = |file: &str| {
        let path = dist.join(file);
        fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))
    };
    let pages = dist::pages(dist)?;
    let others = pages.iter().filter(|name| *name != "index.html");
    let others: Vec<_> = others
        .map(|name| anyhow::Ok(String::from_utf8(read(name)?)?))
        .collect::<anyhow::Result<_>>()?;
    let whole = |main: &str, pieces: &[String]| match pieces {
        [] => read(main),
        pieces => pieces::whole(dist, main, pieces, tools),
    };
    let page = single(read, whole, &others)?;
    let path = dist.join(NAME);
    fs::write(&path, page).with_context(|| format!("{} cannot be written", path.display()))?;
    Ok(path)
}

/// The page with all files and the `others`, the pages in the other languages, embedded. `read` returns the files of the
/// build, and `whole` the main file of the WebAssembly with these pieces.
fn single(
    read: impl Fn(&str) -> anyhow::Result<Vec<u8>>,
    whole: impl Fn(&str, &[String]) -> anyhow::Result<Vec<u8>>,
    others: &[String],
) -> anyhow::Result<String> {
    let text = |file: &str| anyhow::Ok(String::from_utf8(read(file)?)?);
    let data = |file: &str| anyhow::Ok(data_address(file, &read(file)?)?);
    let page = text("index.html")?;

    let mut style = String::new();
    html::visit(&page, html::STYLE_SHEET, |link| {
        style += &text(&html::file(link, "href")?)?;
        Ok(())
    })?;
    let style = style.replace("</style", "<\\/style");
    let pieces = pieces::files(&page)?;
    let mut scripts = None;
    html::visit(&page, "script[src]", |element| {
        let boot = script(&text(&html::file(element, "src")?)?)?;
        let module = unwrapped(&text(&html::file(element, "data-module")?)?)?;
        let module = script(&format!("(() => {{\n{module}\n{UNPACK}}})();\n"))?;
        scripts = Some((boot, module, whole(&html::file(element, "data-wasm")?, &pieces)?));
        Ok(())
    })?;
    let (boot, module, wasm) = scripts.context("index.html has no script")?;
    let wasm = data_block("wasm", &wasm)?;

    let packed = |page: &str| {
        let files = pieces::others(page)?
            .into_iter()
            .map(|(name, file)| data_block(&format!("piece-{name}"), &read(&file)?));
        files.collect::<anyhow::Result<String>>()
    };
    let others = others
        .iter()
        .map(|page| template(page, &packed(page)?))
        .collect::<anyhow::Result<String>>()?;
    let own = packed(&page)?;
    let inline = |element: &mut Element, name| {
        let address = data(&html::file(element, name)?)?;
        anyhow::Ok(element.set_attribute(name, &address)?)
    };
    let mut sheet = Some(format!("<style>{style}</style>"));
    let [mut has_policy, mut has_body] = [false; 2];
    let meta = element!("meta[http-equiv=content-security-policy]", |meta| {
        let told = html::attribute(meta, "content")?;
        meta.set_attribute("content", &policy(&told, &[&boot, CHOOSE, &module], &style))?;
        has_policy = true;
        Ok(())
    });
    let boot_script = element!("script[src]", |script| {
        script.replace(&format!("<script>{boot}</script>"), ContentType::Html);
        Ok(())
    });
    let images = element!("img", |image| Ok(inline(image, "src")?));
    let links = element!("link", |link| {
        match html::attribute(link, "rel")?.as_str() {
            "stylesheet" => link.replace(&sheet.take().unwrap_or_default(), ContentType::Html),
            "icon" => inline(link, "href")?,
            // The pages are told apart by the query.
            "alternate" if link.has_attribute("data-page") => {
                let language = html::attribute(link, "hreflang")?;
                link.set_attribute("href", &format!("?lang={language}"))?;
            }
            "alternate" | "canonical" | "preload" | "modulepreload" | "manifest"
            | "apple-touch-icon" => link.remove(),
            other => Err(anyhow!("a link with rel={other} cannot be embedded"))?,
        }
        Ok(())
    });
    let previews = element!("meta[property^='og:image'], meta[property='og:url']", |meta| {
        meta.remove();
        Ok(())
    });
    let body = element!("body", |body| {
        body.prepend(&others, ContentType::Html);
        let app = format!("{own}<script>{CHOOSE}</script>\n{wasm}<script>{module}</script>\n  ");
        body.append(&app, ContentType::Html);
        has_body = true;
        Ok(())
    });
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(meta)
        .append_element_content_handler(boot_script)
        .append_element_content_handler(images)
        .append_element_content_handler(links)
        .append_element_content_handler(previews)
        .append_element_content_handler(body);
    let page = with_queries(&html::rewrite(&page, settings)?)?;
    ensure!(has_policy, "index.html has no policy");
    ensure!(has_body, "index.html has no body");
    Ok(page)
}

/// The page with links to the other languages that work in a single file.
fn with_queries(page: &str) -> anyhow::Result<String> {
    let switch = element!("a[hreflang]", |link| {
        let language = html::attribute(link, "hreflang")?;
        Ok(link.set_attribute("href", &format!("?lang={language}"))?)
    });
    html::rewrite(page, RewriteStrSettings::new().append_element_content_handler(switch))
}

/// A file as an element that shows nothing, in which `single_file.js` finds it.
fn data_block(id: &str, content: &[u8]) -> anyhow::Result<String> {
    let packed = STANDARD.encode(gzip(content)?);
    Ok(format!("<script id=\"{id}\" type=\"application/octet-stream\">{packed}</script>\n"))
}

/// The body of a page in another language, with its own files at the end, as a template element, which shows nothing by
/// itself.
fn template(page: &str, files: &str) -> anyhow::Result<String> {
    let (_, body) = page.split_once("<body>").context("a page has no body")?;
    let (body, _) = body.split_once("</body>").context("the body of a page does not end")?;
    let part = |start: &str, end: char| {
        let (_, rest) = page.split_once(start)?;
        rest.split(end).next()
    };
    let language = part("<html lang=\"", '"').context("a page has no language")?;
    let title = part("<title>", '<').context("a page has no title")?;
    let body = with_queries(body)?;
    Ok(format!(
        "<template id=\"page-{language}\" class=\"other-page\" data-title=\"{title}\">{body}{files}</template>\n"
    ))
}

/// Text for a script element. It contains nothing that ends the element or starts a comment.
fn script(text: &str) -> anyhow::Result<String> {
    // HTML turns carriage returns into line feeds, which would change the hash.
    ensure!(!text.contains('\r'), "a script has carriage returns");
    Ok(text.replace("</script", "<\\/script").replace("<!--", "<\\!--"))
}

/// A module of wasm-bindgen as plain statements for the body of a function.
fn unwrapped(module: &str) -> anyhow::Result<String> {
    let mut plain = String::new();
    for line in module.lines() {
        ensure!(!line.starts_with("import "), "the module imports another module: {line}");
        if !line.starts_with("export {") {
            plain += line.strip_prefix("export ").unwrap_or(line);
            plain += "\n";
        }
    }
    // The module uses this address only to find the WebAssembly by itself. In a plain script, `import.meta` is
    // a syntax error.
    let plain = plain.replace("import.meta.url", "document.baseURI");
    ensure!(!plain.contains("import.meta"), "the module uses import.meta");
    Ok(plain)
}

/// An equally strict policy for a page with embedded files: scripts and styles from the host are allowed by
/// their hashes, and pictures as `data:` addresses.
fn policy(told: &str, scripts: &[&str], style: &str) -> String {
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    let directive = |directive: &str| {
        let mut words = directive.split_whitespace();
        let name = words.next().unwrap_or_default();
        let mut sources: Vec<String> = match name {
            "script-src" => scripts.iter().map(|script| hash(script)).collect(),
            "style-src" => vec![hash(style)],
            "img-src" => vec!["data:".into()],
            _ => Vec::new(),
        };
        sources.extend(words.filter(|source| *source != "'self'").map(Into::into));
        if sources.is_empty() {
            sources.push("'none'".into());
        }
        format!("{name} {}", sources.join(" "))
    };
    told.split(';').map(directive).collect::<Vec<_>>().join("; ")
}

/// A picture as a `data:` address.
fn data_address(file: &str, content: &[u8]) -> anyhow::Result<String> {
    let kind = match Path::new(file).extension().and_then(|extension| extension.to_str()) {
        Some("svg") => "svg+xml",
        Some("png") => "png",
        _ => bail!("{file} cannot be embedded: its type is unknown"),
    };
    Ok(format!("data:image/{kind};base64,{}", STANDARD.encode(content)))
}

fn gzip(content: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(content)?;
    Ok(gzip.finish()?)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use anyhow::Context;
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use flate2::read::GzDecoder;

    use super::{policy, script, single, unwrapped};

    const PAGE: &str = r#"<head>
<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'">
<script>excuse();</script>
<script src="./boot.js" data-module="./app-1.js" data-wasm="./app-1_bg.wasm"></script>
<link rel="stylesheet" href="./a-1.css"/>
<link rel="stylesheet" href="./b-2.css"/>
<link rel="icon" href="icon.svg" type="image/svg+xml" />
<link rel="manifest" href="manifest.webmanifest" />
<link rel="modulepreload" href="./app-1.js"></head>
<body><img
  class="light"
  src="figure.svg"
/></body>
"#;
    const GLUE: &str = "export class A {}\nfunction __wbg_init() { return import.meta.url; }\nexport { __wbg_init as default };\n";

    fn file(name: &str) -> anyhow::Result<Vec<u8>> {
        let content = match name {
            "index.html" => PAGE,
            "boot.js" => "say(\"</script>\");\n",
            "app-1.js" => GLUE,
            "app-1_bg.wasm" => "\0asm",
            "a-1.css" => "a {}\n",
            "b-2.css" => "b {}\n",
            "icon.svg" | "figure.svg" => "<svg/>",
            _ => return None.context(name.to_owned()),
        };
        Ok(content.into())
    }

    fn main(name: &str, _: &[String]) -> anyhow::Result<Vec<u8>> {
        file(name)
    }

    #[test]
    fn everything_is_inside_and_nothing_is_asked_for() {
        let page = single(file, main, &[]).unwrap();
        let names = ["\"./", "app-1", ".css", "icon.svg", "figure.svg", "manifest", "preload"];
        for name in names {
            assert!(!page.contains(name), "{name} in {page}");
        }
        assert!(page.contains("<style>a {}\nb {}\n</style>"), "the sheets in their order");
        assert!(page.contains("<script>say(\"<\\/script>\");\n</script>"));
        assert!(page.contains("<script>excuse();</script>"), "what is inside stays");
        assert_eq!(page.matches("</script>").count(), 5);
        assert_eq!(page.matches("data:image/svg+xml;base64,PHN2Zy8+").count(), 2);
        let (_, packed) =
            page.split_once("id=\"wasm\" type=\"application/octet-stream\">").unwrap();
        let packed = STANDARD.decode(packed.split('<').next().unwrap()).unwrap();
        let mut wasm = Vec::new();
        GzDecoder::new(packed.as_slice()).read_to_end(&mut wasm).unwrap();
        assert_eq!(wasm, b"\0asm");
    }

    #[test]
    fn other_pages_are_templates() {
        let other = "<html lang=\"en\"><head><title>Lab</title></head>\n<body><h1>Hello</h1>\
            <a hreflang=\"ko\" href=\"../\">ko</a></body></html>";
        let page = single(file, main, &[other.to_owned()]).unwrap();
        let template = "<body><template id=\"page-en\" class=\"other-page\" data-title=\"Lab\"><h1>Hello</h1>\
            <a hreflang=\"ko\" href=\"?lang=ko\">ko</a></template>";
        assert!(page.contains(template), "{page}");
        assert!(single(file, main, &["<p>no page</p>".to_owned()]).is_err());
    }

    #[test]
    fn the_files_of_each_page_are_packed_into_it() {
        let with_list = |page: &str, file: &str| {
            let list = format!(
                " data-pieces=\"{{&quot;gallery&quot;:[&quot;{file}&quot;,&quot;&quot;]}}\""
            );
            page.replace("<script src=\"./boot.js\"", &format!("<script src=\"./boot.js\"{list}"))
        };
        let read = |name: &str| match name {
            "index.html" => Ok(with_list(PAGE, "gallery-ko.txt").into()),
            "gallery-ko.txt" | "gallery-en.txt" => Ok(name.into()),
            _ => file(name),
        };
        let other = "<html lang=\"en\"><head><title>Lab</title></head>\n<body><p>Hello</p>\
            <script src=\"./boot.js\"></script></body></html>";
        let page = single(read, main, &[with_list(other, "gallery-en.txt")]).unwrap();
        let packed: Vec<_> = page.split("id=\"piece-gallery\"").skip(1).collect();
        let contents = packed.into_iter().map(|rest| {
            let packed = STANDARD.decode(rest.split(['>', '<']).nth(1).unwrap()).unwrap();
            let mut content = String::new();
            GzDecoder::new(packed.as_slice()).read_to_string(&mut content).unwrap();
            content
        });
        // The other page is a template before everything else.
        assert_eq!(contents.collect::<Vec<_>>(), ["gallery-en.txt", "gallery-ko.txt"]);
    }

    #[test]
    fn a_link_without_a_rule_is_an_error() {
        let read = |name: &str| match name {
            "index.html" => Ok(PAGE.replace("rel=\"manifest\"", "rel=\"prefetch\"").into()),
            _ => file(name),
        };
        assert!(format!("{:#}", single(read, main, &[]).unwrap_err()).contains("prefetch"));
    }

    #[test]
    fn the_policy_allows_by_hash_what_it_allowed_from_the_host() {
        let told = "default-src 'none'; script-src 'self' 'sha256-0' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'";
        // The hashes come from `printf 'a' | openssl dgst -sha256 -binary | base64`, and the same for b and c.
        let [a, b, c] = [
            "ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=",
            "PiPoFgA5WUoziU9lZOGxNIu9egCI1CxKy3PurtWcAJ0=",
            "Ln0sA6lQeuJl7PW1NWiFpTOTogKdJBOUmXJloaJa78Y=",
        ];
        assert_eq!(
            policy(told, &["a", "b"], "c"),
            format!(
                "default-src 'none'; script-src 'sha256-{a}' 'sha256-{b}' 'sha256-0' 'wasm-unsafe-eval'; \
                 style-src 'sha256-{c}'; img-src data:; connect-src 'none'"
            )
        );
    }

    #[test]
    fn scripts_cannot_end_their_element() {
        assert_eq!(script("'</script>' + '<!--'").unwrap(), "'<\\/script>' + '<\\!--'");
        assert!(script("a\r\nb").is_err());
    }

    #[test]
    fn modules_become_statements_unless_they_need_others() {
        let plain = unwrapped(GLUE).unwrap();
        assert_eq!(plain, "class A {}\nfunction __wbg_init() { return document.baseURI; }\n");
        assert!(unwrapped("import { a } from './snippet.js';\n").is_err());
        assert!(unwrapped("import.meta.env;\n").is_err());
    }
}
