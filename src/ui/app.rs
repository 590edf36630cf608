//! The page below its heading, brought piece by piece.

use super::address;
use super::browser::soon;
use super::cards::Card;
use super::demo::Demo;
use super::lab::Lab;
use super::lesson::{CARDS, CARDS_GRID, Contents, Part};
use super::place;
use super::present::Present;
use super::script_drawer::ScriptDrawer;
use crate::activations::{self, Activation};
use crate::demos;
use crate::view::View;
use leptos::context::provide_context;
use leptos::mount::mount_to;
use leptos::prelude::*;
use web_sys::HtmlElement;

/// What the lesson is made of.
enum Piece {
    /// What a demo has to work out, which is kept for it.
    Numbers(&'static demos::Demo),
    Demo(&'static demos::Demo),
    Part(&'static str),
    Card(&'static Activation),
}

/// Mounts the first demo into `main`, then the lesson piece by piece, so that the demo can be used before
/// the last piece has come; `whole` is called when it has.
///
/// Each piece is mounted by itself: within a view that changes, all of them would need code to be built
/// anew, 38 kB of it. And each in a task of its own, so that a slow machine answers in between.
pub fn mount(main: HtmlElement, lab: Lab, whole: impl FnOnce() + 'static) {
    if lab.is_embedded {
        let demo = lab.view.with_untracked(View::demo);
        main.set_inner_html("");
        mount_for_good(&main, lab, move || view! { <Demo demo /> });
        mount_for_good(&main, lab, || view! { <FullPage /> });
        return soon(whole);
    }
    soon(move || {
        // The skeleton has kept the room of what comes now.
        main.set_inner_html("");
        mount_for_good(&main, lab, || view! { <Present /> });
        mount_for_good(&main, lab, || view! { <Demo demo=&demos::ALL[0] /> });
        soon(move || {
            mount_for_good(&main, lab, || {
                view! {
                    <ScriptDrawer />
                    <Contents />
                }
            });
            bring(main, lab, pieces(), Box::new(whole));
        });
    });
}

/// The way from a demo in somebody's page to the whole lesson, at the same view.
#[component]
fn FullPage() -> impl IntoView {
    let lab = Lab::get();
    let link = Memo::new(move |_| lab.view.with(address::link));
    view! {
        <p class="full-page">
            <a href=link target="_blank" rel="noopener">
                {lab.say(|text| text.page.full_page)}
            </a>
        </p>
    }
}

/// The lesson in its order, but for the first demo, which is there.
fn pieces() -> impl Iterator<Item = Piece> {
    demos::stops().into_iter().skip(1).flat_map(|id| {
        let cards: &[Activation] = if id == CARDS { &activations::ALL } else { &[] };
        let pieces = match demos::Demo::find(id) {
            Some(demo) => vec![Piece::Numbers(demo), Piece::Demo(demo)],
            None => vec![Piece::Part(id)],
        };
        pieces.into_iter().chain(cards.iter().map(Piece::Card))
    })
}

/// Brings the rest of the lesson: its parts, and into them their demos and cards.
fn bring(
    main: HtmlElement,
    lab: Lab,
    mut pieces: impl Iterator<Item = Piece> + 'static,
    whole: Box<dyn FnOnce()>,
) {
    soon(move || {
        let Some(piece) = pieces.next() else { return whole() };
        match piece {
            Piece::Numbers(demo) => lab.view.with_untracked(|view| {
                (demo.readouts)(view.settings(demo), lab.text.get_untracked());
            }),
            Piece::Demo(demo) => {
                let part = demo.part.map_or_else(|| main.clone(), place);
                mount_for_good(&part, lab, move || view! { <Demo demo /> });
            }
            Piece::Part(id) => mount_for_good(&main, lab, move || view! { <Part id /> }),
            Piece::Card(activation) => {
                let card = move || view! { <Card activation demo=&demos::ALL[0] /> };
                mount_for_good(&place(CARDS_GRID), lab, card);
            }
        }
        soon(move || {
            // Has the browser lay it out now: else that would come on top of painting it, and of whatever
            // other pieces come before the next frame.
            let _ = main.offset_height();
            bring(main, lab, pieces, whole);
        });
    });
}

/// Mounts a view that stays as long as the page does.
fn mount_for_good<V: IntoView + 'static>(
    place: &HtmlElement,
    lab: Lab,
    view: impl FnOnce() -> V + 'static,
) {
    mount_to(place.clone(), move || {
        provide_context(lab);
        view()
    })
    .forget();
}
