//! Checks that every file in `src/task/` is registered. An unregistered file isn't part of the page, and nothing else would report it.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::paths;

const FOLDER: &str = "src/task";

/// # Errors
///
/// If a file isn't registered, with the line to write.
pub fn check() -> Result<()> {
    let folder = paths::root().join(FOLDER);
    let mut files = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| format!("can't read {FOLDER}"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            files.extend(path.file_stem().and_then(|stem| stem.to_str()).map(str::to_owned));
        }
    }
    files.sort_unstable();
    let source = fs::read_to_string(folder.join("mod.rs")).with_context(|| format!("can't read {FOLDER}/mod.rs"))?;
    match problem(&files, &source) {
        Some(problem) => bail!("{problem}"),
        None => Ok(()),
    }
}

/// The message for the first file that isn't registered.
fn problem(files: &[String], source: &str) -> Option<String> {
    let (before, rest) = source.split_once("\ntasks!(")?;
    let (registered, _) = rest.split_once(");")?;
    let is_known = |file: &str| {
        file == "mod"
            || registered.split(',').any(|name| name.trim() == file)
            || before
                .lines()
                .any(|line| line.trim_start_matches("pub ") == format!("mod {file};"))
    };
    let file = files.iter().find(|file| !is_known(file))?;
    Some(format!(
        "{FOLDER}/{file}.rs isn't registered: change the line in {FOLDER}/mod.rs to\n  tasks!({registered}, {file});"
    ))
}

#[cfg(test)]
mod tests {
    use super::problem;

    #[test]
    fn a_file_that_no_word_registers_is_named_with_the_line_to_write() {
        let source = "mod description;\n\ntasks!(fib, picture);\n";
        let files = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        assert_eq!(problem(&files(&["description", "fib", "mod", "picture"]), source), None);
        let problem = problem(&files(&["fib", "queens"]), source).unwrap();
        assert!(problem.starts_with("src/task/queens.rs isn't registered"), "{problem}");
        assert!(problem.ends_with("tasks!(fib, picture, queens);"), "{problem}");
    }
}
