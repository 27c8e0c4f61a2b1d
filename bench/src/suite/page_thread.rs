//! The page's own thread while a run goes on: it must stay free.

use page_tests::browser::Engine;
use page_tests::page::Page;
use page_tests::site::Site;
use serde::Deserialize;
use serde_json::json;

use super::growth;
use crate::samples::{Findings, Samples};

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

/// Measures all of it, and the longest task of the page's thread in any run.
pub async fn measure(page: &Page, site: &Site, cores: usize, longest_ms: &mut Option<f64>) -> Findings {
    // Only Chromium tells of long tasks, and how much a page's thread has computed.
    let tells_all = page.browser().engine() == Engine::Chromium;
    let mut findings = Findings::new();
    for (name, set_up) in set_ups(cores) {
        page.open_ready(site, &set_up).await;
        // Workers' scripts are loaded, and the engine has optimised the page's.
        watch(page, "run").await;
        let samples = Samples::by_turns(0, 3, &["run", "idle"], async |action| {
            let seen = watch(page, action).await;
            if tells_all && action == "run" {
                *longest_ms = Some(seen.longest_ms.max(longest_ms.unwrap_or_default()));
            }
            seen.frame_ms()
        })
        .await;
        findings.insert(format!("frames, {name}"), samples);
    }
    if tells_all {
        findings.extend(growth::measure(page, site).await);
    }
    findings
}

/// What happens meanwhile on the page's thread.
async fn watch(page: &Page, action: &str) -> Seen {
    page.script_async(WATCH, vec![json!(action)]).await
}
