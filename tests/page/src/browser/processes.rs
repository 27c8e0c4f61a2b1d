//! Which processes belong together, as the operating system tells it.

use std::fs;

/// A process and all that descend from it, parents before their children.
pub fn family(ancestor: i32) -> Vec<i32> {
    let parents: Vec<(i32, i32)> = all()
        .filter_map(|process| Some((process, status(process, "PPid:")?.parse().ok()?)))
        .collect();
    let mut family = vec![ancestor];
    let mut next = 0;
    while let Some(&ancestor) = family.get(next) {
        family.extend(
            parents
                .iter()
                .filter(|(_, parent)| *parent == ancestor)
                .map(|(child, _)| *child),
        );
        next += 1;
    }
    family
}

/// What the system says of a process under this name.
pub fn status(process: i32, name: &str) -> Option<String> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    Some(
        status
            .lines()
            .find_map(|line| line.strip_prefix(name))?
            .trim()
            .to_owned(),
    )
}

fn all() -> impl Iterator<Item = i32> {
    fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
}
