//! A screen that nobody sees, for browsers that can't do without.

use std::process::Stdio;

use tokio::process::{Child, Command};

use super::output::Output;

/// A running Xvfb, which ends on drop.
pub struct Display {
    number: u16,
    _process: Child,
}

impl Display {
    pub async fn start() -> Self {
        let mut process = Command::new("Xvfb")
            // It takes a display that is free, and prints its number.
            .args(["-displayfd", "1", "-screen", "0", "1280x1000x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap_or_else(|error| panic!("Xvfb doesn't start ({error}): install xvfb"));
        let number = Output::of(&mut process).number_after("").await;
        Self {
            number: number.expect("Xvfb prints its display's number"),
            _process: process,
        }
    }

    /// What `DISPLAY` has to be.
    pub fn name(&self) -> String {
        format!(":{}", self.number)
    }
}
