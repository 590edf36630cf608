//! Programs that run at the same time. The output of each one is collected and printed when it has ended.

use std::fs::{self, File};
use std::io::IsTerminal;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Context;

/// How often the running jobs are reported, in a terminal and in a log.
const WATCHED_BEAT: Duration = Duration::from_secs(1);
const LOGGED_BEAT: Duration = Duration::from_secs(30);

/// The folder for the output of programs, relative to the repository's root.
pub const LOGS: &str = "target/xtask/logs";

/// A program to run.
pub struct Job {
    /// The name in the output, in [`Job::needs`] of other jobs, and of the log file.
    pub name: String,
    /// The job that must have passed before this one starts, if any.
    pub needs: Option<String>,
    /// The room that the job takes while it runs.
    pub size: u32,
    /// Whether no other job starts after this one has failed.
    pub ends_run: bool,
    /// Whether the output is printed only after a failure.
    pub is_quiet: bool,
    /// The program with its arguments.
    pub command: Command,
}

/// The result of a job.
#[derive(Debug)]
pub struct Outcome {
    /// The job's name.
    pub name: String,
    /// Whether the program succeeded.
    pub passed: bool,
    /// The duration of the job.
    pub seconds: f64,
    /// The complete output of the job.
    pub output: String,
}

/// The results of all jobs.
#[derive(Debug, Default)]
pub struct Report {
    /// The jobs that have run, in the order in which they ended.
    pub ended: Vec<Outcome>,
    /// The results of the failed end-to-end tests when they were run once more, by file and browser.
    pub again: Vec<Outcome>,
    /// The names of the jobs that were not started because another one failed.
    pub left_out: Vec<String>,
    /// The duration of the whole run.
    pub seconds: f64,
}

struct Running {
    name: String,
    size: u32,
    since: Instant,
}

/// Runs jobs in their order, as many at a time as fit into `room`. The next job is the first one whose needs
/// are met. If it does not fit, it waits, and so do all others. `about` is the approximate duration of the
/// run, if known. `logs` is the folder for the output.
///
/// # Errors
///
/// When a log cannot be written or a program cannot be started. A program that fails is part of the report.
pub fn run(
    mut waiting: Vec<Job>,
    room: u32,
    about: Option<Duration>,
    logs: &Path,
) -> anyhow::Result<Report> {
    fs::create_dir_all(logs).with_context(|| format!("{} cannot be written", logs.display()))?;
    let start = Instant::now();
    let total = waiting.len();
    let is_watched = std::io::stderr().is_terminal();
    let beat = if is_watched { WATCHED_BEAT } else { LOGGED_BEAT };
    let mut next_beat = start + beat;
    let mut running: Vec<Running> = Vec::new();
    let mut report = Report::default();
    let mut is_halted = false;
    let (sender, receiver) = mpsc::channel();
    loop {
        while !is_halted && let Some(index) = next(&waiting, &report.ended) {
            let size = waiting[index].size.min(room);
            if running.iter().map(|job| job.size).sum::<u32>() + size > room {
                break;
            }
            let job = waiting.remove(index);
            running.push(Running { name: job.name.clone(), size, since: Instant::now() });
            let log = logs.join(format!("{}.txt", job.name.replace(' ', "-")));
            let sender = sender.clone();
            thread::spawn(move || {
                let (ends_run, is_quiet) = (job.ends_run, job.is_quiet);
                // Sending fails only after the run has ended with an error.
                let _ =
                    sender.send(run_one(job, &log).map(|outcome| (outcome, ends_run, is_quiet)));
            });
        }
        if running.is_empty() {
            break;
        }
        match receiver.recv_timeout(next_beat.saturating_duration_since(Instant::now())) {
            Ok(ended) => {
                let (outcome, ends_run, is_quiet) = ended?;
                running.retain(|job| job.name != outcome.name);
                is_halted |= ends_run && !outcome.passed;
                clear_line(is_watched);
                print(&outcome, is_quiet);
                report.ended.push(outcome);
            }
            Err(RecvTimeoutError::Timeout) => {
                next_beat = Instant::now() + beat;
                clear_line(is_watched);
                let done = format!("{} of {total} done", report.ended.len());
                let line = status(&running, start.elapsed(), about, &done);
                if is_watched { eprint!("{line}") } else { eprintln!("{line}") }
            }
            Err(RecvTimeoutError::Disconnected) => unreachable!("a sender is kept here"),
        }
    }
    report.left_out = waiting.into_iter().map(|job| job.name).collect();
    report.seconds = start.elapsed().as_secs_f64();
    Ok(report)
}

/// The index of the first job whose needs are met.
fn next(waiting: &[Job], ended: &[Outcome]) -> Option<usize> {
    let has_passed = |name: &str| ended.iter().any(|job| job.passed && job.name == name);
    waiting.iter().position(|job| job.needs.as_deref().is_none_or(has_passed))
}

fn run_one(mut job: Job, log: &Path) -> anyhow::Result<Outcome> {
    let unwritable = || format!("{} cannot be written", log.display());
    // One file for both outputs keeps their lines in order.
    let file = File::create(log).with_context(unwritable)?;
    let start = Instant::now();
    let status = job
        .command
        .stdin(Stdio::null())
        .stdout(file.try_clone().with_context(unwritable)?)
        .stderr(file)
        .status()
        .with_context(|| format!("{} cannot be run", job.command.get_program().display()))?;
    let seconds = start.elapsed().as_secs_f64();
    let output = String::from_utf8_lossy(&fs::read(log)?).into_owned();
    Ok(Outcome { name: job.name, passed: status.success(), seconds, output })
}

fn print(outcome: &Outcome, is_quiet: bool) {
    let Outcome { name, passed, seconds, output } = outcome;
    let how = if *passed { "passed" } else { "FAILED" };
    eprintln!("\n=== {name} {how} after {seconds:.1} s");
    if !(*passed && is_quiet) {
        eprintln!("{}", output.trim_end());
    }
}

/// Erases the line that shows the running jobs in a terminal.
fn clear_line(is_watched: bool) {
    if is_watched {
        eprint!("\r\x1b[K");
    }
}

/// The line with the time of the run, its expected time if known, and the running jobs.
fn status(running: &[Running], elapsed: Duration, about: Option<Duration>, done: &str) -> String {
    let list: Vec<_> =
        running.iter().map(|job| format!("{} {}", job.name, clock(job.since.elapsed()))).collect();
    let about = about.map_or(String::new(), |about| format!(" of about {}", clock(about)));
    format!("[{}{about}, {done}] {}", clock(elapsed), list.join(", "))
}

/// A duration in minutes and seconds, such as `1:05`.
pub fn clock(time: Duration) -> String {
    let seconds = time.as_secs();
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;
    use std::process::Command;
    use std::time::{Duration, Instant};

    use super::{Job, Report, Running, clock, run, status};

    /// A folder for one test, which is removed after it.
    struct Scratch(PathBuf);

    impl Scratch {
        fn new(name: &str) -> Self {
            let id = std::process::id();
            let dir = std::env::temp_dir().join(format!("xtask-jobs-{name}-{id}"));
            std::fs::create_dir_all(&dir).unwrap();
            Self(dir)
        }

        /// Runs `sh` scripts, given as name, need, size and script.
        fn run(&self, jobs: &[(&str, Option<&str>, u32, &str)], room: u32) -> Report {
            let job = |&(name, needs, size, script): &(&str, Option<&str>, u32, &str)| {
                let mut command = Command::new("sh");
                command.current_dir(&self.0).args(["-c", script]);
                let ends_run = size == 3;
                let (name, needs) = (name.into(), needs.map(Into::into));
                Job { name, needs, size, ends_run, is_quiet: false, command }
            };
            run(jobs.iter().map(job).collect(), room, None, &self.0.join("logs")).unwrap()
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    fn names(report: &Report) -> Vec<&str> {
        report.ended.iter().map(|job| job.name.as_str()).collect()
    }

    #[test]
    fn what_fits_runs_side_by_side_and_what_needs_another_waits() {
        let scratch = Scratch::new("order");
        // The first two jobs wait for each other, so the run would never end if they ran one after the other.
        let meet = |own: &str, other: &str| {
            format!("touch {own}; until [ -e {other} ]; do sleep 0.01; done; echo {own} is there")
        };
        let [a, b] = [meet("a", "b"), meet("b", "a")];
        let jobs = [
            ("a", None, 3, a.as_str()),
            ("c", Some("b"), 2, "[ -e b ] && touch c"),
            ("b", None, 3, b.as_str()),
            ("d", Some("c"), 1, "[ -e c ]"),
        ];
        let report = scratch.run(&jobs, 6);
        assert!(report.ended.iter().all(|job| job.passed), "{report:?}");
        // "a" may end at any time after "b" has started.
        let mut in_need = names(&report);
        in_need.retain(|name| *name != "a");
        assert_eq!(in_need, ["b", "c", "d"]);
        let said: Vec<_> = report.ended.iter().map(|job| job.output.as_str()).collect();
        assert!(said.contains(&"a is there\n") && said.contains(&"b is there\n"));
    }

    #[test]
    fn what_does_not_fit_waits_for_its_turn() {
        let scratch = Scratch::new("room");
        let alone = "mkdir lock && sleep 0.02 && rmdir lock";
        let report =
            scratch.run(&[("a", None, 2, alone), ("b", None, 2, alone), ("c", None, 9, alone)], 3);
        assert_eq!(names(&report), ["a", "b", "c"]);
        assert!(report.ended.iter().all(|job| job.passed), "{report:?}");
    }

    #[test]
    fn a_failure_leaves_out_what_needs_it_and_what_it_ends() {
        let scratch = Scratch::new("failure");
        let jobs = [
            ("a", None, 2, "echo why; echo not >&2; exit 1"),
            ("b", Some("a"), 1, "true"),
            ("c", None, 2, "true"),
            ("d", None, 3, "false"),
            ("e", None, 1, "true"),
        ];
        let report = scratch.run(&jobs, 3);
        let ended: Vec<_> =
            report.ended.iter().map(|job| (job.name.as_str(), job.passed)).collect();
        assert_eq!(report.ended[0].output, "why\nnot\n");
        assert_eq!(ended, [("a", false), ("c", true), ("d", false)]);
        assert_eq!(report.left_out, ["b", "e"]);
    }

    #[test]
    fn the_status_compares_the_time_with_the_whole_where_that_is_known() {
        let running = [Running { name: "a".into(), size: 1, since: Instant::now() }];
        let elapsed = Duration::from_secs(70);
        let line = |about| status(&running, elapsed, about, "1 of 2 done");
        let about = Duration::from_secs(480);
        assert!(line(Some(about)).starts_with("[1:10 of about 8:00, 1 of 2 done] a 0:0"));
        assert!(line(None).starts_with("[1:10, 1 of 2 done] a 0:0"));
    }

    #[test]
    fn clocks_show_minutes_and_seconds() {
        assert_eq!(clock(Duration::from_secs(5)), "0:05");
        assert_eq!(clock(Duration::from_millis(65_900)), "1:05");
        assert_eq!(clock(Duration::from_secs(3600)), "60:00");
    }
}
