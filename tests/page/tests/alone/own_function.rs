//! What docs/your-own-function.md says comes true: one file and one word, and a function of one's own runs on threads.
#![cfg(unix)]

use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

use page_tests::{Setup, Visit, root};

const TASKS: &str = "src/task/mod.rs";

#[test]
fn a_task_is_one_file_and_one_word() {
    Setup::usual()
        .serving(built_as_told)
        .visit(async |Visit { site, page, .. }| {
            page.open_ready(site, "task=primes&executor=threads&n=4&workers=2&repeats=2")
                .await;
            let label = page.text("label[for=primes-n]").await;
            assert_eq!(label, "Primes below n × 100,000, n");
            assert_eq!(page.click_and_wait("Compare").await, "done");
            for run in page.runs().await {
                assert_eq!(run.inputs, [1, 2, 3, 4], "{}", run.executor);
                // OEIS A006880 and its neighbours: primes below 100,000 and so on.
                assert_eq!(run.numbers(), [9592, 17984, 25997, 33860], "{}", run.executor);
            }
            let work = page.text("#comparison-work").await;
            assert!(work.starts_with("primes below 100,000 to 400,000;"), "{work}");
            let row = page.text("#comparison tr[data-executor=threads]").await;
            assert!(row.contains('×'), "{row}");
            let log = page.text("#log").await;
            assert!(log.contains("primes below 200,000 = 17984"), "{log}");
        });
}

/// Follows the document in a fresh copy, and builds that.
fn built_as_told() -> PathBuf {
    let document = fs::read_to_string(root().join("docs/your-own-function.md")).expect("the document");
    let copy = root().join("target/page-tests/own-function");
    let _ = fs::remove_dir_all(&copy);
    copy_sources(&root(), &copy).expect("a copy");
    // Of another version, or else cargo would take what is built here for the original's, too: it goes by the path within a workspace.
    let manifest = fs::read_to_string(copy.join("Cargo.toml")).expect("a manifest");
    let version = between(&manifest, "\nversion = \"", "\"");
    let manifest = manifest.replacen(version, &format!("{version}-own"), 1);
    fs::write(copy.join("Cargo.toml"), manifest).expect("another version");

    let file = between(&document, "```rust\n", "```");
    fs::write(copy.join("src/task/primes.rs"), file).expect("a file is added");
    let tasks = fs::read_to_string(copy.join(TASKS)).expect("the list of tasks");
    let line = |text: &str| between(text, "\ntasks!(", ");").to_owned();
    let tasks = tasks.replace(&line(&tasks), &line(&document));
    fs::write(copy.join(TASKS), tasks).expect("a word is added");

    cargo(
        &copy,
        &[
            "test",
            "--target=host-tuple",
            "--package=easy-concurrency",
            "--lib",
            "primes",
        ],
    );
    cargo(&copy, &["xtask", "dist"]);
    copy.join("dist")
}

/// Copies everything but what is built or installed, which the copy shares: only what differs is built again.
fn copy_sources(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (path, name) = (entry.path(), entry.file_name());
        let to = to.join(&name);
        match name.to_str() {
            Some(".git" | "dist") => {}
            Some("target" | "node_modules") => symlink(path, to)?,
            _ if path.is_dir() => copy_sources(&path, &to)?,
            _ => drop(fs::copy(path, to)?),
        }
    }
    Ok(())
}

fn cargo(folder: &Path, arguments: &[&str]) {
    let output = Command::new("cargo")
        .args(arguments)
        .current_dir(folder)
        // This test's own program was started by a cargo that says where the original is.
        .env_remove("CARGO_MANIFEST_DIR")
        .output()
        .expect("cargo starts");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "cargo {}: {said}", arguments.join(" "));
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let rest = text.split_once(start).map(|(_, rest)| rest);
    let part = rest.and_then(|rest| rest.split_once(end)).map(|(part, _)| part);
    part.unwrap_or_else(|| panic!("nothing between {start:?} and {end:?}"))
}
