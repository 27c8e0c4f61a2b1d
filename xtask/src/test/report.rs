//! What has passed and what has failed, read from what the test runners print.

use std::collections::{BTreeMap, VecDeque};
use std::process::ExitCode;

/// How many lines of what was printed before a failure are repeated at the end. More scroll its name out of sight.
const REPEATED: usize = 60;

/// The results of all parts of the tests.
#[derive(Default)]
pub struct Report {
    passed: u32,
    failures: Vec<Failure>,
    /// What could not be tested here, by name.
    skipped: Vec<String>,
    /// How many of those are tests that their runner counts among those that passed.
    skipped_tests: u32,
    /// How many tests each test file ran, in all flavours and browsers together.
    files: BTreeMap<String, u32>,
    /// The file whose results come next.
    open: Option<String>,
    /// The last lines that were printed about what is being tested.
    recent: VecDeque<String>,
}

/// What failed, and the lines that may tell why.
struct Failure {
    name: String,
    printed: Vec<String>,
}

impl Report {
    /// The results that come next are those of this file, which is expected to have some.
    pub fn open(&mut self, part: &str, file: &str) {
        let name = format!("{part}: {file}");
        self.files.entry(name.clone()).or_default();
        self.open = Some(name);
    }

    /// Reads a line that a command of that part printed.
    pub fn read(&mut self, part: &str, line: &str) {
        if self.recent.len() == REPEATED {
            self.recent.pop_front();
        }
        self.recent.push_back(line.to_owned());
        let line = line.trim();
        if let Some(test) = line.strip_prefix("SKIPPED ") {
            self.skipped_tests += 1;
            self.skip(format!("{part}: {test}"));
        } else if let Some(file) = file(line) {
            self.forget();
            // In a folder of tests there is no file without tests, anywhere else there may be.
            if file.starts_with("tests") {
                self.open(part, file);
            } else {
                self.open = None;
            }
        } else if let Some((passed, failed)) = results(line) {
            let name = self.open.clone().unwrap_or_else(|| part.to_owned());
            self.passed += passed;
            if let Some(tests) = self.files.get_mut(&name) {
                *tests += passed + failed;
            }
            for _ in 0..failed {
                self.fail(name.clone());
            }
        }
    }

    /// Adds what went wrong, a test or anything else, with what was printed since the failure before it. It counts as one
    /// that failed.
    pub fn fail(&mut self, name: String) {
        let printed = self.recent.drain(..).collect();
        self.failures.push(Failure { name, printed });
    }

    /// Adds what can't be tested here.
    pub fn skip(&mut self, name: String) {
        self.skipped.push(name);
    }

    /// What was printed so far has nothing to do with what fails from here on.
    pub fn forget(&mut self) {
        self.recent.clear();
    }

    /// How many failed so far.
    pub fn failed(&self) -> usize {
        self.failures.len()
    }

    fn totals(&self) -> String {
        let Self {
            passed, skipped_tests, ..
        } = self;
        let (failed, skipped) = (self.failures.len(), self.skipped.len());
        format!(
            "{} passed, {failed} failed, {skipped} skipped",
            passed.saturating_sub(*skipped_tests)
        )
    }

    /// Prints the failures with what may tell why and, as the last line, the totals. A file that ran no test is a
    /// failure, too: nobody would notice that it is skipped.
    pub fn close(mut self) -> ExitCode {
        let empty = self.files.iter().filter(|(_, tests)| **tests == 0);
        self.failures.extend(empty.map(|(name, _)| Failure {
            name: format!("{name} ran no test"),
            printed: Vec::new(),
        }));
        for Failure { name, printed } in &self.failures {
            println!("FAILED {name}");
            for line in printed {
                println!("    {line}");
            }
        }
        for name in &self.skipped {
            println!("SKIPPED {name}");
        }
        println!("{}", self.totals());
        if self.failures.is_empty() {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }
}

/// The source file whose results come next, if the line is cargo's "Running unittests src/lib.rs (target/...)", or
/// "Running tests/fib.rs (target/...)", or "Doc-tests name".
fn file(line: &str) -> Option<&str> {
    if line.starts_with("Doc-tests ") {
        return Some("");
    }
    let (file, _) = line.strip_prefix("Running ")?.split_once(".rs (")?;
    Some(file.strip_prefix("unittests ").unwrap_or(file))
}

/// How many passed and failed, if the line says so: "test result: FAILED. 1 passed; 2 failed; ..." does both at once,
/// Node.js takes three lines like "ℹ pass 1".
fn results(line: &str) -> Option<(u32, u32)> {
    if let Some(result) = line.strip_prefix("test result: ") {
        let (_, counts) = result.split_once(". ")?;
        let count = |what| {
            counts
                .split("; ")
                .find_map(|count| count.strip_suffix(what)?.parse().ok())
        };
        return Some((count(" passed")?, count(" failed")?));
    }
    let (what, count) = line.strip_prefix("ℹ ")?.split_once(' ')?;
    match what {
        "pass" => Some((count.parse().ok()?, 0)),
        "fail" | "cancelled" => Some((0, count.parse().ok()?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{REPEATED, Report};

    fn report(lines: &str) -> Report {
        let mut report = Report::default();
        lines.lines().for_each(|line| report.read("part", line));
        report
    }

    fn totals(lines: &str) -> (u32, usize) {
        let report = report(lines);
        (report.passed, report.failed())
    }

    #[test]
    fn results_of_cargo_and_wasm_bindgen_are_added_up() {
        let output = "
                 Running unittests src/lib.rs (target/debug/deps/x-1)
            test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
                 Running tests/fib.rs (target/threads/wasm32-unknown-unknown/debug/deps/fib-1.wasm)
            Running headless tests in Chrome on `http://127.0.0.1:1/`
            test result: FAILED. 8 passed; 2 failed; 0 ignored; 0 filtered out; finished in 0.72s
               Doc-tests x
            test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        assert_eq!(totals(output), (11, 2));
        let failures = report(output).failures;
        let names: Vec<_> = failures.iter().map(|failure| &*failure.name).collect();
        assert_eq!(names, ["part: tests/fib"; 2]);
    }

    #[test]
    fn a_failure_comes_with_what_was_printed_about_its_file() {
        let output = "
            Running tests/a.rs (a)
            test result: ok. 1 passed; 0 failed; 0 ignored
            Running tests/b.rs (b)
            why
            test result: FAILED. 0 passed; 1 failed; 0 ignored";
        let printed = &report(output).failures[0].printed;
        assert_eq!((printed.len(), printed[0].trim()), (2, "why"));
    }

    #[test]
    fn of_what_was_printed_a_failure_comes_with_the_last_lines() {
        let lines: Vec<_> = (0..2 * REPEATED).map(|line| line.to_string()).collect();
        let mut report = report(&lines.join("\n"));
        report.fail("a command".to_owned());
        assert_eq!(report.failures[0].printed, lines[REPEATED..]);
    }

    #[test]
    fn results_of_node_are_added_up_and_cancelled_tests_have_failed() {
        assert_eq!(
            totals("ℹ tests 8\nℹ suites 1\nℹ pass 5\nℹ fail 2\nℹ cancelled 1\nℹ skipped 0"),
            (5, 3)
        );
    }

    #[test]
    fn a_test_file_that_ran_nothing_anywhere_is_a_failure() {
        let nothing = "Running tests/fib.rs (a)\nno tests to run!\nRunning unittests src/lib.rs (b)\n";
        assert_eq!(report(nothing).files["part: tests/fib"], 0);
        assert_eq!(
            format!("{:?}", report(nothing).close()),
            format!("{:?}", std::process::ExitCode::FAILURE)
        );

        let something = format!("{nothing}Running tests/fib.rs (c)\ntest result: ok. 1 passed; 0 failed; 0 ignored");
        assert_eq!(
            format!("{:?}", report(&something).close()),
            format!("{:?}", std::process::ExitCode::SUCCESS)
        );
    }

    #[test]
    fn a_test_that_could_not_run_counts_as_skipped_and_not_as_passed() {
        let report = report("SKIPPED a_test: no Firefox here\ntest result: ok. 3 passed; 0 failed; 0 ignored");
        assert_eq!(report.totals(), "2 passed, 0 failed, 1 skipped");
        assert_eq!(report.skipped, ["part: a_test: no Firefox here"]);
    }

    #[test]
    fn other_lines_count_nothing() {
        assert_eq!(
            totals("test result: what\nRunning late\nℹ pass the salt\ntest a ... ok"),
            (0, 0)
        );
    }
}
