//! A list of stages that run in order until one fails.

use std::time::Instant;

use anyhow::{Context, bail};

/// One stage of a command.
pub struct Stage<'a> {
    /// The name for `--only`.
    pub name: &'static str,
    /// A description in one line.
    pub what: &'static str,
    /// The function that runs the stage.
    pub run: Box<dyn Fn() -> anyhow::Result<()> + 'a>,
}

impl<'a> Stage<'a> {
    /// A stage from its name, its description and its function.
    pub fn new(
        name: &'static str,
        what: &'static str,
        run: impl Fn() -> anyhow::Result<()> + 'a,
    ) -> Self {
        let run = Box::new(run);
        Self { name, what, run }
    }
}

/// Runs all stages, or only the one with the name `only`. Each has a heading, and its duration is printed.
///
/// # Errors
///
/// The error of the first stage that fails, which ends the run, or an unknown name.
pub fn run_all(stages: &[Stage], only: Option<&str>) -> anyhow::Result<()> {
    let chosen: Vec<_> =
        stages.iter().filter(|stage| only.is_none_or(|name| name == stage.name)).collect();
    if chosen.is_empty() {
        let names: Vec<_> = stages.iter().map(|stage| stage.name).collect();
        bail!("unknown stage; the stages are: {}", names.join(", "));
    }
    let start = Instant::now();
    for (i, stage) in chosen.iter().enumerate() {
        let count = chosen.len();
        eprintln!("\n=== {}/{count} {}: {}", i + 1, stage.name, stage.what);
        let stage_start = Instant::now();
        (stage.run)().with_context(|| format!("the stage `{}` failed", stage.name))?;
        let seconds = stage_start.elapsed().as_secs_f64();
        eprintln!("=== {} passed in {seconds:.1} s", stage.name);
    }
    let seconds = start.elapsed().as_secs_f64();
    eprintln!("\nall passed in {seconds:.1} s");
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use anyhow::bail;

    use super::{Stage, run_all};

    #[test]
    fn the_first_failure_ends_the_run() {
        let ran = RefCell::new(Vec::new());
        let stages = [
            Stage::new("one", "passes", || {
                ran.borrow_mut().push(1);
                Ok(())
            }),
            Stage::new("two", "fails", || {
                ran.borrow_mut().push(2);
                bail!("the reason")
            }),
            Stage::new("three", "is not reached", || {
                ran.borrow_mut().push(3);
                Ok(())
            }),
        ];
        let message = format!("{:#}", run_all(&stages, None).unwrap_err());
        assert_eq!(*ran.borrow(), [1, 2]);
        assert!(message.contains("two") && message.contains("the reason"));

        ran.borrow_mut().clear();
        run_all(&stages, Some("three")).unwrap();
        assert_eq!(*ran.borrow(), [3]);
        assert!(run_all(&stages, Some("four")).is_err());
    }
}
