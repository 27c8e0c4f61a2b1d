//! How much memory a browser's pages take, as the operating system counts it: workers, wasm and pictures included.

use std::fs;

use rustix::process::Pid;

/// The bytes in memory of all processes below the browser's that show pages.
pub fn of_pages(browser: Pid) -> u64 {
    let parents: Vec<(i32, i32)> = processes()
        .filter_map(|process| Some((process, parent(process)?)))
        .collect();
    let mut family = vec![browser.as_raw_nonzero().get()];
    // A browser forks its pages from helpers, so not all of them are its own children.
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
        .into_iter()
        .filter(|&process| shows_pages(process))
        .filter_map(resident)
        .sum()
}

fn processes() -> impl Iterator<Item = i32> {
    fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
}

fn shows_pages(process: i32) -> bool {
    // Chromium writes its own command line over the system's, with spaces between the arguments.
    fs::read_to_string(format!("/proc/{process}/cmdline")).is_ok_and(|line| line.contains("--type=renderer"))
}

fn parent(process: i32) -> Option<i32> {
    status(process, "PPid:")?.parse().ok()
}

fn resident(process: i32) -> Option<u64> {
    let kilobytes: u64 = status(process, "VmRSS:")?.trim_end_matches(" kB").parse().ok()?;
    Some(kilobytes * 1024)
}

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
