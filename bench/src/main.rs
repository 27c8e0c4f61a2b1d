//! How fast it is: measures every promised ratio in real browsers, and prints which are kept.
//!
//! `cargo xtask bench` builds the site and starts this. Whatever it finds, it ends well: times depend on the machine, so
//! they are for reading, not for failing.

mod arena;
mod grid;
mod machine;
mod native;
mod row;
mod samples;
mod statistics;
mod suite;

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use page_tests::browser::{Browser, Engine};
use page_tests::page::Page;
use page_tests::picsum::Picsum;
use page_tests::site::{Site, dist};
use serde::Serialize;

use arena::Arena;
use machine::Machine;
use native::Native;
use row::{Figure, Row, table};
use suite::{Findings, computing, engine, on_page, page_thread, pictures, sizes, start_up};

/// How far the same arm may be off itself before the whole table is in doubt.
const TOLERANCE: f64 = 0.05;

/// What is written as JSON.
#[derive(Serialize)]
struct Report {
    sizes: Vec<Row>,
    engines: Vec<InEngine>,
}

#[derive(Serialize)]
struct InEngine {
    machine: Machine,
    doubtful: bool,
    #[serde(flatten)]
    findings: Findings,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let wanted = Wanted(env::args().skip(1).collect());
    let target = page_tests::root().join("target/bench");
    let site = target.join("site");
    arena::lay_out(&dist(), &site)?;

    let sizes = sizes::measure(&dist())?;
    println!("\nSizes, in thousands of bytes\n\n{}", table(&sizes));
    let mut engines = Vec::new();
    for engine in [Engine::Chromium, Engine::Firefox, Engine::WebKit] {
        if wanted.engine(engine) {
            let found = measure(engine, &site, &wanted).await;
            found.print();
            engines.push(found);
        }
    }
    let file = target.join("results.json");
    fs::write(&file, serde_json::to_string_pretty(&Report { sizes, engines })?)?;
    println!("All times are in target/bench/results.json");
    Ok(())
}

/// The engines that were named, and the suites, which are all of them where none was.
struct Wanted(Vec<String>);

/// The suites that take time, as they can be named.
const SUITES: [&str; 6] = ["computing", "start-up", "engine", "pictures", "page", "on-page"];

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
async fn measure(engine: Engine, folder: &Path, wanted: &Wanted) -> InEngine {
    let picsum = Picsum::start().await;
    let site = Site::plain(folder, &[]).await;
    let page = Page::new(Browser::start(engine, &picsum).await);
    let arena = Arena::open(&page, &site).await;
    let machine = Machine::of(&page, arena.cores).await;

    let mut findings = Findings::default();
    for suite in SUITES {
        if !wanted.suite(suite) {
            continue;
        }
        eprintln!("» Measuring in {}: {suite}", machine.browser);
        findings.extend(match suite {
            "computing" => computing::measure(&arena, &mut Native::start()).await,
            "start-up" => start_up::measure(&page, &site, arena.cores, wanted.is_quick()).await,
            "engine" => engine::measure(&page, &site, arena.cores).await,
            "pictures" => pictures::measure(&arena, &picsum).await,
            "page" => page_thread::measure(&page, &site, arena.cores, engine).await,
            _ => on_page::measure(&page, &site, &picsum, arena.cores, wanted.is_quick()).await,
        });
    }
    page.close().await;

    let is_off = |row: &Row| matches!(row.measured, Some(Figure::Ratio(ratio)) if !ratio.is_one_within(TOLERANCE));
    InEngine {
        machine,
        doubtful: findings.controls.iter().any(is_off),
        findings,
    }
}

impl InEngine {
    fn print(&self) {
        let Machine {
            processor,
            cores,
            browser,
            date,
        } = &self.machine;
        println!("\n{browser}, {processor} with {cores} cores, {date}\n");
        if self.doubtful {
            println!(
                "DOUBTFUL: an arm against itself is off by more than {:.0}%. Close other programs and measure again.\n",
                TOLERANCE * 100.0
            );
        }
        println!("{}", table(&self.findings.rows));
        for grid in &self.findings.grids {
            println!("{}", grid.text());
        }
        println!("Controls, which should be 1:\n\n{}", table(&self.findings.controls));
    }
}
