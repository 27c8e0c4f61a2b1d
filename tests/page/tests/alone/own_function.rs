//! Follows docs/your-own-function.md: after adding one file and one word, your own function runs on threads.
#![cfg(unix)]

use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

use page_tests::page::Page;
use page_tests::site::Site;
use page_tests::{Setup, Visit, root};

const TASKS: &str = "src/task/mod.rs";

/// Mistakes: a piece of the document's file, its wrong replacement, and the build's messages.
const MISTAKES: [(&str, &str, &[&str]); 2] = [
    (
        r#"Parameter::whole("n", "Board of n by n, n", 4, 14, 12)"#,
        r#"Parameter::whole("n", "", 4, 14, 44), Parameter::whole("workers", "Workers", 9, 1, 5)"#,
        &[
            r#"queens: the label of "n" is empty: write the text that the page shows"#,
            r#"queens: the default of "n" is 44, outside 4..=14"#,
            r#"queens: the page has a parameter "workers": choose another name"#,
            r#"queens: "workers" has the minimum 9 and the maximum 1: swap them"#,
        ],
    ),
    (
        r#"settings.count("n")"#,
        r#"settings.count("m")"#,
        &[
            "queens, with its defaults: src/task/queens.rs:",
            r#" asks for "m", but no parameter of that name and kind applies here"#,
            r#"such as Parameter::whole("m","#,
        ],
    ),
];

/// Solutions for twelve queens by the first one's place; OEIS A000170 has their sum.
const TWELVE: [u64; 12] = [500, 806, 1165, 1359, 1631, 1639, 1639, 1631, 1359, 1165, 806, 500];

#[test]
fn a_task_is_one_file_and_one_word() {
    Setup::usual()
        .serving(built_as_told)
        .visit(async |Visit { site, page, .. }| {
            page.open_ready(site, "task=queens&executor=fork-join&n=12&workers=2&repeats=3")
                .await;
            assert_eq!(page.text("label[for=queens-n]").await, "Board of n by n, n");
            assert_eq!(page.click_and_wait("Compare").await, "done");
            for run in page.runs().await {
                assert_eq!(run.inputs, (1..=12).collect::<Vec<_>>(), "{}", run.executor);
                assert_eq!(run.numbers(), TWELVE, "{}", run.executor);
                let is_split = run.spans.len() > run.inputs.len() * run.repeats_with_spans().len();
                assert_eq!(is_split, run.executor == "fork-join", "{}", run.executor);
            }
            let work = page.text("#comparison-work").await;
            assert!(work.starts_with("12 queens on a board of 12 by 12;"), "{work}");
            let row = page.text("#comparison tr[data-executor=fork-join]").await;
            assert!(row.contains('×') && row.ends_with("14,200"), "{row}");
            let log = page.text("#log").await;
            assert!(log.contains("first queen at 2 = 806"), "{log}");
            assert!(log.contains(": 14,200 solutions"), "{log}");
            assert_eq!(words_of_others(page).await, [""; 0]);
            predicts_what_was_set(site, page).await;
        });
}

/// What the page says of other tasks, but for their names where a task is chosen.
async fn words_of_others(page: &Page) -> Vec<String> {
    let script = r"document.querySelector('#task').hidden = true;
        const words = /.*(fib|φ|number \d|picture|photo|picsum|download|tile|mandelbrot|article).*/gi;
        const said = [...document.querySelectorAll('main, #speedup-chart text')].map(({ innerText, textContent }) => innerText ?? textContent);
        return said.join('\n').match(words) ?? []";
    page.script(script, vec![]).await
}

/// How inputs split depends on what is set: of 14 queens each into 13 pairs, down to the second queen's place.
async fn predicts_what_was_set(site: &Site, page: &Page) {
    let query = "task=queens&executor=fork-join&n=14&workers=2&repeats=1&cutoff=20&run";
    let run = page.run(site, query).await;
    assert_eq!(run.spans.len(), 14, "no input is as big as the cutoff");
    let said = page.text("#verdict").await;
    assert!(
        said.starts_with("Nothing was split: no input is larger than 14"),
        "{said}"
    );
    let spans: usize = page
        .script(
            "return window.predict(window.runs.at(-1), 2, { cutoff: 1 }).spans.length",
            vec![],
        )
        .await;
    assert_eq!(spans, 14 * 14);
}

/// Follows the document in a fresh copy, with some mistakes first, and builds that.
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

    let write = |file: &str| fs::write(copy.join("src/task/queens.rs"), file).expect("a file is added");
    let file = between(&document, "```rust\n", "```");
    write(file);
    let line = |text: &str| between(text, "\ntasks!(", ");").to_owned();
    refuses(
        &copy,
        &[
            "src/task/queens.rs isn't registered",
            &format!("tasks!({});", line(&document)),
        ],
    );
    let tasks = fs::read_to_string(copy.join(TASKS)).expect("the list of tasks");
    let tasks = tasks.replace(&line(&tasks), &line(&document));
    fs::write(copy.join(TASKS), tasks).expect("a word is added");

    for (right, wrong, said) in MISTAKES {
        assert!(file.contains(right), "the document has {right}");
        write(&file.replace(right, wrong));
        refuses(&copy, said);
    }
    write(file);
    let test = [
        "test",
        "--target=host-tuple",
        "--package=easy-concurrency",
        "--lib",
        "queens",
    ];
    for arguments in [&test[..], &["xtask", "dist"]] {
        let (succeeded, said) = cargo(&copy, arguments);
        assert!(succeeded, "cargo {}: {said}", arguments.join(" "));
    }
    copy.join("dist")
}

/// The build stops, and says all of this.
fn refuses(folder: &Path, words: &[&str]) {
    let (succeeded, said) = cargo(folder, &["xtask", "dist"]);
    assert!(!succeeded, "it was built");
    for expected in words {
        assert!(said.contains(expected), "{expected:?} isn't in: {said}");
    }
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

/// Whether it succeeded, and what it said.
fn cargo(folder: &Path, arguments: &[&str]) -> (bool, String) {
    let output = Command::new("cargo")
        .args(arguments)
        .current_dir(folder)
        // This test's own program was started by a cargo that says where the original is.
        .env_remove("CARGO_MANIFEST_DIR")
        .output()
        .expect("cargo starts");
    (
        output.status.success(),
        String::from_utf8_lossy(&output.stderr).into_owned(),
    )
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let rest = text.split_once(start).map(|(_, rest)| rest);
    let part = rest.and_then(|rest| rest.split_once(end)).map(|(part, _)| part);
    part.unwrap_or_else(|| panic!("nothing between {start:?} and {end:?}"))
}
