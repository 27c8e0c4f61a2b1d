//! Development tasks: see `USAGE`. One module for each command; this file only tells them apart.

mod debian;
mod dist;
mod flavour;
mod listings;
mod module;
mod npm;
mod paths;
mod pictures;
mod process;
mod serve;
mod site;
mod stamp;
mod toolchain;
mod wasm_opt;

use std::env;
use std::process::ExitCode;

use anyhow::{Result, bail};

const USAGE: &str = "\
Usage: cargo xtask COMMAND

  serve [--port PORT]   build the page and serve it at http://localhost:8080, or at that port
  dist                  build the page into dist/, to put on any static host
";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Result<()> {
    match arguments {
        ["serve", options @ ..] => serve::run(options),
        ["dist"] => dist::run(),
        ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            Ok(())
        }
        [] => bail!("which command?\n\n{USAGE}"),
        _ => bail!("there is no `cargo xtask {}`\n\n{USAGE}", arguments.join(" ")),
    }
}
