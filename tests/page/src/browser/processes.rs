//! Which processes belong together, as the operating system tells it.

use std::fs;

#[cfg(unix)]
use rustix::process::{Pid, Signal, geteuid, kill_process};

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

/// Ends a process at once, if it is there still.
#[cfg(unix)]
pub fn kill(process: i32) {
    if let Some(process) = Pid::from_raw(process) {
        let _ = kill_process(process, Signal::KILL);
    }
}

/// Elsewhere drivers end their browsers by themselves.
#[cfg(not(unix))]
pub fn kill(_process: i32) {}

/// Whether root runs this, for whom browsers have no sandbox.
#[cfg(unix)]
pub fn runs_as_root() -> bool {
    geteuid().is_root()
}

/// There is none.
#[cfg(not(unix))]
pub fn runs_as_root() -> bool {
    false
}

/// What the system says of a process under this name.
fn status(process: i32, name: &str) -> Option<String> {
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

/// The bytes in memory of all processes below this one that show pages, as the operating system counts them: workers, wasm and pictures
/// included. Chromium only: it names them.
pub fn memory_of_pages(browser: i32) -> u64 {
    // Chromium writes its own command line over the system's, with spaces between the arguments.
    let shows_pages = |process: &i32| {
        fs::read_to_string(format!("/proc/{process}/cmdline")).is_ok_and(|line| line.contains("--type=renderer"))
    };
    let kilobytes = |process| status(process, "VmRSS:")?.trim_end_matches(" kB").parse::<u64>().ok();
    // A browser forks its pages from helpers, so not all of them are its own children.
    let pages = family(browser).into_iter().filter(shows_pages);
    pages.filter_map(kilobytes).sum::<u64>() * 1024
}
