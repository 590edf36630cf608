//! `cargo xtask serve`: a local server that rebuilds the page.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use anyhow::{Context, bail};
use xshell::{Shell, cmd};

use crate::args::ServeOptions;
use crate::pieces::{self, FEATURE};
use crate::{build, offline};

const DEFAULT_PORT: u16 = 8080;
/// The number of ports that are tried, starting with the default.
const PORTS_TRIED: u16 = 20;

/// How often the background threads check for a change.
const LOOK: Duration = Duration::from_millis(200);

/// Builds, serves on the local machine, and rebuilds when a source changes. Ends with Ctrl-C.
pub fn run(sh: &Shell, options: &ServeOptions) -> anyhow::Result<()> {
    let port = choose_port(options.port)?.to_string();
    let path = build::set_up(sh, options.dev)?;
    let profile = (!options.dev).then_some("--release");
    announce(format!("127.0.0.1:{port}"));
    // In development builds the worker must not serve an old build from its cache, so it is not filled.
    let mut trunk = cmd!(sh, "trunk serve {profile...} --port {port} --skip-version-check");
    if options.dev {
        trunk = trunk.env("PATH", path);
    } else {
        let folder = pieces::folder(&sh.current_dir());
        trunk = trunk.args(["--features", FEATURE]).envs(pieces::environment(&folder, &path)?);
        keep_finished(sh.current_dir().join("dist"), folder);
    }
    trunk.run().context("the server ended for the reason above")
}

/// The requested port, or the first free one starting with the default.
fn choose_port(asked: Option<u16>) -> anyhow::Result<u16> {
    if let Some(port) = asked {
        if !is_free(port) {
            bail!("port {port} is in use: choose another one with --port, or leave out --port");
        }
        return Ok(port);
    }
    (DEFAULT_PORT..DEFAULT_PORT + PORTS_TRIED).find(|&port| is_free(port)).with_context(|| {
        let last = DEFAULT_PORT + PORTS_TRIED - 1;
        format!("the ports {DEFAULT_PORT} to {last} are all in use: choose another one with --port")
    })
}

/// Whether the port is free on both loopback addresses that the server uses.
fn is_free(port: u16) -> bool {
    let in_use = |address: IpAddr| {
        TcpListener::bind((address, port))
            .is_err_and(|error| error.kind() == std::io::ErrorKind::AddrInUse)
    };
    !in_use(Ipv4Addr::LOCALHOST.into()) && !in_use(Ipv6Addr::LOCALHOST.into())
}

/// Prints the address as soon as the server answers, which is after the first build.
fn announce(address: String) {
    thread::spawn(move || {
        while TcpStream::connect(&address).is_err() {
            thread::sleep(LOOK);
        }
        eprintln!("\n    Activation Lab is at http://{address}/ (Ctrl-C ends it)\n");
    });
}

/// Completes each build of trunk. Until then the page has no hashes and the worker caches nothing, which does
/// no harm.
fn keep_finished(dist: PathBuf, folder: PathBuf) {
    thread::spawn(move || {
        loop {
            if offline::is_due(&dist)
                && let Err(error) = build::finish(&dist, &folder)
            {
                eprintln!(
                    "the build has no hashes, and the page does not work without a network: {error:#}"
                );
                return;
            }
            thread::sleep(LOOK);
        }
    });
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;

    use super::choose_port;

    #[test]
    fn a_taken_port_is_refused_by_number_or_passed_over() {
        let taken = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = taken.local_addr().unwrap().port();
        let message = choose_port(Some(port)).unwrap_err().to_string();
        assert!(message.contains(&port.to_string()));
        drop(taken);
        assert_eq!(choose_port(Some(port)).unwrap(), port);
    }
}
