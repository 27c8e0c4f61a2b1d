//! The same loop without a browser, as a process that computes when asked to.

use std::env;
use std::process::Stdio;

use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, Lines};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};

/// Names the program, which `cargo xtask bench` builds.
const PROGRAM: &str = "NATIVE_LOOP";

/// The running program; it is killed on drop.
pub struct Native {
    questions: ChildStdin,
    answers: Lines<BufReader<ChildStdout>>,
    _process: Child,
}

impl Native {
    /// Starts it.
    pub fn start() -> Self {
        let program =
            env::var_os(PROGRAM).unwrap_or_else(|| panic!("{PROGRAM} names no program: use cargo xtask bench"));
        let mut process = Command::new(program)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("the native loop starts");
        Self {
            questions: process.stdin.take().expect("it is piped"),
            answers: BufReader::new(process.stdout.take().expect("it is piped")).lines(),
            _process: process,
        }
    }

    /// How many milliseconds a job takes.
    pub async fn time(&mut self, job: &serde_json::Value) -> f64 {
        let question = format!("{job}\n");
        self.questions
            .write_all(question.as_bytes())
            .await
            .expect("the native loop listens");
        let answer = self.answers.next_line().await.ok().flatten();
        answer
            .and_then(|line| line.parse().ok())
            .expect("the native loop answers with a time")
    }
}
