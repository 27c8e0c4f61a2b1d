//! How much memory a browser's pages take, as the operating system counts it: workers, wasm and pictures included.

use std::fs;

use super::processes::{family, status};

/// The bytes in memory of all processes below this one that show pages. Chromium only: it names them.
pub fn of_pages(browser: i32) -> u64 {
    // A browser forks its pages from helpers, so not all of them are its own children.
    family(browser)
        .into_iter()
        .filter(|&process| shows_pages(process))
        .filter_map(resident)
        .sum()
}

fn shows_pages(process: i32) -> bool {
    // Chromium writes its own command line over the system's, with spaces between the arguments.
    fs::read_to_string(format!("/proc/{process}/cmdline")).is_ok_and(|line| line.contains("--type=renderer"))
}

fn resident(process: i32) -> Option<u64> {
    let kilobytes: u64 = status(process, "VmRSS:")?.trim_end_matches(" kB").parse().ok()?;
    Some(kilobytes * 1024)
}
