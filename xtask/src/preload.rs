//! Tells the page of all its modules at once. Otherwise a browser finds out about each only from the one that imports it,
//! and a slow network makes it wait once for every level. What the page looks like goes before what it does.

use std::collections::BTreeMap;

use anyhow::{Context, Result};

/// `<link>`s for what the module `entry` imports, directly or not. Addresses start with `folder`.
///
/// # Errors
///
/// If a module is not among `files`.
pub fn links(files: &BTreeMap<String, Vec<u8>>, entry: &str, folder: &str) -> Result<String> {
    let mut found = vec![entry.to_owned()];
    let mut next = 0;
    while let Some(module) = found.get(next).cloned() {
        let contents = files
            .get(&module)
            .with_context(|| format!("{module} is imported and missing"))?;
        for import in imports(std::str::from_utf8(contents)?) {
            let path = resolve(&module, import);
            if !found.contains(&path) {
                found.push(path);
            }
        }
        next += 1;
    }
    Ok(found
        .iter()
        .skip(1)
        .map(|path| format!("  <link rel=\"modulepreload\" fetchpriority=\"low\" href=\"{folder}/{path}\">\n"))
        .collect::<Vec<_>>()
        .concat())
}

/// The relative addresses that a script imports statically, minified or not.
fn imports(script: &str) -> impl Iterator<Item = &str> {
    script
        .split(['"', '\''])
        .zip(script.split(['"', '\'']).skip(1))
        .filter_map(|(before, quoted)| {
            let before = before.lines().next_back().unwrap_or_default().trim_end();
            // Comments import types, as long as they are there.
            let is_import = (before.ends_with("from") || before.ends_with("import")) && !before.contains("@import");
            (is_import && quoted.starts_with('.')).then_some(quoted)
        })
}

/// A relative address as seen from `module`.
fn resolve(module: &str, address: &str) -> String {
    let mut parts: Vec<&str> = module.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::links;

    fn files(modules: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
        modules
            .iter()
            .map(|(path, text)| ((*path).to_owned(), (*text).into()))
            .collect()
    }

    #[test]
    fn every_module_is_named_once_however_many_import_it() {
        let files = files(&[
            ("main.js", "import { a } from './views/a.js';\nimport \"./b.js\";"),
            ("views/a.js", "import{b}from\"../b.js\";export const a=b"),
            ("b.js", "export { a } from './views/a.js';"),
        ]);
        let links = links(&files, "main.js", "www").unwrap();
        assert_eq!(links.matches("<link rel=\"modulepreload\"").count(), 2);
        assert_eq!(links.matches("href=\"www/views/a.js\"").count(), 1);
        assert_eq!(links.matches("href=\"www/b.js\"").count(), 1);
    }

    #[test]
    fn what_may_never_be_needed_is_not_loaded() {
        let files = files(&[(
            "main.js",
            "import('./later.js'); new Worker(new URL('./worker.js', import.meta.url))",
        )]);
        assert_eq!(links(&files, "main.js", "www").unwrap(), "");
    }

    #[test]
    fn types_that_a_comment_imports_are_not_loaded() {
        let files = files(&[(
            "main.js",
            "/** @import {Job} from './types.js' */\nexport const job = 1;",
        )]);
        assert_eq!(links(&files, "main.js", "www").unwrap(), "");
    }

    #[test]
    fn a_module_that_is_missing_is_an_error() {
        let error = links(&files(&[("main.js", "import './gone.js'")]), "main.js", "www").unwrap_err();
        assert!(error.to_string().contains("gone.js"));
    }
}
