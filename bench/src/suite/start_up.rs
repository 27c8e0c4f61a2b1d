//! How soon after a press an executor is ready, on the page itself, against workers that do nothing else; and how soon a link shows
//! a run, against the page alone.

use std::time::Instant;

use page_tests::browser::Engine;
use page_tests::page::Page;
use page_tests::site::Site;
use serde_json::json;

use super::on_page::{ask, load};
use crate::samples::{Findings, Samples};

/// An executor with so many workers, and beside how many bare ones it is held.
struct Arm {
    executor: &'static str,
    task: &'static str,
    workers: usize,
    bare: usize,
}

/// Measures it.
pub async fn measure(page: &Page, site: &Site, cores: usize, is_quick: bool) -> Findings {
    let mut findings = warm(page, site, cores, is_quick).await;
    findings.extend(first(page, site, cores, is_quick).await);
    if page.browser().engine() == Engine::Chromium {
        let own = Site::own(&page_tests::site::dist()).await;
        for (site, host) in [
            (site, "by a host without headers, so through a reload"),
            (&own, "by a host with headers"),
        ] {
            findings.insert(format!("a link with run, {host}"), cold(page, site, is_quick).await);
        }
    }
    findings
}

fn arms(cores: usize) -> Vec<Arm> {
    let fib = |executor, workers, bare| Arm {
        executor,
        task: "fib",
        workers,
        bare,
    };
    let pictures = |executor| Arm {
        executor,
        task: "pictures",
        workers: 20,
        bare: 20,
    };
    vec![
        fib("loop", 1, 1),
        fib("async", cores, 1),
        fib("threads", cores, cores),
        fib("processes", cores, cores),
        fib("threads", 8, 8),
        fib("processes", 8, 8),
        pictures("gil"),
        pictures("threads"),
        pictures("processes"),
    ]
}

/// Presses on a page that has run each of them before.
async fn warm(page: &Page, site: &Site, cores: usize, is_quick: bool) -> Findings {
    open(page, site, "").await;
    let mut findings = Findings::new();
    for arm in arms(cores) {
        let rounds = if is_quick { 5 } else { 15 };
        let samples = Samples::by_turns(
            1,
            rounds,
            &["bare", "bare again", "ready", "cost"],
            async |which| match which {
                "ready" => arm.press(page).await[0],
                "cost" => arm.press(page).await[1],
                _ => ask(page, "bare(...arguments)", vec![json!(arm.bare)]).await,
            },
        )
        .await;
        findings.insert(format!("start-up, {}", arm.name()), samples);
    }
    findings
}

/// The first press of a visit against a later one of the same.
async fn first(page: &Page, site: &Site, cores: usize, is_quick: bool) -> Findings {
    let mut findings = Findings::new();
    let is_small = |arm: &Arm| arm.task == "fib" && arm.workers <= cores;
    for arm in arms(cores).into_iter().filter(is_small) {
        let mut samples = Samples::default();
        for _ in 0..if is_quick { 3 } else { 8 } {
            open(page, site, "").await;
            for which in ["first", "second"] {
                samples.add(which, arm.press(page).await[0]);
            }
        }
        findings.insert(format!("first start-up, {}", arm.name()), samples);
    }
    findings
}

/// A link that runs threads, opened by a browser that knows nothing of the site, against one that runs nothing.
async fn cold(page: &Page, site: &Site, is_quick: bool) -> Samples {
    let rounds = if is_quick { 4 } else { 12 };
    Samples::by_turns(1, rounds, &["page", "page again", "run"], async |arm| {
        forget(page, site).await;
        let (run, state) = if arm == "run" { ("&run", "done") } else { ("", "ready") };
        let begin = Instant::now();
        page.open(site, &format!("task=fib&executor=threads&n=25&repeats=1{run}"))
            .await;
        page.wait_for(&[state]).await;
        begin.elapsed().as_secs_f64() * 1e3
    })
    .await
}

/// Has the browser forget the site.
pub async fn forget(page: &Page, site: &Site) {
    page.go("about:blank").await;
    let address = site.address("");
    let origin = address.split('/').take(3).collect::<Vec<_>>().join("/");
    let all = json!({ "origin": origin, "storageTypes": "all" });
    page.browser().devtools("Storage.clearDataForOrigin", all).await;
    page.browser().devtools("Network.clearBrowserCache", json!({})).await;
}

/// The page, isolated and at rest, with what presses its button.
async fn open(page: &Page, site: &Site, query: &str) {
    page.open_ready(site, query).await;
    load(page, site).await;
}

impl Arm {
    fn name(&self) -> String {
        match self {
            Self { executor, workers, .. } if self.task == "pictures" => {
                format!("{executor}, {workers} workers for pictures")
            }
            Self { executor, bare: 1, .. } => (*executor).to_owned(),
            Self { executor, workers, .. } => format!("{executor}({workers})"),
        }
    }

    /// What a press waits for until it is ready, and what that cost, in milliseconds.
    async fn press(&self, page: &Page) -> [f64; 2] {
        let mut fields = vec![json!(["task", self.task]), json!(["executor", self.executor])];
        if self.task == "pictures" {
            fields.extend([
                json!(["source", "simulated"]),
                json!(["latency", 1]),
                json!(["count", 20]),
            ]);
        } else {
            fields.push(json!(["n", 3]));
        }
        fields.extend([json!(["workers", self.workers]), json!(["repeats", 1])]);
        ask::<()>(page, "choose(...arguments)", vec![json!(fields)]).await;
        ask(page, "startUp()", vec![]).await
    }
}
