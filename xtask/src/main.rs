//! Development commands: see `USAGE`. Each has its own module; this file only dispatches.

mod bench;
mod browsers;
mod catalogue;
mod debian;
mod flavour;
mod format;
mod language;
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

  serve [OPTION...]     Build the page and serve it at http://localhost:8080
      --port PORT           Use this port, or the next free one
      --host ADDRESS        Serve over HTTPS to other machines, at this machine's ADDRESS; 0.0.0.0 means all its addresses
  dist                  Build the page into dist/, for any static host
  test [PART...]        Run the tests in one browser: native, www and page, or the parts that you name
                            (native, www, wasm, page, example)
  test all [PART...]    Run all parts in every browser, with the slow tests, or only the parts that you name
  wasm-pack [plain] [OPTION...]
                        Run `wasm-pack test --headless` with everything it needs, in the threads flavour or in plain,
                            with --chrome unless you pass --firefox or --safari
  bench [WORD...]       Measure speed, all of it or only the browsers (chromium, firefox, webkit) and parts (comparing,
                            computing, start-up, engine, pictures, page, on-page) that you name; quick: fewer rounds
  fmt                   Format all Rust code, and update the table in docs/address.md
  lint                  Check formatting, Clippy, licences and the types of the page's JavaScript
  help                  Print this help
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
        [] => bail!("name a command\n\n{USAGE}"),
        _ => bail!("unknown command: cargo xtask {}\n\n{USAGE}", arguments.join(" ")),
    }
    Ok(ExitCode::SUCCESS)
}
