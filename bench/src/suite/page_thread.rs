//! The page's own thread while a run goes on: it must stay free.

use page_tests::browser::Engine;
use page_tests::page::Page;
use page_tests::site::Site;
use serde::Deserialize;
use serde_json::json;

use super::{Findings, growth};
use crate::row::{Bound, Figure, Row};
use crate::samples::Samples;
use crate::statistics::Ratio;

/// Calls back with what happened on the page's thread during a second of idling, or during a run, from the click to its
/// end.
const WATCH: &str = "
    const [action, done] = arguments
    const root = document.documentElement
    const seen = { frames: 0, firstMs: 0, lastMs: 0, longestMs: 0 }
    const observer = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) seen.longestMs = Math.max(seen.longestMs, duration)
    })
    try { observer.observe({ type: 'longtask' }) } catch {}
    let over = false
    const tick = (atMs) => {
        seen.frames += 1
        seen.firstMs ||= atMs
        seen.lastMs = atMs
        if (!over) return requestAnimationFrame(tick)
        // Entries of long tasks are a little late.
        setTimeout(() => { observer.disconnect(); done(seen) }, 100)
    }
    requestAnimationFrame(tick)
    if (action === 'idle') {
        setTimeout(() => { over = true }, 1000)
    } else {
        const states = new MutationObserver(() => {
            if (['running', 'loading'].includes(root.dataset.state)) return
            states.disconnect()
            over = true
        })
        states.observe(root, { attributes: true, attributeFilter: ['data-state'] })
        document.getElementById(action).click()
    }";

/// What happened on the page's thread.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Seen {
    frames: u32,
    first_ms: f64,
    last_ms: f64,
    longest_ms: f64,
}

impl Seen {
    fn frame_ms(&self) -> f64 {
        (self.last_ms - self.first_ms) / f64::from(self.frames - 1)
    }
}

/// Set-ups that keep a page busy for about a second, with one worker less than there are cores.
fn set_ups(cores: usize) -> Vec<(&'static str, String)> {
    let workers = cores.saturating_sub(1).max(1);
    let fib = |executor| format!("task=fib&executor={executor}&n=37&workers={workers}&repeats=8");
    let pictures = |executor| {
        format!("task=pictures&executor={executor}&source=simulated&latency=100&count=300&workers=20&repeats=1")
    };
    vec![
        ("loop, fib", fib("loop")),
        ("async, fib", fib("async")),
        ("gil, fib", fib("gil")),
        ("threads, fib", fib("threads")),
        ("fork-join, fib", fib("fork-join")),
        ("processes, fib", fib("processes")),
        ("async, 300 pictures", pictures("async")),
        ("threads, 300 pictures", pictures("threads")),
        ("processes, 300 pictures", pictures("processes")),
    ]
}

/// Measures all of it.
pub async fn measure(page: &Page, site: &Site, cores: usize, engine: Engine) -> Findings {
    // Only Chromium tells of long tasks, and how much a page's thread has computed.
    let tells_all = engine == Engine::Chromium;
    let mut findings = measure_frames(page, site, cores, tells_all).await;
    if tells_all {
        findings.extend(growth::measure(page, site).await);
    }
    findings
}

async fn measure_frames(page: &Page, site: &Site, cores: usize, has_long_tasks: bool) -> Findings {
    const ROUNDS: usize = 3;
    let mut findings = Findings::default();
    let mut longest_ms = 0.0_f64;
    let mut worst: Option<(&str, Ratio)> = None;
    for (name, set_up) in set_ups(cores) {
        page.open(site, &set_up).await;
        page.wait_for(&["ready"]).await;
        // Workers' scripts are loaded, and the engine has optimised the page's.
        watch(page, "run").await;
        let samples = Samples::by_turns(0, ROUNDS, &["run", "idle"], async |action| {
            let seen = watch(page, action).await;
            if action == "run" {
                longest_ms = longest_ms.max(seen.longest_ms);
            }
            seen.frame_ms()
        })
        .await;
        if let Some(ratio) = samples.ratio("idle", "run")
            && worst.is_none_or(|(_, least)| ratio.value < least.value)
        {
            worst = Some((name, ratio));
        }
        findings.samples.insert(name.to_owned(), samples);
    }
    let longest = has_long_tasks.then_some(Figure::Milliseconds(longest_ms));
    findings.rows = vec![
        Row::new(
            "the longest task on the page's thread in any run",
            Bound::AtMost(50.0),
            longest,
        ),
        Row::ratio(
            format!(
                "frames in a run against the idle page's, P = cores - 1, the worst of {} set-ups: {}",
                findings.samples.len(),
                worst.map_or("none", |(name, _)| name)
            ),
            Bound::AtLeast(0.97),
            worst.map(|(_, ratio)| ratio),
        ),
    ];
    findings
}

/// What happens meanwhile on the page's thread.
async fn watch(page: &Page, action: &str) -> Seen {
    page.script_async(WATCH, vec![json!(action)]).await
}
