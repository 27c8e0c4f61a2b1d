//! Starting other programs, and telling the person at the terminal about it.

use std::env;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::paths;

/// What cargo calls the machine that it runs on, as in the alias in .cargo/config.toml: only so it puts programs where it put xtask.
pub const HOST: &str = "host-tuple";

/// Tells what is done next. On standard error, as cargo does.
pub fn say(message: &str) {
    eprintln!("» {message}");
}

/// The `cargo` that this was started with, in the workspace.
pub fn cargo() -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(paths::root());
    // What is run here is built for here, whatever a developer usually builds for.
    command.env("CARGO_BUILD_TARGET", HOST);
    command
}

/// Runs a command to its end, its output going to the terminal.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("can't start {}", describe(command)))?;
    ensure!(status.success(), "{} failed ({status})", describe(command));
    Ok(())
}

/// Runs a command to its end and returns what it printed; what it says on standard error goes to the terminal.
pub fn printed(command: &mut Command) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output();
    let output = output.with_context(|| format!("can't start {}", describe(command)))?;
    ensure!(
        output.status.success(),
        "{} failed ({})",
        describe(command),
        output.status
    );
    Ok(String::from_utf8(output.stdout)?)
}

/// Runs a command quietly and returns what it printed, or `None` if it isn't there or failed.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// The program of that name in PATH.
pub fn find_program(name: &str) -> Option<PathBuf> {
    // npm is a script, which Windows starts only under its full name.
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    env::split_paths(&env::var_os("PATH")?)
        .flat_map(|folder| endings.iter().map(move |ending| folder.join(format!("{name}{ending}"))))
        .find(|path| path.is_file())
}

/// The command as somebody would type it, for messages.
pub fn describe(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
