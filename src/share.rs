//! Floor 4: code with which other pages, notebooks and papers show a view.

use crate::markup::html;
use crate::permalink;
use crate::view::View;

/// The formats for sharing a view, by id. Their names are in the words of the page.
pub const FORMATS: [&str; 7] =
    ["link", "html", "iframe", "markdown", "jupyter", "quarto", "bibtex"];

/// The height of a frame that cannot receive its content's height, in CSS pixels.
const HEIGHT: u32 = 900;

/// The code in a format that shows a view. `page` is the address of the lab's folder with a slash at its end,
/// `lang` the tag of a language, and `title` the title of the demo in that language.
///
/// # Panics
///
/// When `format` is not in [`FORMATS`].
pub fn snippet(format: &str, page: &str, view: &View, lang: &str, title: &str) -> String {
    let fragment = permalink::encode(view);
    let demo = view.demo().id;
    let live = format!("{page}?lang={lang}#{fragment}");
    let frame = format!("{page}?embed=1&lang={lang}#{fragment}");
    match format {
        "link" => live,
        "html" => {
            let code = html!(
                "<script src=\"{page}embed.js\" defer></script>\n<activation-lab view=\"{view}\" lang=\"{lang}\"></activation-lab>",
                page,
                view = fragment,
                lang,
            );
            code.into_string()
        }
        "iframe" => {
            let code = html!(
                "<iframe src=\"{frame}\" title=\"{title}\" loading=\"lazy\" width=\"100%\" height=\"{height}\"></iframe>",
                frame,
                title,
                height = HEIGHT,
            );
            code.into_string()
        }
        "markdown" => format!("[![{title}](activation-lab-{demo}.png)](<{live}>)"),
        "jupyter" => format!(
            "from IPython.display import IFrame\nIFrame(\"{frame}\", width=\"100%\", height={HEIGHT})"
        ),
        "quarto" => {
            format!("## {title} {{background-iframe=\"{frame}\" background-interactive=\"true\"}}")
        }
        "bibtex" => format!(
            "@misc{{activation-lab-{demo},\n  title = {{{{Activation Lab: {title}}}}},\n  howpublished = {{\\url{{{live}}}}}\n}}"
        ),
        _ => panic!("no format {format}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demos::ALL;
    use crate::text;

    const PAGE: &str = "https://example.org/lab/";

    fn said(format: &str, link: &str) -> String {
        snippet(format, PAGE, &permalink::decode(link), "en", "A & \"B\"")
    }

    #[test]
    fn snippets_are_what_their_formats_ask_for() {
        let link = "chain?f=tanh&depth=12";
        assert_eq!(
            said("link", "chain?depth=12&lock=w"),
            "https://example.org/lab/?lang=en#chain?depth=12&lock=w"
        );
        assert_eq!(
            said("html", link),
            "<script src=\"https://example.org/lab/embed.js\" defer></script>\n\
             <activation-lab view=\"chain?f=tanh&amp;depth=12\" lang=\"en\"></activation-lab>"
        );
        assert!(said("iframe", link).contains(
            "src=\"https://example.org/lab/?embed=1&amp;lang=en#chain?f=tanh&amp;depth=12\""
        ));
        assert!(said("iframe", link).contains("title=\"A &amp; &quot;B&quot;\""));
        let jupyter = said("jupyter", link);
        assert!(
            jupyter.contains(
                "IFrame(\"https://example.org/lab/?embed=1&lang=en#chain?f=tanh&depth=12\""
            )
        );
        assert!(
            said("markdown", link)
                .ends_with("](<https://example.org/lab/?lang=en#chain?f=tanh&depth=12>)")
        );
        assert!(said("quarto", link).starts_with("## A"));
        assert!(said("bibtex", link).contains("\\url{https://example.org/lab/?lang=en#chain?"));
    }

    /// No link contains characters that would end a string, an attribute or an address.
    #[test]
    fn links_need_no_more_escaping() {
        for demo in ALL {
            for preset in demo.presets {
                let fragment = permalink::encode(&permalink::decode(&format!(
                    "{}?{}",
                    demo.id, preset.settings
                )));
                assert!(
                    !fragment.contains(['"', '\\', '<', '>', ' ', '{', '}', '(', ')']),
                    "{fragment}"
                );
            }
        }
    }

    #[test]
    fn titles_fit_into_every_format() {
        for text in text::all() {
            for demo in ALL {
                let title = text.title(demo.id);
                assert!(!title.contains(['[', ']', '{', '}', '\\', '"']), "{title}");
            }
            for format in FORMATS {
                assert!(text.share_format(format).is_some(), "{} {format}", text.id);
            }
        }
    }
}
