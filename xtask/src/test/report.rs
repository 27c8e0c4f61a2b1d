//! What the tests have come to, counted in what their runners print while it goes to the terminal.

use std::io::{self, BufRead as _, BufReader, Write as _};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::process::describe;

/// The results of all parts of the tests.
#[derive(Default)]
pub struct Report {
    part: &'static str,
    passed: i32,
    failed: i32,
    /// What failed, as far as its runner names it.
    failures: Vec<String>,
    /// What could not be tested here, by name and reason.
    skipped: Vec<String>,
}

impl Report {
    /// What comes next is of this part.
    pub fn begin(&mut self, part: &'static str) {
        self.part = part;
    }

    /// Adds what went wrong besides tests. It counts as one that failed.
    pub fn fail(&mut self, name: &str) {
        eprintln!("error: {name}");
        self.failed += 1;
        self.failures.push(format!("{}: {name}", self.part));
    }

    /// Adds what can't be tested here.
    pub fn skip(&mut self, name: &str) {
        self.skipped.push(format!("{}: {name}", self.part));
    }

    /// Runs a command, shows what it prints, and adds its results. One that fails without a test that failed has crashed.
    pub fn run(&mut self, command: &mut Command) -> Result<()> {
        let name = describe(command);
        // One pipe for both, so that what is printed stays in its order.
        let (output, input) = io::pipe()?;
        command.stdout(input.try_clone()?).stderr(input);
        command.env("CARGO_TERM_COLOR", "never").env_remove("FORCE_COLOR");
        let child = command.spawn();
        // The pipe ends when nobody can write to it any more, and the command still could.
        command.stdout(io::stdout()).stderr(io::stderr());
        let mut child = child.with_context(|| format!("can't start {name}"))?;

        let failed_before = self.failed;
        let mut output = BufReader::new(output);
        let mut line = Vec::new();
        while output.read_until(b'\n', &mut line)? > 0 {
            io::stdout().write_all(&line)?;
            self.read(String::from_utf8_lossy(&line).trim());
            line.clear();
        }
        let status = child.wait()?;
        if !status.success() && self.failed == failed_before {
            self.fail(&format!("{name} ({status})"));
        }
        Ok(())
    }

    /// Reads a line of cargo's tests, node's or wasm-bindgen's.
    fn read(&mut self, line: &str) {
        let words: Vec<&str> = line.split(' ').collect();
        let number = |place: usize| words.get(place).and_then(|word| word.parse().ok()).unwrap_or(0);
        match words[..] {
            ["SKIPPED", ..] => {
                self.skip(&words[1..].join(" "));
                // Its runner takes a test that returns for one that passed.
                self.passed -= 1;
            }
            ["test", name, "...", "FAILED" | "FAIL"] => self.failures.push(format!("{}: {name}", self.part)),
            // "test result: FAILED. 1 passed; 2 failed; ..."
            ["test", "result:", ..] => {
                self.passed += number(3);
                self.failed += number(5);
            }
            ["ℹ", "pass", ..] => self.passed += number(2),
            ["ℹ", "fail" | "cancelled", ..] => self.failed += number(2),
            _ => {}
        }
    }

    /// Prints what failed or was skipped and, as the last line, the totals.
    pub fn close(self) -> ExitCode {
        for name in &self.failures {
            println!("FAILED {name}");
        }
        for name in &self.skipped {
            println!("SKIPPED {name}");
        }
        let (passed, failed, skipped) = (self.passed, self.failed, self.skipped.len());
        println!("{passed} passed, {failed} failed, {skipped} skipped");
        ExitCode::from(u8::from(failed > 0))
    }
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::Report;

    #[test]
    fn results_of_cargo_node_and_wasm_bindgen_are_added_up() {
        let mut report = Report::default();
        let lines = "SKIPPED a_test_in_another_browser: no Firefox here
            test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
            test a_test ... FAILED
            test result: FAILED. 8 passed; 2 failed; 0 ignored; 0 filtered out; finished in 0.72s
            ℹ pass 5
            ℹ fail 1
            ℹ cancelled 1";
        lines.lines().for_each(|line| report.read(line.trim()));
        assert_eq!((report.passed, report.failed), (15, 4));
        assert_eq!(report.failures, [": a_test"]);
        assert_eq!(report.skipped, [": a_test_in_another_browser: no Firefox here"]);
    }

    #[test]
    fn a_command_that_fails_without_a_test_that_failed_is_a_failure() {
        let mut report = Report::default();
        report.run(Command::new("cargo").arg("no-such-command")).unwrap();
        assert_eq!((report.failed, report.failures.len()), (1, 1));
    }
}
