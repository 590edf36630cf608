//! The command line of `cargo xtask`.

use std::path::PathBuf;

use anyhow::bail;
use lexopt::{Arg, Parser, ValueExt};

/// The text of `cargo xtask help`.
pub const USAGE: &str = "\
cargo xtask serve [--dev] [--port N]   build, serve, print the address, rebuild after changes
                                       (--dev: a fast debug build)
cargo xtask build [--single-file]      release build into dist/, with its sizes
                  [--site URL]         (--single-file: also a single HTML file that needs no server;
                                       --site: the public address, for link previews and search engines)
cargo xtask tools                      install the missing build tools (other commands do this too)
cargo xtask test [--quick] [--only STAGE] [--browser NAME] [--name PATTERN] [FILTER...]
                                       all checks (--quick: e2e is only the smoke test in Chromium);
                                       STAGE: build, fmt, clippy, host, clippy-wasm or e2e;
                                       NAME: chromium, firefox or webkit;
                                       PATTERN: a part of the names of the tests to run;
                                       FILTER: a part of the names of the files in tests/e2e
cargo xtask monkey [--seed N] [--actions N] [--browser NAME]
                                       random actions on the page (default: 10,000)
cargo xtask properties [--seed N] [--cases N] [NAME]
                                       the host tests with random inputs (default: 100,000 each);
                                       NAME: a part of the names of the tests, such as `inputs`
cargo xtask bench                      the measurements of docs/benchmarks.md
cargo xtask lighthouse                 the ratings of the page by Lighthouse
cargo xtask shots [DIR] [FRAGMENT...]  pictures of the page (default DIR: target/shots)";

/// One command with its options.
#[derive(Debug, PartialEq)]
pub enum Command {
    /// Print [`USAGE`].
    Help,
    /// Build, serve and watch.
    Serve(ServeOptions),
    /// Release build.
    Build(BuildOptions),
    /// Install a build tool: the one of this package, or all that are missing.
    Tools(Option<String>),
    /// Run all checks.
    Test(TestOptions),
    /// Perform random actions on the page.
    Monkey(MonkeyOptions),
    /// Check the properties on many random inputs.
    Properties(PropertiesOptions),
    /// Run all measurements.
    Bench,
    /// Rate the page with Lighthouse.
    Lighthouse,
    /// Take pictures.
    Shots(ShotsOptions),
}

/// Options of `serve`.
#[derive(Debug, Default, PartialEq)]
pub struct ServeOptions {
    /// A debug build instead of a release build.
    pub dev: bool,
    /// The requested port; without it, the first free one.
    pub port: Option<u16>,
}

/// Options of `build`.
#[derive(Debug, Default, PartialEq)]
pub struct BuildOptions {
    /// Whether to write the build into a single HTML file as well.
    pub single_file: bool,
    /// The public address of the site, with a slash at its end.
    pub site: Option<String>,
}

/// Options of `test`.
#[derive(Debug, Default, PartialEq)]
pub struct TestOptions {
    /// Whether to run only one end-to-end file in one browser, instead of all files in all browsers.
    pub quick: bool,
    /// The only stage to run; all stages if absent.
    pub only: Option<String>,
    /// The only browser for the end-to-end tests; all browsers if absent.
    pub browser: Option<String>,
    /// A part of the names of the tests to run, or a regular expression for end-to-end tests; all tests if
    /// absent.
    pub name: Option<String>,
    /// Parts of the names of end-to-end files, any of which must match; all files if empty.
    pub filters: Vec<String>,
}

/// Options of `monkey`.
#[derive(Debug, Default, PartialEq)]
pub struct MonkeyOptions {
    /// The seed of the actions. The same seed gives the same actions.
    pub seed: Option<u32>,
    /// The number of actions.
    pub actions: Option<u32>,
    /// The only browser; all browsers if absent.
    pub browser: Option<String>,
}

/// Options of `properties`.
#[derive(Debug, Default, PartialEq)]
pub struct PropertiesOptions {
    /// The seed of the inputs. The same seed gives the same inputs.
    pub seed: Option<u64>,
    /// The number of inputs for each property.
    pub cases: Option<u32>,
    /// A part of the names of the tests; all tests if absent.
    pub name: Option<String>,
}

/// Options of `shots`.
#[derive(Debug, Default, PartialEq)]
pub struct ShotsOptions {
    /// The folder for the pictures, relative to the repository's root.
    pub dir: Option<PathBuf>,
    /// The views, as fragments of the address without `#`; the start page if empty.
    pub fragments: Vec<String>,
}

/// Reads a command line. An error names the argument that is not understood.
pub fn parse(mut parser: Parser) -> anyhow::Result<Command> {
    let Some(first) = parser.next()? else {
        return Ok(Command::Help);
    };
    let command = match first {
        Arg::Short('h') | Arg::Long("help") => Command::Help,
        Arg::Value(name) => match name.string()?.as_str() {
            "help" => Command::Help,
            "serve" => Command::Serve(serve(&mut parser)?),
            "build" => Command::Build(build(&mut parser)?),
            "tools" => Command::Tools(tools(&mut parser)?),
            "test" => Command::Test(test(&mut parser)?),
            "monkey" => Command::Monkey(monkey(&mut parser)?),
            "properties" => Command::Properties(properties(&mut parser)?),
            "bench" => Command::Bench,
            "lighthouse" => Command::Lighthouse,
            "shots" => Command::Shots(shots(&mut parser)?),
            other => bail!("unknown command `{other}`\n\n{USAGE}"),
        },
        other => return Err(other.unexpected().into()),
    };
    match parser.next()? {
        Some(rest) => Err(rest.unexpected().into()),
        None => Ok(command),
    }
}

fn serve(parser: &mut Parser) -> Result<ServeOptions, lexopt::Error> {
    let mut options = ServeOptions::default();
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("dev") => options.dev = true,
            Arg::Short('p') | Arg::Long("port") => options.port = Some(parser.value()?.parse()?),
            other => return Err(other.unexpected()),
        }
    }
    Ok(options)
}

fn build(parser: &mut Parser) -> Result<BuildOptions, lexopt::Error> {
    let mut options = BuildOptions::default();
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("single-file") => options.single_file = true,
            Arg::Long("site") => options.site = Some(parser.value()?.parse_with(site)?),
            other => return Err(other.unexpected()),
        }
    }
    Ok(options)
}

/// The address of a folder, with a slash at its end.
fn site(address: &str) -> Result<String, String> {
    if !["http://", "https://"].iter().any(|scheme| address.starts_with(scheme)) {
        return Err("it has to start with http:// or https://".to_owned());
    }
    if address.contains(['?', '#', '"', '<', ' ']) {
        return Err("it has to be the address of a folder".to_owned());
    }
    Ok(format!("{}/", address.trim_end_matches('/')))
}

fn tools(parser: &mut Parser) -> Result<Option<String>, lexopt::Error> {
    match parser.next()? {
        Some(Arg::Value(package)) => Ok(Some(package.string()?)),
        Some(other) => Err(other.unexpected()),
        None => Ok(None),
    }
}

fn test(parser: &mut Parser) -> Result<TestOptions, lexopt::Error> {
    let mut options = TestOptions::default();
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("quick") => options.quick = true,
            Arg::Long("only") => options.only = Some(parser.value()?.string()?),
            Arg::Long("browser") => options.browser = Some(parser.value()?.string()?),
            Arg::Long("name") => options.name = Some(parser.value()?.string()?),
            Arg::Value(filter) => options.filters.push(filter.string()?),
            other => return Err(other.unexpected()),
        }
    }
    Ok(options)
}

fn monkey(parser: &mut Parser) -> Result<MonkeyOptions, lexopt::Error> {
    let mut options = MonkeyOptions::default();
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("seed") => options.seed = Some(parser.value()?.parse()?),
            Arg::Long("actions") => options.actions = Some(parser.value()?.parse()?),
            Arg::Long("browser") => options.browser = Some(parser.value()?.string()?),
            other => return Err(other.unexpected()),
        }
    }
    Ok(options)
}

fn properties(parser: &mut Parser) -> Result<PropertiesOptions, lexopt::Error> {
    let mut options = PropertiesOptions::default();
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("seed") => options.seed = Some(parser.value()?.parse()?),
            Arg::Long("cases") => options.cases = Some(parser.value()?.parse()?),
            Arg::Value(name) if options.name.is_none() => options.name = Some(name.string()?),
            other => return Err(other.unexpected()),
        }
    }
    Ok(options)
}

fn shots(parser: &mut Parser) -> Result<ShotsOptions, lexopt::Error> {
    let mut options = ShotsOptions::default();
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Value(value) if options.dir.is_none() => options.dir = Some(value.into()),
            Arg::Value(value) => options.fragments.push(value.string()?),
            other => return Err(other.unexpected()),
        }
    }
    Ok(options)
}

#[cfg(test)]
mod tests {
    use super::{
        BuildOptions, Command, MonkeyOptions, PropertiesOptions, ServeOptions, ShotsOptions,
        TestOptions, parse,
    };

    fn command(line: &str) -> anyhow::Result<Command> {
        parse(lexopt::Parser::from_args(line.split_whitespace()))
    }

    #[test]
    fn commands_take_their_options() {
        assert_eq!(command("").unwrap(), Command::Help);
        assert_eq!(command("lighthouse").unwrap(), Command::Lighthouse);
        assert_eq!(command("tools").unwrap(), Command::Tools(None));
        assert_eq!(command("tools trunk").unwrap(), Command::Tools(Some("trunk".into())));
        let site = Some("https://example.org/lab/".to_owned());
        for (line, single_file, site) in [
            ("build", false, None),
            ("build --single-file", true, None),
            ("build --site https://example.org/lab", false, site.clone()),
            ("build --site https://example.org/lab/", false, site),
        ] {
            let build = BuildOptions { single_file, site };
            assert_eq!(command(line).unwrap(), Command::Build(build));
        }
        let serve = ServeOptions { dev: true, port: Some(9000) };
        assert_eq!(command("serve --port=9000 --dev").unwrap(), Command::Serve(serve));
        let test = TestOptions {
            quick: false,
            only: Some("e2e".into()),
            browser: Some("firefox".into()),
            name: Some("^mounts".into()),
            filters: vec!["smoke".into()],
        };
        assert_eq!(
            command("test --only e2e smoke --browser firefox --name ^mounts").unwrap(),
            Command::Test(test)
        );
        let quick = TestOptions { quick: true, ..TestOptions::default() };
        assert_eq!(command("test --quick").unwrap(), Command::Test(quick));
        let monkey =
            MonkeyOptions { seed: Some(7), actions: Some(50), browser: Some("webkit".into()) };
        let line = "monkey --seed 7 --actions=50 --browser webkit";
        assert_eq!(command(line).unwrap(), Command::Monkey(monkey));
        let properties =
            PropertiesOptions { seed: Some(3), cases: Some(9), name: Some("inputs".into()) };
        let line = "properties inputs --seed 3 --cases 9";
        assert_eq!(command(line).unwrap(), Command::Properties(properties));
        let shots =
            ShotsOptions { dir: Some("out".into()), fragments: vec!["explorer?f=tanh".into()] };
        assert_eq!(command("shots out explorer?f=tanh").unwrap(), Command::Shots(shots));
    }

    #[test]
    fn what_is_not_understood_is_refused_by_name() {
        for (line, named) in [
            ("sevre", "sevre"),
            ("build --fast", "fast"),
            ("serve --port many", "many"),
            ("serve --port 70000", "70000"),
            ("test --only", "only"),
        ] {
            let message = format!("{:#}", command(line).unwrap_err());
            assert!(message.contains(named), "`{line}` is refused with `{message}`");
        }
    }
}
