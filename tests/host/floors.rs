//! Tests of the floors: a module imports only from its own floor or a lower one and never in a circle, and
//! only certain files use the browser, plotters or a clock. The sources are read as tokens, so that paths
//! inside macros count as well.

use crate::sources::sources;
use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};

/// The modules at the crate's root and their floors.
const FLOORS: [(&str, u8); 16] = [
    ("decimal", 0),
    ("markup", 0),
    ("split", 0),
    // The macro of `split`, which is exported at the root.
    ("piece", 0),
    ("models", 1),
    ("plot", 2),
    ("demos", 3),
    ("text", 3),
    ("page", 4),
    ("view", 4),
    ("permalink", 4),
    ("qr", 4),
    ("script", 4),
    ("share", 4),
    ("export", 4),
    ("ui", 5),
];

/// The files that join the floors and therefore belong to none.
const EXEMPT: [&str; 2] = ["lib.rs", "main.rs"];

const BROWSER: &[&str] = &["js_sys", "leptos", "wasm_bindgen", "web_sys"];
/// Names of clocks and random numbers, whose results differ on each call.
const CLOCKS_AND_DICE: &[&str] =
    &["Instant", "OsRng", "RandomState", "SystemTime", "getrandom", "thread_rng"];

#[test]
fn imports_only_go_down() {
    let files = sources();
    let violations: Vec<_> = files.iter().flat_map(|(file, source)| check(file, source)).collect();
    assert!(violations.is_empty(), "\n{}", violations.join("\n"));
    let circle = circle(&files);
    assert!(circle.is_none(), "a circle of imports: {}", circle.unwrap_or_default());
}

/// The path of a file's module from the crate's root.
fn module_of(file: &str) -> Vec<String> {
    let mut module: Vec<String> =
        file.trim_end_matches(".rs").split('/').map(String::from).collect();
    if module.last().is_some_and(|last| last == "mod") {
        module.pop();
    }
    module
}

/// The first circle of imports among the files, as the paths of its modules; `None` if there is none.
///
/// Imports in the tests of a file do not count, nor do imports between a module and the folder that contains
/// it: a registry imports its entries, and the entries import its types.
fn circle(files: &[(String, String)]) -> Option<String> {
    let files = files.iter().filter(|(file, _)| !EXEMPT.contains(&&**file));
    let modules: Vec<(Vec<String>, &str)> =
        files.map(|(file, source)| (module_of(file), &**source)).collect();
    let target = |path: &[String]| {
        let lengths = (1..=path.len()).rev();
        lengths.filter_map(|length| modules.iter().position(|(it, _)| *it == path[..length])).next()
    };
    let imports: Vec<Vec<usize>> = modules
        .iter()
        .map(|(module, source)| {
            let paths = imports_of(module, source);
            let targets = paths.iter().filter_map(|path| target(path));
            let is_kin = |other: &[String]| other.starts_with(module) || module.starts_with(other);
            targets.filter(|&other| !is_kin(&modules[other].0)).collect()
        })
        .collect();
    /// Extends the path `way`. Returns the circle that the path closes, if any.
    fn walk(imports: &[Vec<usize>], way: &mut Vec<usize>, done: &mut [bool]) -> Option<Vec<usize>> {
        let here = *way.last()?;
        for &next in &imports[here] {
            if let Some(start) = way.iter().position(|&passed| passed == next) {
                return Some(way[start..].to_vec());
            }
            if !done[next] {
                way.push(next);
                let found = walk(imports, way, done);
                if found.is_some() {
                    return found;
                }
                way.pop();
            }
        }
        done[here] = true;
        None
    }
    let mut done = vec![false; modules.len()];
    let found = (0..modules.len()).find_map(|start| walk(&imports, &mut vec![start], &mut done))?;
    let names: Vec<_> = found.iter().map(|&place| modules[place].0.join("::")).collect();
    Some(names.join(" -> "))
}

/// The paths from the crate's root that a module imports outside its tests.
fn imports_of(module: &[String], source: &str) -> Vec<Vec<String>> {
    fn walk(tokens: TokenStream, module: &[String], paths: &mut Vec<Vec<String>>) {
        let tokens: Vec<_> = tokens.into_iter().collect();
        let mut i = 0;
        while i < tokens.len() {
            if let Some((name, body)) = inline_module(&tokens[i..]) {
                if !is_after_cfg_test(&tokens[..i]) {
                    walk(body, &[module, &[name]].concat(), paths);
                }
                i += 3;
                continue;
            }
            match &tokens[i] {
                TokenTree::Ident(_) => {
                    let mut found = Vec::new();
                    i += read_path(&tokens[i..], &Vec::new(), &mut found);
                    paths.extend(found.iter().filter_map(|(path, _)| from_root(path, module)));
                    continue;
                }
                TokenTree::Group(group) => walk(group.stream(), module, paths),
                _ => {}
            }
            i += 1;
        }
    }
    let mut paths = Vec::new();
    walk(source.parse().expect("a source is Rust"), module, &mut paths);
    paths
}

/// The violations in a file, one line each, with file and line number.
fn check(file: &str, source: &str) -> Vec<String> {
    let mut module = module_of(file);
    let exempt = EXEMPT.contains(&file);
    let own_floor = floor(&module[0]);
    if exempt {
        module.clear();
    } else if own_floor.is_none() {
        return vec![format!("src/{file}: `{}` has no floor", module[0])];
    }
    let in_ui = own_floor == floor("ui");
    let mut checker = Checker {
        file,
        own_floor,
        may_use_browser: in_ui || ["decimal.rs", "main.rs"].contains(&file),
        may_use_clock: in_ui || exempt,
        may_use_canvas_backend: in_ui,
        may_use_plotters: file == "plot/paint.rs" || file.starts_with("plot/paint/"),
        violations: Vec::new(),
    };
    let tokens = source.parse().expect("a source is Rust");
    checker.walk(tokens, &module, false);
    checker.violations
}

fn floor(module: &str) -> Option<u8> {
    let found = FLOORS.iter().find(|(name, _)| *name == module);
    found.map(|&(_, floor)| floor)
}

struct Checker<'a> {
    file: &'a str,
    /// The floor of the file; `None` for exempt files.
    own_floor: Option<u8>,
    may_use_browser: bool,
    may_use_clock: bool,
    may_use_canvas_backend: bool,
    may_use_plotters: bool,
    violations: Vec<String>,
}

impl Checker<'_> {
    /// Checks every path and every name in `tokens`. `module` is the path of their module from the crate's
    /// root.
    fn walk(&mut self, tokens: TokenStream, module: &[String], in_tests: bool) {
        let tokens: Vec<_> = tokens.into_iter().collect();
        let mut i = 0;
        while i < tokens.len() {
            if let Some((name, body)) = inline_module(&tokens[i..]) {
                let in_tests = in_tests || is_after_cfg_test(&tokens[..i]);
                let inner = [module, &[name]].concat();
                self.walk(body, &inner, in_tests);
                i += 3;
                continue;
            }
            match &tokens[i] {
                TokenTree::Ident(name) if name == "pub" && is_visibility(tokens.get(i + 1)) => {
                    i += 1
                }
                TokenTree::Ident(_) => {
                    let mut paths = Vec::new();
                    i += read_path(&tokens[i..], &Vec::new(), &mut paths);
                    for (path, span) in paths {
                        self.check_path(&path, span, module, in_tests);
                    }
                    continue;
                }
                TokenTree::Group(group) => self.walk(group.stream(), module, in_tests),
                _ => {}
            }
            i += 1;
        }
    }

    fn check_path(&mut self, path: &[String], span: Span, module: &[String], in_tests: bool) {
        for name in path {
            self.check_name(name, span);
        }
        let starts_with = |names: &[&str]| {
            path.iter().zip(names).all(|(a, b)| a == b) && path.len() >= names.len()
        };
        if starts_with(&["std", "time"]) && !self.may_use_clock {
            self.report(span, "`std::time` below ui: time is an argument");
        }
        let glob = path.last().is_some_and(|last| last == "*");
        let prelude = starts_with(&["leptos", "prelude"]) && self.may_use_browser;
        if glob && !in_tests && !prelude {
            self.report(span, &format!("`{}` hides what it brings", path.join("::")));
        }
        if let Some(own_floor) = self.own_floor {
            self.check_climb(path, span, module, own_floor);
        }
    }

    fn check_name(&mut self, name: &str, span: Span) {
        let out_of_place = BROWSER.contains(&name) && !self.may_use_browser
            || CLOCKS_AND_DICE.contains(&name) && !self.may_use_clock
            || name == "plotters" && !self.may_use_plotters
            || name == "plotters_canvas" && !self.may_use_canvas_backend;
        if out_of_place {
            self.report(span, &format!("`{name}` has no place here"));
        }
    }

    fn check_climb(&mut self, path: &[String], span: Span, module: &[String], own_floor: u8) {
        let Some(absolute) = from_root(path, module) else {
            return;
        };
        let written = path.join("::");
        let Some(top) = absolute.first() else {
            return self.report(span, &format!("`{written}` is the root, above every floor"));
        };
        match floor(top) {
            None => self.report(span, &format!("`{written}`: `{top}` has no floor")),
            Some(floor) if floor > own_floor => self.report(
                span,
                &format!("`{written}` climbs from floor {own_floor} to floor {floor}"),
            ),
            Some(_) => {}
        }
    }

    fn report(&mut self, span: Span, what: &str) {
        let line = span.start().line;
        self.violations.push(format!("src/{}:{line}: {what}", self.file));
    }
}

/// The path from the crate's root, if it starts with `crate`, `self` or `super`.
fn from_root(path: &[String], module: &[String]) -> Option<Vec<String>> {
    let (base, mut rest) = match path.first()?.as_str() {
        "crate" => (&[][..], &path[1..]),
        // A lone `self` is a value, not a path.
        "self" if path.len() > 1 => (module, &path[1..]),
        "super" => (module, path),
        _ => return None,
    };
    let mut absolute = base.to_vec();
    while let Some((_, tail)) = rest.split_first().filter(|(first, _)| *first == "super") {
        absolute.pop();
        rest = tail;
    }
    absolute.extend(rest.iter().filter(|name| *name != "self").cloned());
    Some(absolute)
}

/// Reads a path or a tree of imports that starts at an identifier. Appends every full path and returns the
/// number of tokens read.
fn read_path(
    tokens: &[TokenTree],
    prefix: &[String],
    paths: &mut Vec<(Vec<String>, Span)>,
) -> usize {
    let mut path = prefix.to_vec();
    let mut i = 0;
    let mut span = tokens[0].span();
    loop {
        match tokens.get(i) {
            Some(TokenTree::Ident(name)) => {
                path.push(name.to_string().trim_start_matches("r#").into());
                span = name.span();
                i += 1;
            }
            Some(TokenTree::Punct(star)) if star.as_char() == '*' => {
                path.push("*".into());
                paths.push((path, star.span()));
                return i + 1;
            }
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                for branch in split_at_commas(group.stream()) {
                    read_path(&branch, &path, paths);
                }
                return i + 1;
            }
            // For example the `<` of a turbofish.
            _ => break,
        }
        if !is_double_colon(&tokens[i..]) {
            break;
        }
        i += 2;
    }
    paths.push((path, span));
    i
}

fn is_double_colon(tokens: &[TokenTree]) -> bool {
    let is_colon = |token: Option<&TokenTree>| matches!(token, Some(TokenTree::Punct(p)) if p.as_char() == ':');
    is_colon(tokens.first()) && is_colon(tokens.get(1))
}

fn split_at_commas(stream: TokenStream) -> Vec<Vec<TokenTree>> {
    let tokens: Vec<_> = stream.into_iter().collect();
    tokens
        .split(|token| matches!(token, TokenTree::Punct(p) if p.as_char() == ','))
        .filter(|branch| !branch.is_empty())
        .map(<[TokenTree]>::to_vec)
        .collect()
}

/// The name and the body of `mod name { … }`, if the tokens start with one.
fn inline_module(tokens: &[TokenTree]) -> Option<(String, TokenStream)> {
    match tokens {
        [TokenTree::Ident(keyword), TokenTree::Ident(name), TokenTree::Group(body), ..]
            if keyword == "mod" && body.delimiter() == Delimiter::Brace =>
        {
            Some((name.to_string(), body.stream()))
        }
        _ => None,
    }
}

/// Whether the token is the `(crate)` or `(super)` of `pub(…)`, which imports nothing.
fn is_visibility(token: Option<&TokenTree>) -> bool {
    match token {
        Some(TokenTree::Group(scope)) => {
            ["crate", "super", "self"].contains(&scope.stream().to_string().as_str())
        }
        _ => false,
    }
}

/// Whether the tokens end with `#[cfg(test)]`.
fn is_after_cfg_test(tokens: &[TokenTree]) -> bool {
    match tokens {
        [.., TokenTree::Punct(hash), TokenTree::Group(attribute)] => {
            hash.as_char() == '#' && attribute.stream().to_string().replace(' ', "") == "cfg(test)"
        }
        _ => false,
    }
}

/// Lines of place | source | name in the message of the violation.
const REFUSED: &str = r##"
models/neuron.rs    | use crate::plot::Scene; | floor 2
models/mod.rs       | use super::plot; | floor 2
models/neuron.rs    | use super::super::demos; | floor 3
markup.rs           | fn f() { super::models::run() } | floor 1
models/chain.rs     | use crate::{markup, plot::{Scene}}; | plot::Scene
plot/scene.rs       | use crate::{self as lab, demos}; | demos
plot/scene.rs       | use crate::{self as lab}; | root
plot/scene.rs       | use crate as lab; | root
plot/scene.rs       | fn f() { let x = crate::demos::ALL; } | demos
plot/scene.rs       | fn f() { format!("{}", crate::text::NAME); } | text
plot/scene.rs       | #[cfg(test)] mod tests { use super::super::super::demos; } | demos
plot/scene.rs       | macro_rules! m { () => { $crate::demos::ALL } } | demos
demos/explorer.rs   | use crate::view::View; | floor 4
text/facts.rs       | pub use crate::permalink; | floor 4
view.rs             | use self::super::ui::App; | floor 5
view.rs             | use crate::r#ui::App; | floor 5
view.rs             | use crate::Reexported; | Reexported
shapes.rs           | | shapes
shapes/mod.rs       | | shapes
plot/scene.rs       | use plotters::style::RGBColor; | plotters
ui/canvas.rs        | use plotters::prelude::DrawingBackend; | plotters
plot/paint.rs       | use plotters_canvas::CanvasBackend; | plotters_canvas
view.rs             | use web_sys::Window; | web_sys
view.rs             | use leptos::prelude::*; | prelude::*
lib.rs              | use wasm_bindgen::JsCast; | wasm_bindgen
models/chain.rs     | use std::time::Duration; | std::time
models/chain.rs     | use std::{fmt, time}; | std::time
models/chain.rs     | fn f(t: Instant) {} | Instant
models/chain.rs     | fn f() { rand::thread_rng() } | thread_rng
models/neuron.rs    | use super::*; | super::*
models/neuron.rs    | use std::f64::{consts::{PI, *}}; | consts::*
models/neuron.rs    | #[cfg(unix)] mod m { use super::*; } | super::*
ui/app.rs           | use crate::view::*; | view::*
"##;

/// Lines of place | source without a violation.
const ACCEPTED: &str = r##"
models/neuron.rs    | use crate::markup; use super::{Chain, network::Network};
models/neuron.rs    | /* crate::ui */ const S: &str = "crate::ui"; #[doc = "[`crate::plot`]"] struct R;
models/neuron.rs    | #[cfg(test)] mod tests { use super::*; use proptest::prelude::*; }
models/neuron.rs    | impl A { fn f(&self, x: f64) -> f64 { self.a * x + Self::B * { *x } } }
models/neuron.rs    | fn plot<'a>(x: &'a str) { super::list::<f64>(); }
demos/explorer.rs   | use crate::{models::{self, chain}, plot::Scene, text};
plot/paint.rs       | use plotters::style::RGBColor;
plot/paint/line.rs  | use plotters::backend::DrawingBackend;
permalink.rs        | use crate::view::View; pub(crate) fn f() {} pub(super) fn g() {}
ui/app.rs           | use leptos::prelude::*; use plotters_canvas::CanvasBackend; use std::time::Duration;
main.rs             | use leptos::mount::mount_to; use activation_lab::ui::App;
lib.rs              | pub mod models; pub mod ui;
"##;

#[test]
fn what_climbs_or_is_out_of_place_is_found() {
    for line in REFUSED.trim().lines() {
        let [file, source, named] = columns(line);
        let violations = check(file, source);
        assert!(
            violations.iter().any(|violation| violation.contains(named)),
            "{file} with `{source}` must be refused for `{named}`: {violations:?}"
        );
    }
}

#[test]
fn what_stays_on_its_floor_is_left_alone() {
    for line in ACCEPTED.trim().lines() {
        let [file, source] = columns(line);
        let violations = check(file, source);
        assert!(violations.is_empty(), "{file} with `{source}`: {violations:?}");
    }
}

#[test]
fn circles_are_found() {
    let circle = |files: &[(&str, &str)]| {
        circle(
            &files
                .iter()
                .map(|(file, source)| ((*file).into(), (*source).into()))
                .collect::<Vec<_>>(),
        )
    };
    let round = [
        ("plot/axis.rs", "use super::scene::Ticks;"),
        ("plot/clip.rs", "use super::axis::Interval;"),
        ("plot/scene.rs", "use crate::{plot::clip::{self, Point}};"),
        ("plot/theme.rs", "use super::axis;"),
    ];
    assert_eq!(circle(&round).as_deref(), Some("plot::axis -> plot::scene -> plot::clip"));
    assert_eq!(circle(&round[1..]), None);
    let in_code = [
        ("ui/lab.rs", "fn f() { super::address::go() }"),
        ("ui/address.rs", "use super::lab::Lab;"),
    ];
    assert!(circle(&in_code).is_some());
    let in_tests = [
        ("view.rs", "#[cfg(test)] mod tests { use crate::permalink; }"),
        ("permalink.rs", "use crate::view::View;"),
    ];
    assert_eq!(circle(&in_tests), None);
    let registry = [
        ("demos/mod.rs", "mod chain; use self::chain::DEMO;"),
        ("demos/chain.rs", "use super::Demo;"),
    ];
    assert_eq!(circle(&registry), None);
}

fn columns<const N: usize>(line: &str) -> [&str; N] {
    let columns: Vec<_> = line.split('|').map(str::trim).collect();
    columns.try_into().expect("a line has all its columns")
}
