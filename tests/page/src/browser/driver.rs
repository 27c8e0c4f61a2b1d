//! A browser's driver as a process of this one.

use std::ffi::OsString;
use std::process::Stdio;

use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, ChildStdout, Command};

/// How to start a driver.
pub struct Program {
    /// The environment variable that names the file.
    pub variable: &'static str,
    /// What to look for in `PATH` otherwise.
    pub name: &'static str,
    pub arguments: &'static [&'static str],
    /// The Debian package that it is in.
    pub package: &'static str,
    /// What it prints before its port.
    pub port_follows: &'static str,
}

/// A running driver; it and its browser are killed on drop, so that not even a panic leaves one behind.
pub struct Driver {
    process: Child,
    port: u16,
    browser: Option<Pid>,
}

impl Driver {
    pub async fn start(program: &Program) -> Self {
        let file = std::env::var_os(program.variable).unwrap_or_else(|| OsString::from(program.name));
        let mut process = Command::new(&file)
            .args(program.arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap_or_else(|error| {
                let Program { variable, package, .. } = program;
                panic!(
                    "{} doesn't start ({error}): install {package}, or name it in {variable}",
                    file.display()
                )
            });
        let output = process.stdout.take().expect("its output is piped");
        let port = port(output, program.port_follows)
            .await
            .unwrap_or_else(|| panic!("{} ended without naming its port", file.display()));
        Self {
            process,
            port,
            browser: None,
        }
    }

    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Notes the browser's process, as the driver tells it.
    pub fn owns(&mut self, browser: Option<&Value>) {
        let number = browser
            .and_then(Value::as_i64)
            .and_then(|number| i32::try_from(number).ok());
        self.browser = number.and_then(Pid::from_raw);
    }

    pub fn browser(&self) -> Option<Pid> {
        self.browser
    }

    pub fn browser_has_ended(&mut self) {
        self.browser = None;
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.start_kill();
        if let Some(browser) = self.browser {
            let _ = kill_process(browser, Signal::KILL);
        }
    }
}

/// Reads the port, and then goes on reading, because a driver may end when nobody takes what it prints.
async fn port(output: ChildStdout, port_follows: &str) -> Option<u16> {
    let mut lines = BufReader::new(output).lines();
    let port = loop {
        let line = lines.next_line().await.ok()??;
        if let Some((_, port)) = line.split_once(port_follows) {
            break port.trim_end_matches('.').parse().ok()?;
        }
    };
    tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
    Some(port)
}
