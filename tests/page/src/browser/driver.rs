//! A browser's driver as a process of this one.

use std::ffi::{OsStr, OsString};
use std::net::{Ipv4Addr, TcpListener};
use std::process::Stdio;
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::process::{Child, Command};

use super::output::Output;
use super::processes;

/// How to start a driver.
pub struct Program {
    /// The environment variable that names the file.
    pub variable: &'static str,
    /// What to look for in `PATH` otherwise.
    pub name: &'static str,
    /// The Debian package that it is in.
    pub package: &'static str,
    /// How it comes to its port.
    pub port: Port,
}

/// How a driver comes to its port.
pub enum Port {
    /// With this argument it takes a free one, and prints it after this text.
    Chosen(&'static str, &'static str),
    /// It has to be told by this argument.
    Given(&'static str),
}

/// A running driver; it and its browser are killed on drop, so that not even a panic leaves one behind.
pub struct Driver {
    process: Child,
    port: u16,
    output: Output,
}

/// How often a driver is started at most: chromedriver, for one, takes a free port of IPv6's loopback and ends when that
/// of IPv4's is taken.
const ATTEMPTS: usize = 5;

impl Program {
    /// Whether it may be there: an empty variable says that it isn't.
    pub fn may_be_here(&self) -> bool {
        std::env::var_os(self.variable).is_none_or(|file| !file.is_empty())
    }
}

impl Driver {
    /// Starts it with these additions to its environment.
    pub async fn start(program: &Program, environment: &[(&str, &str)]) -> Self {
        let file = std::env::var_os(program.variable).unwrap_or_else(|| OsString::from(program.name));
        let mut printed = Vec::new();
        for _ in 0..ATTEMPTS {
            match Self::attempt(program, &file, environment).await {
                Ok(driver) => return driver,
                Err(lines) => printed.extend(lines),
            }
        }
        panic!("{} never listened:\n{}", file.display(), printed.join("\n"))
    }

    /// Starts it once; fails with what it printed if it never listens.
    async fn attempt(program: &Program, file: &OsStr, environment: &[(&str, &str)]) -> Result<Self, Vec<String>> {
        let (argument, given) = match program.port {
            Port::Chosen(argument, _) => (argument.to_owned(), None),
            Port::Given(argument) => {
                let port = free_port();
                (format!("{argument}{port}"), Some(port))
            }
        };
        let mut process = Command::new(file)
            .arg(argument)
            .envs(environment.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap_or_else(|error| {
                let Program { variable, package, .. } = program;
                let file = file.display();
                panic!("{file} doesn't start ({error}): install {package}, or name it in {variable}")
            });
        let mut output = Output::of(&mut process);
        let port = match (&program.port, given) {
            (Port::Chosen(_, follows), _) => Some(output.number_after(follows).await?),
            (Port::Given(_), port) => listening(port, &mut process).await,
        };
        let Some(port) = port else { return Err(output.take()) };
        Ok(Self { process, port, output })
    }

    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Its process, from which its browser's descend.
    pub fn process(&self) -> Option<i32> {
        self.process.id().and_then(|id| i32::try_from(id).ok())
    }

    /// What it and its browser have printed since the last call.
    pub fn output(&mut self) -> &mut Output {
        &mut self.output
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The driver last: without it, nobody would know whose its browser was.
        let family = self.process().map(processes::family).unwrap_or_default();
        family.into_iter().rev().for_each(processes::kill);
        let _ = self.process.start_kill();
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("loopback has a free port");
    listener.local_addr().expect("a bound socket has an address").port()
}

/// Waits until the driver listens at that port, which nothing tells, or has ended.
async fn listening(port: Option<u16>, driver: &mut Child) -> Option<u16> {
    let port = port?;
    for _ in 0..500 {
        let answers = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.is_ok();
        if !matches!(driver.try_wait(), Ok(None)) {
            return None;
        }
        if answers {
            return Some(port);
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    None
}
