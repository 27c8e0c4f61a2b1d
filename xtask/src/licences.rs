//! The site's `licences.txt`: whose work is in it, and on which terms. Every copy of the site has to bring these texts along.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::process::say;
use crate::site::{Files, LICENCES};

/// What files with the terms of a package are called.
const NAMES: [&str; 5] = ["licen", "copying", "copyright", "notice", "unlicense"];
/// The one licence whose text is the same for everybody, for packages that come without it.
const APACHE: &str = "Apache-2.0";
/// The one crate of the standard library with terms that leave no choice. Debian's sources come without any texts.
const COMPILER_BUILTINS: (&str, &str) = ("compiler_builtins", include_str!("licences/compiler_builtins.txt"));
/// The terms of Rust's repository, for the crates of the standard library whose manifests name none.
const LIBRARY_TERMS: &str = "MIT OR Apache-2.0";
/// Where copies of libraries from npm lie, each with its licence beside it.
const VENDOR: &str = "vendor/";

/// A package that the site has parts of.
struct Package {
    /// With its version.
    name: String,
    /// As its manifest puts them.
    terms: String,
    /// The texts that come with it, by the names of their files.
    texts: BTreeMap<String, String>,
}

/// Moves the licences of copied libraries from `assets` into one file, with those of the crates that these manifests are of.
pub fn gather(manifests: &BTreeSet<PathBuf>, assets: &mut Files) -> Result<()> {
    let mut packages: Vec<_> = manifests.iter().map(|manifest| read(manifest)).collect::<Result<_>>()?;
    let name = |path: &str| Some(path.strip_prefix(VENDOR)?.strip_suffix(".txt")?.to_owned());
    for (path, text) in assets.extract_if(.., |path, _| name(path).is_some()) {
        packages.push(Package {
            name: name(&path).unwrap_or_default(),
            terms: String::new(),
            texts: [(path, String::from_utf8(text)?)].into(),
        });
    }
    assets.insert(LICENCES.to_owned(), document(&packages).into_bytes());
    Ok(())
}

/// A crate's terms. Those of crates in one repository, such as the standard library's, may lie in the folder above.
fn read(manifest: &Path) -> Result<Package> {
    let lines = fs::read_to_string(manifest).with_context(|| format!("can't read {}", manifest.display()))?;
    // The first of each is the package's: cargo writes manifests so that it publishes.
    let value = |key: &str| {
        let start = format!("{key} = \"");
        let line = lines.lines().find_map(|line| line.strip_prefix(start.as_str()));
        line.and_then(|rest| rest.split('"').next()).unwrap_or_default()
    };
    let mut texts = BTreeMap::new();
    for folder in manifest.ancestors().skip(1).take(2) {
        if texts.is_empty() {
            texts = texts_in(folder)?;
        }
    }
    if texts.is_empty() && value("name") == COMPILER_BUILTINS.0 {
        texts.insert("licence".to_owned(), COMPILER_BUILTINS.1.to_owned());
    }
    let beside = manifest.ancestors().nth(2);
    let is_library = beside.is_some_and(|library| library.join("std/Cargo.toml").is_file());
    Ok(Package {
        name: format!("{} {}", value("name"), value("version").replace("0.0.0", ""))
            .trim_end()
            .to_owned(),
        terms: match value("license") {
            "" if is_library => LIBRARY_TERMS,
            terms => terms,
        }
        .to_owned(),
        texts,
    })
}

fn texts_in(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut texts = BTreeMap::new();
    for entry in fs::read_dir(folder).with_context(|| format!("can't read {}", folder.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        if path.is_file() && NAMES.iter().any(|start| name.starts_with(start)) {
            texts.insert(name, String::from_utf8_lossy(&fs::read(&path)?).into_owned());
        }
    }
    Ok(texts)
}

impl Package {
    fn heading(&self) -> String {
        let Self { name, terms, .. } = self;
        if terms.is_empty() {
            name.clone()
        } else {
            format!("{name} ({terms})")
        }
    }

    /// The texts that have to be brought along. Where there is a choice, that of MIT is the shortest.
    fn chosen(&self) -> Vec<&str> {
        let is_choice = !self.terms.contains(" AND ");
        let mit = self.texts.iter().filter(|(name, _)| is_choice && name.contains("mit"));
        let mit: Vec<_> = mit.map(|(_, text)| text.as_str()).collect();
        if mit.is_empty() {
            self.texts.values().map(String::as_str).collect()
        } else {
            mit
        }
    }
}

/// Each text once, under the names of all that come on these terms.
fn document(packages: &[Package]) -> String {
    let apache = packages.iter().flat_map(|package| package.texts.values());
    let apache = apache
        .map(String::as_str)
        .find(|text| text.trim_start().starts_with("Apache License"));
    // By its words: texts differ in where their lines end.
    let mut users: BTreeMap<Vec<&str>, (Vec<String>, &str)> = BTreeMap::new();
    for package in packages {
        let mut texts = package.chosen();
        if texts.is_empty() && package.terms.contains(APACHE) {
            texts.extend(apache);
        }
        if texts.is_empty() {
            say(&format!(
                "{} comes without its licence: add the licence by hand",
                package.heading()
            ));
        }
        for text in texts {
            let words = text.split_whitespace().collect();
            users
                .entry(words)
                .or_insert((Vec::new(), text))
                .0
                .push(package.heading());
        }
    }
    let parts: BTreeSet<_> = users.into_values().collect();
    let parts = parts
        .into_iter()
        .map(|(users, text)| format!("{}\n\n{}\n", users.join("\n"), text.trim_matches('\n')));
    let rule = format!("\n{}\n\n", "-".repeat(80));
    let about = "This site contains parts of the packages below. The licences that each is offered under are in brackets; the text is that of the licence used here.\n";
    [about.to_owned()]
        .into_iter()
        .chain(parts)
        .collect::<Vec<_>>()
        .join(&rule)
}

#[cfg(test)]
mod tests {
    use super::{Package, document};

    fn package(name: &str, terms: &str, texts: &[(&str, &str)]) -> Package {
        let texts = texts
            .iter()
            .map(|(file, text)| ((*file).to_owned(), (*text).to_owned()));
        Package {
            name: name.to_owned(),
            terms: terms.to_owned(),
            texts: texts.collect(),
        }
    }

    /// The parts of the document after the first, each on one line.
    fn parts(packages: &[Package]) -> Vec<String> {
        let document = document(packages);
        let rule = "-".repeat(80);
        let parts = document.split(&rule).skip(1);
        parts
            .map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect()
    }

    #[test]
    fn each_text_is_there_once_and_of_a_choice_the_shortest() {
        let apache = ("license-apache", "Apache License 2");
        let both = |name, mit| package(name, "MIT OR Apache-2.0", &[apache, ("license-mit", mit)]);
        let packages = [
            both("a 1", "by A\nand B"),
            both("b 1", "by A and\nB"),
            package("c 1", "MIT", &[("license", "by C")]),
        ];
        assert_eq!(
            parts(&packages),
            [
                "a 1 (MIT OR Apache-2.0) b 1 (MIT OR Apache-2.0) by A and B",
                "c 1 (MIT) by C"
            ]
        );
    }

    #[test]
    fn where_there_is_no_choice_all_texts_are_there() {
        let texts = [("license-mit", "by A"), ("license-unicode", "by Unicode")];
        assert_eq!(parts(&[package("a 1", "MIT AND Unicode-3.0", &texts)]).len(), 2);
    }

    #[test]
    fn what_comes_without_a_text_has_the_one_that_is_the_same_for_all() {
        let packages = [
            package("a 1", "Apache-2.0", &[("license", "Apache License 2")]),
            package("std", "MIT OR Apache-2.0", &[]),
        ];
        assert_eq!(
            parts(&packages),
            ["a 1 (Apache-2.0) std (MIT OR Apache-2.0) Apache License 2"]
        );
    }
}
