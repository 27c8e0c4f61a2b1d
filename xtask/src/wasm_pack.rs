//! `cargo xtask wasm-pack`: `wasm-pack test --headless` with all that it needs, in one flavour and one browser.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::browsers::{self, Browsers, Engines};
use crate::flavour::Flavour;
use crate::process::run;
use crate::toolchain::{self, Toolchain};
use crate::{paths, tools};

/// Runs it with these words: a flavour, unless it is `threads`; a browser as wasm-pack names it, unless it is `--chrome`; and
/// whatever else wasm-pack takes.
pub fn run_by_hand(words: &[&str]) -> Result<()> {
    let (flavour, words) = match words {
        [name, rest @ ..] if !name.starts_with('-') => {
            let flavour = Flavour::ALL.into_iter().find(|known| known.name() == *name);
            (
                flavour.with_context(|| format!("there is no flavour {name:?}: use threads or plain"))?,
                rest,
            )
        }
        all => (Flavour::Threads, all),
    };
    let known = ["--chrome", "--firefox", "--safari"];
    let (browsers, options): (Vec<&str>, Vec<&str>) = words.iter().partition(|word| known.contains(*word));
    let browser = browsers.first().map_or("chrome", |option| &option[2..]);
    let engines = if browser == "chrome" {
        Engines::One
    } else {
        Engines::All
    };
    let browsers = browsers::set_up(engines)?;
    let Some(mut command) = command(Toolchain::find()?, flavour, browser, &browsers)? else {
        bail!("the WebDriver of {browser} isn't installed");
    };
    run(command.args(options))
}

/// The command, or nothing where there is no driver of that browser.
pub fn command(toolchain: Toolchain, flavour: Flavour, browser: &str, browsers: &Browsers) -> Result<Option<Command>> {
    let (option, driver) = match browser {
        "chrome" => ("--chromedriver", &browsers.chromedriver),
        "firefox" => ("--geckodriver", &browsers.geckodriver),
        _ => ("--safaridriver", &browsers.safaridriver),
    };
    let Some(driver) = driver else { return Ok(None) };
    let mut command = Command::new(tools::WASM_PACK.program()?);
    // It would install rustup's target, which a standard library built from its sources replaces.
    command
        .args(["test", "--headless", "--mode", "no-install"])
        .args([&format!("--{browser}"), option])
        .arg(driver);
    // And it would build for whatever is set here.
    command.current_dir(paths::root()).env_remove("CARGO_BUILD_TARGET");
    let tools = [tools::WASM_PACK.folder()?, tools::wasm_bindgen()?];
    toolchain::set(&mut command, toolchain.variables(flavour, &tools));
    Ok(Some(command))
}
