//! Makes scripts and styles smaller with esbuild, and fewer: the page's script, its style and the workers' scripts take in what
//! they import, wasm-bindgen's script included.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::npm;
use crate::paths;
use crate::process::say;

const SCRIPT: &str = include_str!("minify.mjs");

/// Minifies those among `files` that are scripts or styles. Without esbuild they stay as they are, which is told and no
/// error.
pub fn minify(files: &mut BTreeMap<String, Vec<u8>>) {
    if let Err(error) = npm::site_package("esbuild").and_then(|()| try_minify(files)) {
        say(&format!("Not minifying scripts and styles: {error:#}"));
    }
}

fn try_minify(files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    let is_code = |path: &str| [".js", ".css"].iter().any(|ending| path.ends_with(ending));
    let mut code = BTreeMap::new();
    for (path, contents) in files.iter().filter(|(path, _)| is_code(path)) {
        code.insert(path.as_str(), std::str::from_utf8(contents)?);
    }

    let mut node = Command::new("node");
    node.current_dir(paths::root())
        .args(["--input-type=module", "--eval", SCRIPT]);
    let mut node = node.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let mut input = node.stdin.take().context("its input is piped")?;
    let written = input.write_all(&serde_json::to_vec(&code)?);
    drop(input);
    let output = node.wait_with_output()?;
    // Where it ended early, its own words say more than the broken pipe.
    ensure!(output.status.success(), "esbuild failed ({})", output.status);
    written?;

    let minified: BTreeMap<String, String> = serde_json::from_slice(&output.stdout)?;
    files.retain(|path, _| !is_code(path));
    files.extend(minified.into_iter().map(|(path, text)| (path, text.into_bytes())));
    Ok(())
}
