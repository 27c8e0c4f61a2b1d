//! What a visitor gets: each executor on the built page with everything shown, against the same page with its views hidden, and
//! against a coordinator alone while the page does nothing.
//!
//! Every arm has workers of its own, as a run has. All of them run in one page, which has seen each executor before, so that
//! every view has something to show.

use std::time::Duration;

use page_tests::executors::{self, FOR_FIB, FOR_PICTURES};
use page_tests::page::Page;
use page_tests::picsum::Picsum;
use page_tests::site::Site;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::arena::{self, FOLDER, job};
use crate::samples::{Findings, Samples};

/// A desktop's window and a phone's.
const SIZES: [(u32, u32); 2] = [(1280, 900), (390, 844)];

const ARMS: [&str; 4] = ["shown", "shown again", "hidden", "arena"];

const PICTURES: u32 = 20;
const HOP: Duration = Duration::from_millis(100);

/// Downloads one by one take seconds, and differ by little.
const ONE_BY_ONE: [&str; 2] = ["loop", "map"];

/// What is done by all executors.
struct Work {
    name: String,
    task: &'static str,
    inputs: Vec<u32>,
    /// What the form is to say of the inputs.
    form: (&'static str, u32),
    executors: &'static [&'static str],
    workers: usize,
    /// Of one press: as many as take some tenths of a second.
    repeats: u32,
    /// At each size.
    rounds: usize,
}

/// Measures all of it.
pub async fn measure(page: &Page, site: &Site, picsum: &Picsum, cores: usize, is_quick: bool) -> Findings {
    page.open_ready(site, "").await;
    load(page, site).await;
    picsum.set_latency(HOP);
    let mut findings = Findings::new();
    for work in works(cores) {
        findings.extend(work.measure(page, is_quick).await);
    }
    picsum.set_latency(Duration::ZERO);
    findings
}

/// Puts what presses the button into the page.
pub async fn load(page: &Page, site: &Site) {
    let script = "
        const [source, done] = arguments
        const script = Object.assign(document.createElement('script'), { type: 'module', src: source })
        script.onerror = () => done('it is not there')
        document.head.append(script)
        // It is ready once it has put itself into the window, which is later than its being loaded.
        const look = () => window.onPage ? done(null) : setTimeout(look, 10)
        look()";
    let source = format!("{}{FOLDER}/on-page.js", site.address(""));
    let problem: Option<String> = page.script_async(script, vec![json!(source)]).await;
    assert_eq!(problem, None, "{source} is loaded");
}

fn works(cores: usize) -> Vec<Work> {
    let fib = |n, repeats| Work {
        name: format!("fib(1..={n})"),
        task: "fib",
        inputs: (1..=n).collect(),
        form: ("n", n),
        executors: &FOR_FIB,
        workers: cores,
        repeats,
        rounds: 6,
    };
    let pictures = Work {
        name: format!("{PICTURES} pictures"),
        task: "pictures",
        inputs: (0..PICTURES).collect(),
        form: ("count", PICTURES),
        executors: &FOR_PICTURES,
        workers: 20,
        repeats: 1,
        rounds: 6,
    };
    vec![fib(30, 20), fib(35, 6), fib(40, 1), pictures]
}

impl Work {
    async fn measure(&self, page: &Page, is_quick: bool) -> Findings {
        for executor in self.executors {
            self.choose(page, executor).await;
            press(page, true).await;
        }
        let mut findings = Findings::new();
        for (width, height) in SIZES {
            page.resize(width, height).await;
            for executor in self.executors {
                self.choose(page, executor).await;
                let samples = self.compare(page, executor, is_quick).await;
                for of in [executor, "all of them"] {
                    let name = format!("on the page, {}: {of}", self.name);
                    findings.entry(name).or_default().extend(&samples);
                }
            }
        }
        findings
    }

    /// Fills the form in.
    async fn choose(&self, page: &Page, executor: &str) {
        let (name, value) = self.form;
        // In an order in which nothing puts back what was said before it.
        let fields = json!([
            ["task", self.task],
            ["executor", executor],
            [name, value],
            ["workers", self.workers],
            ["repeats", self.repeats],
        ]);
        ask::<()>(page, "choose(...arguments)", vec![fields]).await;
    }

    async fn compare(&self, page: &Page, executor: &str, is_quick: bool) -> Samples {
        let order = if self.task == "fib" {
            "longest-first"
        } else {
            "ascending"
        };
        let job = job(&json!({
            "task": self.task, "executor": executor, "inputs": self.inputs, "workers": self.workers, "order": order,
        }));
        let threads = executors::threads(executor, self.workers);
        Samples::by_turns(0, self.rounds(executor, is_quick), &ARMS, async |arm| match arm {
            "arena" => {
                let arguments = vec![job.clone(), json!(threads), json!(self.repeats)];
                ask(page, "alone(...arguments)", arguments).await
            }
            arm => press(page, arm != "hidden").await,
        })
        .await
    }

    fn rounds(&self, executor: &str, is_quick: bool) -> usize {
        let is_long = self.task == "pictures" && ONE_BY_ONE.contains(&executor);
        let rounds = if is_long { 3 } else { self.rounds };
        if is_quick { rounds / 3 } else { rounds }
    }
}

/// The median time of one press of Run, in milliseconds.
async fn press(page: &Page, is_shown: bool) -> f64 {
    ask(page, "press(...arguments)", vec![json!(is_shown)]).await
}

/// What a call of it gives.
pub async fn ask<T: DeserializeOwned>(page: &Page, call: &str, arguments: Vec<Value>) -> T {
    arena::ask(page, &format!("onPage.{call}"), arguments).await
}
