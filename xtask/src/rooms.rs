//! The house of `src/`: its rooms stand in `src/lib.rs` from the ground up, and each may import only those above it.

use std::fs;
use std::path::Path;

use crate::paths;

#[test]
fn each_room_imports_only_those_above_it() {
    let source = paths::root().join("src");
    let house = fs::read_to_string(source.join("lib.rs")).unwrap();
    let rooms: Vec<&str> = house.lines().filter_map(room).collect();
    let place = |name: &str| rooms.iter().position(|room| *room == name);
    let mut circles = Vec::new();
    each_file(&source, &mut |path| {
        let inside = path.strip_prefix(&source).unwrap();
        let own = inside.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs");
        let text = fs::read_to_string(path).unwrap();
        // Tests may take what they need from anywhere.
        let code = text.split("\n#[cfg(test)]\nmod tests").next().unwrap();
        assert!(
            !code.contains("crate::{"),
            "{}: name each room in a line of its own",
            inside.display()
        );
        for other in imported(code) {
            if place(own).is_some() && place(other) > place(own) {
                circles.push(format!("{} imports {other}", inside.display()));
            }
        }
    });
    assert!(rooms.len() > 10, "{rooms:?}");
    assert_eq!(circles, [""; 0], "src/lib.rs has the order");
}

/// The room that a line of `lib.rs` names.
fn room(line: &str) -> Option<&str> {
    let line = line.strip_prefix("pub ").unwrap_or(line);
    line.strip_prefix("mod ")?.strip_suffix(';')
}

/// The rooms that code names.
fn imported(code: &str) -> impl Iterator<Item = &str> {
    code.split("crate::").skip(1).map(|rest| {
        let end = rest.find(|next: char| !next.is_ascii_lowercase() && next != '_');
        rest.split_at(end.unwrap_or(rest.len())).0
    })
}

fn each_file(folder: &Path, act: &mut impl FnMut(&Path)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            each_file(&path, act);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            act(&path);
        }
    }
}
