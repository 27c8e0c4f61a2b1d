//! From the crate's source to the module that the page loads, in one flavour.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use wasm_bindgen_cli_support::Bindgen;

use crate::flavour::{Flavour, TARGET};
use crate::paths;
use crate::process::{printed, say};
use crate::stamp::unless_unchanged;
use crate::toolchain::Toolchain;
use crate::wasm_opt;

/// The profile in Cargo.toml.
const PROFILE: &str = "site";

/// What the compiler made.
pub struct Compiled {
    module: PathBuf,
    /// The manifests of all crates that it compiled for the module, those of the standard library among them.
    pub manifests: BTreeSet<PathBuf>,
}

/// Compiles the crate.
pub fn compile(toolchain: Toolchain, flavour: Flavour) -> Result<Compiled> {
    let name = flavour.name();
    let built = flavour.target_dir().join(TARGET).join(PROFILE);
    let mut cargo = toolchain.cargo(flavour);
    cargo.current_dir(paths::root()).arg("build");
    make_small(&mut cargo, flavour);
    cargo.args([
        "--package=easy-concurrency",
        "--lib",
        "--profile",
        PROFILE,
        "--target",
        TARGET,
        "--message-format=json-render-diagnostics",
    ]);
    // Both flavours are built at the same time: their progress bars would overwrite each other.
    cargo.env("CARGO_TERM_PROGRESS_WHEN", "never");
    let module = built.join("easy_concurrency.wasm");
    if module.exists() {
        say(&format!("Building the {name} module"));
        // Otherwise cargo tells that it waits for the other flavour's.
        cargo.arg("--quiet");
    } else {
        say(&format!(
            "Building the {name} module and its standard library, which takes a minute or two"
        ));
    }
    let manifests = manifests(&printed(&mut cargo)?)?;
    Ok(Compiled { module, manifests })
}

/// The manifests of the crates that are in a module, of what cargo says while it builds. What runs while it is built, such as macros,
/// lies outside the target's folder.
fn manifests(messages: &str) -> Result<BTreeSet<PathBuf>> {
    let mut manifests = BTreeSet::new();
    for line in messages.lines() {
        let message: Value = serde_json::from_str(line)?;
        let files = message["filenames"].as_array().into_iter().flatten();
        let is_in_module = files
            .filter_map(Value::as_str)
            .any(|file| Path::new(file).iter().any(|part| part == TARGET));
        if let (true, Some(manifest)) = (is_in_module, message["manifest_path"].as_str()) {
            manifests.insert(PathBuf::from(manifest));
        }
    }
    Ok(manifests)
}

/// Makes what the page loads of a compiled module, and returns its folder.
pub fn finish(flavour: Flavour, compiled: &Compiled, optimize: bool) -> Result<PathBuf> {
    let name = flavour.name();
    let module = &compiled.module;
    let bytes = fs::read(module).with_context(|| format!("can't read {}", module.display()))?;
    let out = paths::target().join("site").join(name);
    fs::create_dir_all(&out)?;
    let stamp = out.with_extension("stamp");
    unless_unchanged(&stamp, &[&bytes, &[u8::from(optimize)]], || {
        fs::remove_dir_all(&out)?;
        bind(module, &out)?;
        let helpers = adapt_helpers(&out.join("snippets"))?;
        ensure!(
            helpers == usize::from(flavour == Flavour::Threads),
            "expected wasm-bindgen-rayon's helper once, in the threads module only, but found {helpers} in {name}"
        );
        if optimize {
            wasm_opt::optimize(&out.join("easy_concurrency_bg.wasm"), flavour)?;
        }
        Ok(())
    })?;
    Ok(out)
}

/// Leaves out what only a debugger or a log would show: the places of panics, whose messages stay, and what `{:?}`
/// prints. And takes the smaller of the standard library's algorithms where it has two. Warnings are for `cargo xtask lint`:
/// here the compiler would say each time that atomics aren't stable, which looks as if something were wrong.
fn make_small(cargo: &mut Command, flavour: Flavour) {
    const FLAGS: [&str; 3] = ["-Zlocation-detail=none", "-Zfmt-debug=none", "-Awarnings"];
    cargo.env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
    match flavour {
        // Those in .cargo/config.toml stay, and these come after them.
        Flavour::Threads => cargo
            .arg("--config")
            .arg(format!("target.{TARGET}.rustflags={FLAGS:?}")),
        Flavour::Plain => cargo.env("CARGO_ENCODED_RUSTFLAGS", FLAGS.join("\x1f")),
    };
}

/// Writes the JavaScript that goes with a module, and the module as that JavaScript expects it.
fn bind(module: &Path, out: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(module)
        .web(true)?
        .typescript(false)
        .remove_producers_section(true);
    let mut output = bindgen.generate_output()?;
    // The script and the module call each other by names with hashes, which no compression makes smaller.
    let mut short_imports = HashMap::new();
    let imports = output.wasm_mut().imports.iter_mut();
    for import in imports.filter(|import| import.name.starts_with("__wb")) {
        let next = format!("i{}", short_imports.len());
        let short = short_imports.entry(import.name.clone()).or_insert(next).clone();
        import.name = short;
    }
    let mut short_exports = HashMap::new();
    let exports = output.wasm_mut().exports.iter_mut();
    for export in exports.filter(|export| export.name.starts_with("wasm_bindgen_")) {
        let short = format!("e{}", short_exports.len());
        short_exports.insert(export.name.clone(), short.clone());
        export.name = short;
    }
    output.emit(out)?;
    let path = out.join("easy_concurrency.js");
    let mut script = fs::read_to_string(&path)?;
    for (name, short) in &short_imports {
        script = replace_once(&script, &format!(" {name}: "), &format!(" {short}: "))?;
    }
    for (name, short) in &short_exports {
        script = replace_once(&script, &format!(" wasm.{name}("), &format!(" wasm.{short}("))?;
    }
    Ok(fs::write(path, script)?)
}

/// Rewrites the helper wherever it is below `folder`, and returns how many there were.
fn adapt_helpers(folder: &Path) -> Result<usize> {
    if !folder.exists() {
        return Ok(0);
    }
    let mut helpers = 0;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            helpers += adapt_helpers(&path)?;
        } else if path.ends_with("workerHelpers.no-bundler.js") {
            // It comes with the line ends of Windows.
            let script = fs::read_to_string(&path)?.replace("\r\n", "\n");
            fs::write(&path, take_started_threads(&script)?)?;
            helpers += 1;
        }
    }
    Ok(helpers)
}

/// What is changed in wasm-bindgen-rayon's helper, as it is in 1.3.0. It starts a thread from a blob of its own script, once the module
/// is compiled. Here the page has started them by then, so that they get ready meanwhile: www/entries/worker.js hands them over, and is
/// what runs in them.
const CHANGES: [(&str, &str); 4] = [
    // The mark of a comment that a minifier keeps.
    ("/*\n * Copyright", "/*!\n * Copyright"),
    (
        "waitForMsgType(self, 'wasm_bindgen_worker_init').then(async data => {
  const pkg = await import(data.mainJS);
  await pkg.default(data.module, data.memory);
  postMessage({ type: 'wasm_bindgen_worker_ready' });
  pkg.wbg_rayon_start_worker(data.receiver);
});
",
        "",
    ),
    (
        "let scriptBlob = await fetch(import.meta.url).then(r => r.blob());
      let url = URL.createObjectURL(scriptBlob);
      const worker = new Worker(url, {
        type: 'module'
      });",
        "const worker = self.takeThread();",
    ),
    ("      URL.revokeObjectURL(url);\n", ""),
];

fn take_started_threads(helper: &str) -> Result<String> {
    CHANGES
        .into_iter()
        .try_fold(helper.to_owned(), |script, (from, to)| replace_once(&script, from, to))
}

/// Replaces what must be there exactly once.
pub fn replace_once(text: &str, from: &str, to: &str) -> Result<String> {
    match text.matches(from).count() {
        1 => Ok(text.replacen(from, to, 1)),
        found => bail!("expected these lines exactly once, but found {found}:\n{from}"),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{CHANGES, manifests, replace_once, take_started_threads};

    #[test]
    fn the_helper_takes_threads_that_are_started_and_keeps_its_licence() {
        let helper = CHANGES.map(|(from, _)| from).concat();
        let script = take_started_threads(&helper).unwrap();
        assert_eq!(script, "/*!\n * Copyrightconst worker = self.takeThread();");
    }

    #[test]
    fn what_is_compiled_for_the_module_is_in_it_and_no_macro_is() {
        let messages = r#"{"manifest_path":"/rayon/Cargo.toml","filenames":["/target/wasm32-unknown-unknown/site/deps/librayon.rlib"]}
{"manifest_path":"/syn/Cargo.toml","filenames":["/target/site/deps/libsyn.rlib"]}
{"reason":"build-finished","success":true}"#;
        assert!(manifests(messages).unwrap().iter().eq([Path::new("/rayon/Cargo.toml")]));
    }

    #[test]
    fn another_helper_than_the_known_one_is_an_error() {
        assert!(take_started_threads("").is_err());
        let error = replace_once("aa", "a", "b").unwrap_err().to_string();
        assert!(error.contains("found 2"), "{error}");
    }
}
