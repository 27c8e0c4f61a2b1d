//! Development tasks: see `USAGE`. One module for each command; this file only tells them apart.

mod bench;
mod browsers;
mod catalogue;
mod debian;
mod flavour;
mod format;
mod licences;
mod lint;
mod minify;
mod module;
mod npm;
mod paths;
mod process;
mod serve;
mod site;
mod stamp;
mod test;
mod toolchain;
mod tools;
mod wasm_opt;
mod wasm_pack;

use std::process::ExitCode;

use anyhow::{Result, bail};

const USAGE: &str = "\
Usage: cargo xtask COMMAND

  serve [--port PORT]   build the page and serve it at http://localhost:8080, or at that port
        [--host ADDRESS]  and by HTTPS to other machines, at this address of this one, or 0.0.0.0 for all that it has
  dist                  build the page into dist/, to put on any static host
  test [PART...]        run the tests in one browser: each part, or these of native, www, wasm, page, example
  test all [PART...]    the same in every browser, and what takes long
  wasm-pack [plain] [OPTION...]
                        run `wasm-pack test --headless` with what it needs, with --chrome unless the options
                        say --firefox or --safari
  bench [PART...]       measure how fast it is: everything, or these of chromium, firefox, webkit and of comparing, computing,
                        start-up, engine, pictures, page, on-page; quick: with a third of on-page's rounds
  fmt                   format all Rust code
  lint                  check the formatting, Clippy's advice and the page's types
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
        ["dist"] => {
            let files = site::build()?;
            let kilobytes = files.values().map(Vec::len).sum::<usize>() / 1000;
            process::say(&format!("dist/ is ready: {} files, {kilobytes} kB", files.len()));
        }
        ["test", parts @ ..] => return test::run(parts),
        ["bench", parts @ ..] => bench::run(parts)?,
        ["lint"] => lint::run()?,
        ["fmt"] => format::format(false)?,
        ["wasm-pack", words @ ..] => wasm_pack::run_by_hand(words)?,
        ["help" | "--help" | "-h"] => print!("{USAGE}"),
        [] => bail!("which command?\n\n{USAGE}"),
        _ => bail!("there is no `cargo xtask {}`\n\n{USAGE}", arguments.join(" ")),
    }
    Ok(ExitCode::SUCCESS)
}
