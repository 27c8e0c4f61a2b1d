//! The code shown on the page is the code that runs: cut from the executors' source between `// <code:NAME>` and
//! `// </code>`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

/// The lines of every executor, by its name.
pub fn read(sources: &Path) -> Result<BTreeMap<String, String>> {
    let mut listings = BTreeMap::new();
    let entries = fs::read_dir(sources).with_context(|| format!("can't read {}", sources.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            let source = fs::read_to_string(&path)?;
            cut(&source, &mut listings).with_context(|| path.display().to_string())?;
        }
    }
    ensure!(
        !listings.is_empty(),
        "no lines are marked with // <code:NAME> in {}",
        sources.display()
    );
    Ok(listings)
}

/// Adds the marked parts of a source.
fn cut(source: &str, listings: &mut BTreeMap<String, String>) -> Result<()> {
    let mut lines = source.lines();
    while let Some(line) = lines.next() {
        let Some(name) = line
            .trim()
            .strip_prefix("// <code:")
            .and_then(|rest| rest.strip_suffix('>'))
        else {
            continue;
        };
        let mut listing = Vec::new();
        loop {
            match lines.next() {
                Some(line) if line.trim() == "// </code>" => break,
                Some(line) => listing.push(line),
                None => bail!("// <code:{name}> has no // </code>: add it after the last line to show"),
            }
        }
        let previous = listings.insert(name.to_owned(), dedent(&listing));
        ensure!(previous.is_none(), "// <code:{name}> is there twice: remove one");
    }
    Ok(())
}

/// Moves lines to the left by what all of them are indented.
fn dedent(lines: &[&str]) -> String {
    let indent = |line: &&str| line.len() - line.trim_start().len();
    let shared = lines.iter().filter(|line| !line.trim().is_empty()).map(indent).min();
    let lines = lines
        .iter()
        .map(|line| line.get(shared.unwrap_or(0)..).unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::cut;

    fn listings(source: &str) -> anyhow::Result<BTreeMap<String, String>> {
        let mut listings = BTreeMap::new();
        cut(source, &mut listings)?;
        Ok(listings)
    }

    #[test]
    fn a_listing_is_what_stands_between_its_marks_without_the_common_indent() {
        let source = "fn f() {\n    // <code:loop>\n    for x in y {\n\n        g(x);\n    }\n    // </code>\n}\n";
        let found = listings(source).unwrap();
        assert_eq!(found["loop"], "for x in y {\n\n    g(x);\n}");
        assert_eq!(found.len(), 1);
    }

    #[test]
    fn a_listing_without_an_end_and_one_told_twice_are_errors() {
        assert!(listings("// <code:loop>\nx").unwrap_err().to_string().contains("loop"));
        let twice = "// <code:map>\n// </code>\n".repeat(2);
        assert!(listings(&twice).unwrap_err().to_string().contains("map"));
    }
}
