//! Shows what a test command prints while it prints it, and reads along.

use std::io::{self, BufRead, BufReader, Write};
use std::process::Command;

use anyhow::{Context, Result};

use super::report::Report;
use crate::process::describe;

/// Runs a command of that part of the tests and adds its results to the report.
pub fn run(report: &mut Report, part: &str, command: &mut Command) -> Result<()> {
    let name = describe(command);
    // One pipe for both, so that cargo's "Running tests/x.rs" and that file's results stay in their order.
    let (output, input) = io::pipe()?;
    command.stdout(input.try_clone()?).stderr(input);
    command.env("CARGO_TERM_COLOR", "never").env_remove("FORCE_COLOR");
    let child = command.spawn();
    // The pipe ends when nobody can write to it any more, and the command still could.
    command.stdout(io::stdout()).stderr(io::stderr());
    let mut child = child.with_context(|| format!("can't start {name}"))?;

    let failed_before = report.failed();
    let mut output = BufReader::new(output);
    let mut line = Vec::new();
    while output.read_until(b'\n', &mut line)? > 0 {
        io::stdout().write_all(&line)?;
        report.read(part, String::from_utf8_lossy(&line).trim_end());
        line.clear();
    }
    let status = child.wait()?;
    if !status.success() && report.failed() == failed_before {
        report.fail(format!("{part}: {name} ({status})"));
    }
    report.forget();
    Ok(())
}
