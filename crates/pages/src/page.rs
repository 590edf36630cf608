//! A page in one language, from the template.

use activation_lab::page::lesson::lesson;
use activation_lab::text::{self, Text};
use anyhow::ensure;
use lol_html::errors::RewritingError;
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::preview;

/// The folder of a page, seen from that of the first language: empty, or `en/`.
pub fn folder(text: &Text) -> String {
    if is_first(text) { String::new() } else { format!("{}/", text.id) }
}

/// The file with the gallery in the language of `text`. It is no page, so its name does not end like that of one: the
/// service worker takes a page in place of another file for a fault of the host.
pub fn gallery_file(text: &Text) -> String {
    format!("gallery-{}.txt", text.id)
}

fn is_first(text: &Text) -> bool {
    text.id == text::LANGUAGES[0].id
}

/// The page in the language of `text`. `site` is the public address of the site, if it is known.
///
/// # Errors
///
/// When the template cannot be parsed, or lacks a place that has to be filled.
pub fn page(template: &str, text: &Text, site: Option<&str>) -> anyhow::Result<String> {
    let words = &text.words.page;
    // The way from the page to the folder of the first language.
    let up = if is_first(text) { "./" } else { "../" };
    let [mut titles, mut lessons, mut switches] = [0; 3];

    let root = element!("html", |html| Ok(html.set_attribute("lang", text.id)?));
    let title = element!("title", |title| {
        title.set_inner_content(words.title, ContentType::Text);
        title.after(&links(text, site, up), ContentType::Html);
        titles += 1;
        Ok(())
    });
    let description = element!("meta[name=description]", |meta| {
        Ok(meta.set_attribute("content", words.description)?)
    });
    let others = element!(".either > [lang]", |part| {
        match part.get_attribute("lang") {
            Some(lang) if lang != text.id => part.remove(),
            _ if part.tag_name() == "span" => part.remove_and_keep_content(),
            _ => part.remove_attribute("lang"),
        }
        Ok(())
    });
    let either = element!(".either", |element| {
        let classes = element.get_attribute("class").unwrap_or_default();
        let classes: Vec<_> = classes.split_whitespace().filter(|it| *it != "either").collect();
        match classes.is_empty() {
            true => element.remove_attribute("class"),
            false => element.set_attribute("class", &classes.join(" "))?,
        }
        Ok(())
    });
    let main = element!("main", |main| {
        main.set_inner_content(lesson(text).as_str(), ContentType::Html);
        lessons += 1;
        Ok(())
    });
    let switch = element!("a[hreflang]", |link| {
        let language = link.get_attribute("hreflang").unwrap_or_default();
        if language == text.id {
            link.set_attribute("aria-current", "true")?;
        }
        if let Some(other) = text::all().into_iter().find(|other| other.id == language) {
            link.set_attribute("href", &address(up, other))?;
        }
        switches += 1;
        Ok(())
    });
    let languages = element!("nav.languages", |nav| {
        Ok(nav.set_attribute("aria-label", words.choose_language)?)
    });
    let body = element!("body", |body| {
        let data = text::data(text.id);
        body.append(
            &format!("<script id=\"words\" type=\"text/plain\">{data}</script>\n"),
            ContentType::Html,
        );
        Ok(())
    });
    // The files are beside the page of the first language.
    let files = element!("link[href], script[src], img[src]", |file| {
        for name in ["href", "src", "data-module", "data-wasm"] {
            if let Some(file_name) = file.get_attribute(name) {
                let file_name = file_name.strip_prefix("./").unwrap_or(&file_name);
                file.set_attribute(name, &format!("{up}{file_name}"))?;
            }
        }
        Ok(())
    });
    // boot.js fetches what is in this list. `cargo xtask build` adds hashes, and the pieces of the WebAssembly.
    let list = element!("script[data-wasm]", |script| {
        let list = format!("{{\"gallery\":[\"{}\",\"\"]}}", gallery_file(text));
        Ok(script.set_attribute("data-pieces", &list)?)
    });
    let handlers =
        [root, title, description, others, either, main, switch, languages, body, files, list];
    let settings = handlers
        .into_iter()
        .fold(RewriteStrSettings::new(), RewriteStrSettings::append_element_content_handler);
    let page = rewrite_str(template, settings).map_err(|error| match error {
        RewritingError::ContentHandlerError(error) => anyhow::Error::from_boxed(error),
        error => error.into(),
    })?;
    ensure!(titles == 1, "index.html has one title");
    ensure!(lessons == 1, "index.html has one main element for the lesson");
    ensure!(switches == text::LANGUAGES.len(), "index.html has a link to each language");
    Ok(page)
}

/// The address of a page from the folder `up`.
fn address(up: &str, text: &Text) -> String {
    format!("{up}{}", folder(text))
}

/// The links to the page in each language, and what link previews show.
///
/// The address of the first language's page leads readers on to the language that they prefer, so search engines get
/// it as the one for all other languages; `?lang=` keeps them on the page.
fn links(text: &Text, site: Option<&str>, up: &str) -> String {
    let words = &text.words.page;
    let public = |text: &Text| {
        let root = site.unwrap_or(up);
        let query = if is_first(text) { format!("?lang={}", text.id) } else { String::new() };
        format!("{}{query}", address(root, text))
    };
    let mut links = String::new();
    let mut line = |tag: &str| links.push_str(&format!("\n    {tag}"));
    for other in text::all() {
        line(&format!(
            "<link rel=\"alternate\" hreflang=\"{}\" href=\"{}\" data-page=\"{}\" />",
            other.id,
            public(other),
            address(up, other),
        ));
    }
    let root = site.unwrap_or(up);
    line(&format!("<link rel=\"alternate\" hreflang=\"x-default\" href=\"{root}\" />"));
    if site.is_some() {
        let own = public(text);
        line(&format!("<link rel=\"canonical\" href=\"{own}\" />"));
        line(&format!("<meta property=\"og:url\" content=\"{own}\" />"));
    }
    let (width, height) = preview::SIZE;
    let properties = [
        ("og:type", "website".to_owned()),
        ("og:site_name", words.title.to_owned()),
        ("og:title", words.title.to_owned()),
        ("og:description", words.description.to_owned()),
        ("og:locale", words.locale.to_owned()),
        ("og:image", format!("{root}{}", preview::FILE)),
        ("og:image:width", width.to_string()),
        ("og:image:height", height.to_string()),
        ("og:image:alt", words.preview.to_owned()),
    ];
    for (property, content) in properties {
        let content = activation_lab::markup::escaped(&content);
        line(&format!("<meta property=\"{property}\" content=\"{content}\" />"));
    }
    line("<meta name=\"twitter:card\" content=\"summary_large_image\" />");
    links
}

#[cfg(test)]
mod tests {
    use activation_lab::page::lesson::lesson;
    use activation_lab::text;

    use super::page;

    const TEMPLATE: &str = include_str!("../../../index.html");
    /// What trunk writes into the head.
    const TRUNK: &str = "<script src=\"./boot.js\" data-module=\"./app.js\" data-wasm=\"./app.wasm\"></script>\
        <link rel=\"stylesheet\" href=\"./a.css\"/></head>";

    fn template() -> String {
        TEMPLATE.replace("</head>", TRUNK)
    }

    #[test]
    fn each_page_is_in_one_language_and_complete() {
        for (text, up) in text::all().into_iter().zip(["./", "../"]) {
            let page = page(&template(), text, None).unwrap();
            let has = |part: &str| assert!(page.contains(part), "{} lacks {part}", text.id);
            has(&format!("<html lang=\"{}\"", text.id));
            has(&format!("<title>{}</title>", text.words.page.title));
            has(text.words.page.description);
            has(lesson(text).as_str());
            has(text::data(text.id));
            has(&format!(
                "src=\"{up}boot.js\" data-module=\"{up}app.js\" data-wasm=\"{up}app.wasm\""
            ));
            let list = format!("{{\"gallery\":[\"gallery-{}.txt\",\"\"]}}", text.id);
            has(&format!("data-pieces=\"{}\"", list.replace('"', "&quot;")));
            has(&format!("href=\"{up}a.css\""));
            has(&format!("href=\"{up}manifest.webmanifest\""));
            has(&format!("content=\"{up}preview.png\""));
            assert!(!page.contains(" class=\"either") && !page.contains(" either\""));
            let body = &page[page.find("<body>").unwrap()..];
            let is_korean = |letter: char| ('가'..='힣').contains(&letter);
            // The English page has the name of the other language, and no other Korean word outside of its words.
            let korean = body.split("<script").next().unwrap().replace("한국어", "");
            assert_eq!(korean.contains(is_korean), text.id == "ko");
        }
    }

    #[test]
    fn the_pages_refer_to_each_other() {
        let [ko, en] = text::all().map(|text| page(&template(), text, None).unwrap());
        for (page, addresses) in [(ko, ["./", "./en/"]), (en, ["../", "../en/"])] {
            for (language, address) in ["ko", "en"].into_iter().zip(addresses) {
                let link = format!("hreflang=\"{language}\" href=\"{address}");
                assert!(page.contains(&link), "{link}");
                assert!(page.contains(&format!("data-page=\"{address}\"")));
                let switch =
                    page.split("<a ").find(|tag| tag.contains(&format!("hreflang=\"{language}\"")));
                assert!(switch.unwrap().contains(&format!("href=\"{address}\"")));
            }
            assert!(!page.contains("canonical"));
            assert!(!page.contains("og:url"));
        }
    }

    #[test]
    fn a_public_address_makes_absolute_addresses() {
        let site = "https://example.org/lab/";
        let [ko, en] = text::all().map(|text| page(&template(), text, Some(site)).unwrap());
        for (page, own) in [(ko, format!("{site}?lang=ko")), (en, format!("{site}en/"))] {
            for part in [
                format!("<link rel=\"canonical\" href=\"{own}\" />"),
                format!("<meta property=\"og:url\" content=\"{own}\" />"),
                format!("<link rel=\"alternate\" hreflang=\"ko\" href=\"{site}?lang=ko\""),
                format!("<link rel=\"alternate\" hreflang=\"en\" href=\"{site}en/\""),
                format!("<link rel=\"alternate\" hreflang=\"x-default\" href=\"{site}\" />"),
                format!("<meta property=\"og:image\" content=\"{site}preview.png\" />"),
            ] {
                assert!(page.contains(&part), "{part}");
            }
        }
    }

    #[test]
    fn a_template_without_its_places_is_an_error() {
        for (place, what) in
            [("<title></title>", "title"), ("<main ", "main"), ("hreflang=\"en\"", "link")]
        {
            let broken = template().replacen(place, "<i ", 1);
            let error = page(&broken, text::all()[0], None).unwrap_err().to_string();
            assert!(error.contains(what), "{error}");
        }
    }
}
