//! Published links and the numbers that they must show. Lines are only added to the files. A line that has to be
//! changed would mean a broken link in somebody's lecture.

use crate::sources::rows_of_demo;
use activation_lab::demos;
use activation_lab::permalink;
use activation_lab::text;

/// The number in the `<output>` with this name, in the view of a link.
fn output(link: &str, name: &str) -> f64 {
    let view = permalink::decode(link);
    let demo = view.demo();
    let id = link.trim_start_matches('#').split('?').next().expect("a link begins with a demo");
    assert_eq!(demo.id, id, "{link}");
    let readouts = demo.experiment(view.settings(demo)).readouts(text::all()[0]);
    let mut cells = readouts.rows.into_iter().flat_map(|row| row.cells);
    cells.find(|cell| cell.name == name).unwrap_or_else(|| panic!("{link}: no {name}")).value
}

/// Whether the relative difference of two numbers is at most `part`.
fn is_near(got: f64, want: f64, part: f64) -> bool {
    (got - want).abs() <= part * want.abs()
}

/// A published link with a number that it must show (`src/demos/<id>/links.txt`).
struct Published {
    link: String,
    output: String,
    value: f64,
    /// The source of the value. `hand`: it follows by hand from small whole numbers and from the conventions at kinks.
    /// `mpmath`: another program computed it at 40 digits or more; the weights of stacks come from a second
    /// implementation of the generator, written from the paper on PCG. `page`: the page itself showed it when the link
    /// was published, for random numbers and trainings from seeds, whose models are tested elsewhere.
    source: String,
}

fn published(id: &str) -> Vec<Published> {
    let rows = rows_of_demo(id, "links.txt").into_iter();
    let published = rows.map(|row| match <[String; 4]>::try_from(row) {
        Ok([link, output, value, source]) => {
            let value = value.parse().unwrap_or_else(|_| panic!("{id}: not a number: {value}"));
            Published { link, output, value, source }
        }
        Err(row) => panic!("{id}/links.txt: a link, an output, its value and its source: {row:?}"),
    });
    published.collect()
}

#[test]
fn links_show_what_they_showed() {
    for demo in demos::ALL {
        for Published { link, output: name, value, source } in published(demo.id) {
            // Sums and products of numbers with few binary digits are exact. Elsewhere twelve digits: each of a
            // thousand layers adds some rounding in the sixteenth digit, and exponentials of platforms differ by 1e-16,
            // which a training amplifies.
            let part = match source.as_str() {
                "hand" => 0.0,
                "mpmath" | "page" => 1e-12,
                _ => panic!("{link}: an unknown source: {source}"),
            };
            let got = output(&link, &name);
            assert!(is_near(got, value, part), "{link} {name}: {got:?} instead of {value}");
        }
    }
}

#[test]
fn every_demo_has_its_links() {
    for demo in demos::ALL {
        assert!(published(demo.id).len() >= 2, "{}", demo.id);
    }
}

#[test]
fn a_step_after_the_end_of_a_run_becomes_the_end() {
    for (link, shown) in [
        ("chain?depth=4&step=99", "chain?depth=4"),
        ("chain?depth=4&step=10&lock=step", "chain?depth=4&lock=step"),
        ("chain?depth=4&step=9", "chain?depth=4&step=9"),
        ("chain?depth=4&step=0", "chain?depth=4&step=0"),
        ("collapse?depth=5&step=6", "collapse?depth=5"),
        ("collapse?depth=5&step=5", "collapse?depth=5&step=5"),
        ("descent?rate=0.3&step=29", "descent?rate=0.3"),
        ("alpha?alpha=1.4&rate=3.9&step=90", "alpha?alpha=1.4&rate=3.9"),
        ("classify?step=40", "classify?step=40"),
        ("maxout?x=2", "maxout?x=2"),
    ] {
        let mut view = permalink::decode(link);
        let demo = view.demo();
        view.end_run(demo);
        assert_eq!(permalink::encode(&view), shown, "{link}");
    }
}
