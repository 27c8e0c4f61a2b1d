//! Measures every ratio that has a target in real browsers, and prints which targets are met.
//!
//! `cargo xtask bench` builds the site and starts this. The measurements are here, `promises.js` has the targets, and `report.js` prints
//! the report. A missed target is no failure, because times depend on the machine.

mod arena;
mod machine;
mod native;
mod samples;
mod suite;
mod suites;

use std::error::Error;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

use page_tests::browser::{Browser, Engine};
use page_tests::page::Page;
use page_tests::picsum::Picsum;
use page_tests::site::{Site, dist};
use serde::Serialize;

use arena::Arena;
use machine::Machine;
use native::Native;
use samples::Findings;
use suite::{comparing, computing, engine, on_page, page_thread, pictures, start_up};
use suites::SUITES;

/// What is written as JSON for each browser.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Measured {
    machine: Machine,
    samples: Findings,
    /// The longest task on the page's thread in any run; none where it wasn't measured, or the browser doesn't tell.
    longest_task_ms: Option<f64>,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let wanted = Wanted(env::args().skip(1).collect());
    let target = page_tests::root().join("target/bench");
    let site = target.join("site");
    arena::lay_out(&dist(), &site)?;

    report("sizes", &dist())?;
    for engine in [Engine::Chromium, Engine::Firefox, Engine::WebKit] {
        if wanted.engine(engine) {
            let file = target.join(format!("{engine:?}.json").to_lowercase());
            fs::write(
                &file,
                serde_json::to_string_pretty(&measure(engine, &site, &wanted).await)?,
            )?;
            report("times", &file)?;
            println!("All times are in {}.", file.display());
        }
    }
    Ok(())
}

fn report(what: &str, path: &Path) -> Result<(), Box<dyn Error>> {
    let script = page_tests::root().join("bench/report.js");
    let status = Command::new("node").arg(script).arg(what).arg(path).status()?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("the report of {what} failed").into())
    }
}

/// The engines that were named, and the suites, which are all of them where none was.
struct Wanted(Vec<String>);

impl Wanted {
    fn engine(&self, engine: Engine) -> bool {
        self.0.contains(&format!("{engine:?}").to_lowercase())
    }

    /// Whether fewer rounds are enough, to see while developing where one stands.
    fn is_quick(&self) -> bool {
        self.0.iter().any(|word| word == "quick")
    }

    fn suite(&self, name: &str) -> bool {
        self.0.iter().any(|word| word == name) || !self.0.iter().any(|word| SUITES.contains(&word.as_str()))
    }
}

/// Measures in one browser.
async fn measure(engine: Engine, folder: &Path, wanted: &Wanted) -> Measured {
    let picsum = Picsum::start().await;
    let site = Site::plain(folder).await;
    let page = Page::new(Browser::start(engine, &picsum).await);
    let arena = Arena::open(&page, &site).await;
    let machine = Machine::of(&page, arena.cores).await;

    let mut samples = Findings::new();
    let mut longest_task_ms = None;
    for suite in SUITES.into_iter().filter(|suite| wanted.suite(suite)) {
        eprintln!("» Measuring in {}: {suite}", machine.browser);
        samples.extend(match suite {
            "comparing" => comparing::measure(&page, &site, wanted.is_quick()).await,
            "computing" => computing::measure(&arena, &mut Native::start()).await,
            "start-up" => start_up::measure(&page, &site, arena.cores, wanted.is_quick()).await,
            "engine" => engine::measure(&page, &site, arena.cores).await,
            "pictures" => pictures::measure(&arena, &picsum).await,
            "page" => page_thread::measure(&page, &site, arena.cores, &mut longest_task_ms).await,
            _ => on_page::measure(&page, &site, &picsum, arena.cores, wanted.is_quick()).await,
        });
    }
    page.close().await;
    Measured {
        machine,
        samples,
        longest_task_ms,
    }
}
