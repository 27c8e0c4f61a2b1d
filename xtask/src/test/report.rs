//! What the tests have come to, read from what their runners print while it goes to the terminal.

use std::collections::BTreeMap;
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::process::describe;

/// The results of all parts of the tests.
#[derive(Default)]
pub struct Report {
    part: &'static str,
    passed: u32,
    /// By name.
    failures: Vec<String>,
    /// How many of them have a name already of those that the next result counts.
    named: usize,
    /// What could not be tested here, by name and reason.
    skipped: Vec<String>,
    /// How many of those are tests that their runner counts among those that passed.
    skipped_tests: u32,
    /// How many tests each file in a folder of tests ran, in all flavours and browsers together.
    files: BTreeMap<String, u32>,
    /// The file whose results come next.
    open: String,
    /// A program whose results are awaited.
    running: Option<String>,
}

impl Report {
    /// What comes next is of this part.
    pub fn begin(&mut self, part: &'static str) {
        self.part = part;
    }

    /// Adds what went wrong, a test or anything else. It counts as one that failed.
    pub fn fail(&mut self, name: &str) {
        eprintln!("error: {name}");
        self.failures.push(format!("{}: {name}", self.part));
    }

    /// Adds what can't be tested here.
    pub fn skip(&mut self, name: &str) {
        self.skipped.push(format!("{}: {name}", self.part));
    }

    /// Runs a command, shows what it prints, and adds its results.
    pub fn run(&mut self, command: &mut Command) -> Result<()> {
        let name = describe(command);
        // One pipe for both, so that cargo's "Running tests/x.rs" and that file's results stay in their order.
        let (output, input) = io::pipe()?;
        command.stdout(input.try_clone()?).stderr(input);
        command.env("CARGO_TERM_COLOR", "never").env_remove("FORCE_COLOR");
        let child = command.spawn();
        // The pipe ends when nobody can write to it any more, and the command still could.
        command.stdout(io::stdout()).stderr(io::stderr());
        let mut child = child.with_context(|| format!("can't start {name}"))?;

        let failed_before = self.failures.len();
        self.named = 0;
        let mut output = BufReader::new(output);
        let mut line = Vec::new();
        while output.read_until(b'\n', &mut line)? > 0 {
            io::stdout().write_all(&line)?;
            self.read(String::from_utf8_lossy(&line).trim());
            line.clear();
        }
        self.expect_nothing_more();
        let status = child.wait()?;
        if !status.success() && self.failures.len() == failed_before {
            self.fail(&format!("{name} ({status})"));
        }
        Ok(())
    }

    fn read(&mut self, line: &str) {
        let number = |place| {
            line.split(' ')
                .nth(place)
                .and_then(|word| word.parse().ok())
                .unwrap_or(0)
        };
        if let Some(name) = line.strip_prefix("SKIPPED ") {
            self.skipped_tests += 1;
            self.skip(name);
        } else if let Some((file, _)) = line.strip_prefix("Running ").and_then(|rest| rest.split_once(" (")) {
            self.expect_nothing_more();
            self.running = Some(file.to_owned());
            file.clone_into(&mut self.open);
            if file.starts_with("tests") {
                self.files.entry(self.open.clone()).or_default();
            }
        } else if let Some(name) = line
            .strip_prefix("test ")
            .and_then(|rest| rest.strip_suffix(" ... FAILED").or(rest.strip_suffix(" ... FAIL")))
        {
            self.named += 1;
            self.failures.push(format!("{}: {name}", self.part));
        } else if line == "no tests to run!" {
            self.running = None;
        } else if line.starts_with("test result: ") {
            self.running = None;
            // "test result: FAILED. 1 passed; 2 failed; ..."
            self.count(number(3), number(5));
        } else if line.starts_with("ℹ pass ") {
            self.count(number(2), 0);
        } else if line.starts_with("ℹ fail ") || line.starts_with("ℹ cancelled ") {
            self.count(0, number(2));
        }
    }

    /// A program that ends without results has crashed.
    fn expect_nothing_more(&mut self) {
        if let Some(program) = self.running.take() {
            self.fail(&format!("{program} ended without results"));
        }
    }

    fn count(&mut self, passed: u32, failed: u32) {
        self.passed += passed;
        if let Some(tests) = self.files.get_mut(&self.open) {
            *tests += passed + failed;
        }
        for _ in std::mem::take(&mut self.named)..failed as usize {
            self.failures.push(format!("{}: see above", self.part));
        }
    }

    /// Prints what failed or was skipped and, as the last line, the totals. A file that ran no test is a failure, too: nobody would
    /// notice that its runner skips it.
    pub fn close(mut self) -> ExitCode {
        let empty = self.files.iter().filter(|(_, tests)| **tests == 0);
        self.failures
            .extend(empty.map(|(name, _)| format!("{name} ran no test")));
        for name in &self.failures {
            println!("FAILED {name}");
        }
        for name in &self.skipped {
            println!("SKIPPED {name}");
        }
        let (failed, skipped) = (self.failures.len(), self.skipped.len());
        let passed = self.passed.saturating_sub(self.skipped_tests);
        println!("{passed} passed, {failed} failed, {skipped} skipped");
        ExitCode::from(u8::from(failed > 0))
    }
}

#[cfg(test)]
mod tests {
    use super::Report;

    fn report(lines: &str) -> Report {
        let mut report = Report::default();
        lines.lines().for_each(|line| report.read(line.trim()));
        report
    }

    #[test]
    fn results_of_cargo_node_and_wasm_bindgen_are_added_up() {
        let report = report(
            "Running unittests src/lib.rs (target/debug/deps/x-1)
            test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
            Running tests/fib.rs (target/threads/wasm32-unknown-unknown/debug/deps/fib-1.wasm)
            test a_test ... FAILED
            test another ... what it prints, and on the next line
            FAILED
            test result: FAILED. 8 passed; 2 failed; 0 ignored; 0 filtered out; finished in 0.72s
            ℹ pass 5
            ℹ fail 1
            ℹ cancelled 1",
        );
        assert_eq!((report.passed, report.failures.len()), (16, 4));
        assert_eq!(report.failures[..2], [": a_test", ": see above"]);
    }

    #[test]
    fn a_program_that_crashes_is_a_failure() {
        let report = report("Running tests/a.rs (a)\nRunning tests/b.rs (b)\ntest result: ok. 1 passed; 0 failed");
        assert_eq!(report.failures, [": tests/a.rs ended without results"]);
    }

    #[test]
    fn a_test_that_could_not_run_counts_as_skipped_and_not_as_passed() {
        let report = report("SKIPPED a_test: no Firefox here\ntest result: ok. 3 passed; 0 failed; 0 ignored");
        assert_eq!((report.passed - report.skipped_tests, report.skipped.len()), (2, 1));
    }

    #[test]
    fn a_test_file_that_ran_nothing_anywhere_is_a_failure() {
        let nothing = "Running tests/fib.rs (a)\nno tests to run!\nRunning unittests src/lib.rs (b)\n";
        assert_eq!(report(nothing).files["tests/fib.rs"], 0);
        let something = format!("{nothing}Running tests/fib.rs (c)\ntest result: ok. 1 passed; 0 failed; 0 ignored");
        assert_eq!(report(&something).files["tests/fib.rs"], 1);
    }
}
