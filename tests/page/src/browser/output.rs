//! What a program prints, line by line.

use std::time::Duration;

use tokio::io::{AsyncBufReadExt as _, AsyncRead, BufReader};
use tokio::process::Child;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::time::timeout;

/// The lines that a program has printed and nobody has read yet. They are always taken from it, because it may hang or end
/// when nobody does.
pub struct Output(UnboundedReceiver<String>);

impl Output {
    /// Of a program that was started with its output piped.
    pub fn of(process: &mut Child) -> Self {
        let (sender, lines) = unbounded_channel();
        if let Some(stdout) = process.stdout.take() {
            tokio::spawn(pass_on(stdout, sender.clone()));
        }
        if let Some(stderr) = process.stderr.take() {
            tokio::spawn(pass_on(stderr, sender));
        }
        Self(lines)
    }

    /// Waits for the number that the program prints after this text; fails with what it printed if it ends before.
    pub async fn number_after(&mut self, text: &str) -> Result<u16, Vec<String>> {
        let mut lines = Vec::new();
        while let Some(line) = self.0.recv().await {
            let number = line.split_once(text).map(|(_, number)| number.trim_end_matches('.'));
            if let Some(number) = number.and_then(|number| number.parse().ok()) {
                return Ok(number);
            }
            lines.push(line);
        }
        Err(lines)
    }

    /// Waits for a line with this text, though not for ever; returns the lines before it.
    pub async fn until(&mut self, text: &str, limit: Duration) -> Vec<String> {
        let mut lines = Vec::new();
        while let Ok(Some(line)) = timeout(limit, self.0.recv()).await {
            if line.contains(text) {
                break;
            }
            lines.push(line);
        }
        lines
    }

    /// What is there.
    pub fn take(&mut self) -> Vec<String> {
        std::iter::from_fn(|| self.0.try_recv().ok()).collect()
    }
}

async fn pass_on(stream: impl AsyncRead + Unpin, lines: UnboundedSender<String>) {
    let mut reader = BufReader::new(stream);
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line).await.is_ok_and(|length| length > 0) {
        let _ = lines.send(String::from_utf8_lossy(&line).trim_end().to_owned());
        line.clear();
    }
}
