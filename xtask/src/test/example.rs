//! A copy of `examples/minimal`, built as whoever copies it is told to.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

use anyhow::{Context, Result};

use crate::process::{run, say};
use crate::toolchain::{self, Toolchain};
use crate::{paths, tools};

/// Copies it out of this project, into a folder whose name needs quotes, runs the first command of its README there, and returns the copy.
pub fn build() -> Result<PathBuf> {
    let copy = env::temp_dir().join(format!("a copy of minimal {}", std::process::id()));
    copy_sources(&paths::root().join("examples/minimal"), &copy).context("can't copy examples/minimal")?;
    let readme = fs::read_to_string(copy.join("README.md"))?;
    let command = readme.split_once("```sh\n").and_then(|(_, rest)| rest.lines().next());
    let command = command.context("its README begins with no command")?;
    say(&format!("Building {} by {command}", copy.display()));
    let mut shell = if cfg!(windows) {
        let mut shell = Command::new("powershell");
        shell.args(["-ExecutionPolicy", "Bypass", "-File", "build.ps1"]);
        shell
    } else {
        let mut shell = Command::new("sh");
        shell.args(["-c", command]);
        shell
    };
    let programs = Toolchain::find()?.programs(&[tools::wasm_bindgen()?]);
    toolchain::set(&mut shell, programs);
    run(shell.current_dir(&copy))?;
    Ok(copy)
}

/// Copies everything but what is built.
fn copy_sources(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (path, to) = (entry.path(), to.join(entry.file_name()));
        match entry.file_name().to_str() {
            Some("target" | "dist") => {}
            _ if path.is_dir() => copy_sources(&path, &to)?,
            _ => drop(fs::copy(path, to)?),
        }
    }
    Ok(())
}
