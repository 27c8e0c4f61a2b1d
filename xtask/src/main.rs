//! Development tasks: see `USAGE`. One module for each command; this file only tells them apart.

mod bench;
mod browsers;
mod catalogue;
mod debian;
mod dist;
mod env;
mod flavour;
mod format;
mod lint;
mod minify;
mod module;
mod npm;
mod paths;
mod pictures;
mod process;
#[cfg(test)]
mod rooms;
mod serve;
mod site;
mod stamp;
mod test;
mod toolchain;
mod tools;
mod wasm_opt;

use std::process::ExitCode;

use anyhow::{Result, bail};

const USAGE: &str = "\
Usage: cargo xtask COMMAND

  serve [--port PORT]   build the page and serve it at http://localhost:8080, or at that port
        [--host ADDRESS]  and by HTTPS to other machines, at this address of this one, or 0.0.0.0 for all that it has
  dist                  build the page into dist/, to put on any static host
  test [PART...]        run the tests: all, or these of native, www, wasm, page
  bench [PART...]       measure how fast it is: everything, or these of chromium, firefox, webkit and of computing,
                        start-up, pictures, page, on-page; quick: with a third of on-page's rounds
  fmt                   format all Rust code
  lint                  check the formatting, Clippy's advice and the page's types
  env [plain]           print what a shell needs to run `wasm-pack test` by hand: eval \"$(cargo xtask env)\"
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Result<ExitCode> {
    match arguments {
        ["serve", options @ ..] => serve::run(options)?,
        ["dist"] => dist::run()?,
        ["test", parts @ ..] => return test::run(parts),
        ["bench", parts @ ..] => bench::run(parts)?,
        ["lint"] => lint::run()?,
        ["fmt"] => format::format(false)?,
        ["env"] => env::run("threads")?,
        ["env", flavour] => env::run(flavour)?,
        ["help" | "--help" | "-h"] => print!("{USAGE}"),
        [] => bail!("which command?\n\n{USAGE}"),
        _ => bail!("there is no `cargo xtask {}`\n\n{USAGE}", arguments.join(" ")),
    }
    Ok(ExitCode::SUCCESS)
}
