//! A test's visit: a stand-in, a host and a browser of its own, and what is kept when it fails.

use std::any::type_name;
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::PathBuf;
use std::sync::{LazyLock, Mutex};
use std::thread;
use std::time::Duration;

use futures_util::FutureExt as _;
use tokio::runtime::{self, Runtime};
use tokio::time::timeout;

use crate::browser::{Engine, Message};
use crate::evidence;
use crate::lock;
use crate::page::Page;
use crate::picsum::Picsum;
use crate::pool;
use crate::site::{Answer, Site, dist};

/// What hangs is ended after this long; no test takes nearly as much.
const TIME_LIMIT: Duration = Duration::from_mins(10);

/// A browser that answers a command no sooner than this hangs.
pub(crate) const HANGS_AFTER: Duration = Duration::from_secs(20);

/// One for all tests: browsers outlive the test that started them, and their connections belong to a runtime.
pub(crate) static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    let runtime = runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build();
    runtime.expect("a runtime")
});

/// What a test has to do with.
pub struct Visit {
    /// Lorem Picsum, as far as the browser knows.
    pub picsum: Picsum,
    /// The host of the page.
    pub site: Site,
    /// The browser's page, empty at first.
    pub page: Page,
    name: String,
    expected_errors: Mutex<Vec<&'static str>>,
}

/// How a visit differs from the usual one.
#[must_use]
pub struct Setup {
    engine: Engine,
    folder: fn() -> PathBuf,
    has_service_worker: bool,
    own_server: bool,
    expected_errors: Vec<&'static str>,
}

/// Runs a test in a browser that knows nothing of others, and fails if the console has an error afterwards.
///
/// When it fails, a screenshot, the console and the page's state are kept below `target/page-tests/`.
pub fn visit(test: impl AsyncFnOnce(&Visit)) {
    Setup::usual().visit(test);
}

/// The same for a test that provokes errors with these texts in the console.
pub fn visit_expecting(errors: &[&'static str], test: impl AsyncFnOnce(&Visit)) {
    Setup::usual().expecting(errors).visit(test);
}

/// The same on a host that lacks the service worker, so that nothing isolates the page or keeps its files.
pub fn visit_without_service_worker(errors: &[&'static str], test: impl AsyncFnOnce(&Visit)) {
    let mut setup = Setup::usual().expecting(&["service-worker.js", "404"]);
    setup.has_service_worker = false;
    setup.expecting(errors).visit(test);
}

impl Setup {
    /// Chromium, on a plain host with all of the site's files.
    pub fn usual() -> Self {
        Self {
            engine: Engine::Chromium,
            folder: dist,
            has_service_worker: true,
            own_server: false,
            expected_errors: Vec::new(),
        }
    }

    /// In another browser than Chromium.
    pub fn with(mut self, engine: Engine) -> Self {
        self.engine = engine;
        self
    }

    /// With another site than the project's.
    pub fn serving(mut self, folder: fn() -> PathBuf) -> Self {
        self.folder = folder;
        self
    }

    /// On the project's own server, which sends the isolation headers.
    pub fn on_its_own_server(mut self) -> Self {
        self.own_server = true;
        self
    }

    /// Lets the console have errors with these texts, because the test provokes them.
    pub fn expecting(mut self, errors: &[&'static str]) -> Self {
        self.expected_errors.extend(errors);
        self
    }

    /// Runs the test, as [`visit`] does.
    pub fn visit<T: AsyncFnOnce(&Visit)>(self, test: T) {
        let name = test_name::<T>();
        if !self.engine.may_be_here() {
            say_skipped(&name, &format!("no {:?} here", self.engine));
            return;
        }
        RUNTIME.block_on(async {
            let visit = self.begin(name).await;
            let in_time = async { timeout(TIME_LIMIT, test(&visit)).await.expect("the test ends in time") };
            let outcome = AssertUnwindSafe(in_time).catch_unwind().await;
            visit.end(outcome).await;
        });
    }

    async fn begin(self, name: String) -> Visit {
        let (browser, picsum) = pool::take(self.engine).await;
        let folder = (self.folder)();
        let site = if self.own_server {
            Site::own(&folder).await
        } else {
            Site::plain(&folder).await
        };
        if !self.has_service_worker {
            site.answer("service-worker.js", Answer::Gone);
        }
        Visit {
            picsum,
            site,
            page: Page::new(browser),
            name,
            expected_errors: Mutex::new(self.expected_errors),
        }
    }
}

impl Visit {
    /// Says that this machine can't tell whether what the test is about holds. The test counts as skipped, if it then returns.
    pub fn skip(&self, reason: &str) {
        say_skipped(&self.name, reason);
    }

    /// Lets the console have errors that contain this text, because the test provokes them.
    pub fn expect_in_console(&self, text: &'static str) {
        lock(&self.expected_errors).push(text);
    }

    async fn end(self, outcome: thread::Result<()>) {
        let console = timeout(HANGS_AFTER, self.page.browser().console()).await;
        let is_silent = console.is_err();
        let console = console.unwrap_or_default();
        let surprises = self.surprises(&console);
        if outcome.is_err() || is_silent || !surprises.is_empty() {
            // A browser that hangs has nothing more to tell.
            let _ = timeout(HANGS_AFTER, evidence::keep(&self.name, &self.page, &console)).await;
            let _ = timeout(HANGS_AFTER, self.page.close()).await;
        } else {
            let origin = self.site.origin();
            let _ = timeout(
                HANGS_AFTER,
                pool::give_back(self.page.into_browser(), self.picsum, &origin),
            )
            .await;
        }
        outcome.unwrap_or_else(|panic| resume_unwind(panic));
        assert!(!is_silent, "the browser doesn't tell what is in its console");
        assert!(
            surprises.is_empty(),
            "the console has errors:\n{}",
            surprises.join("\n")
        );
    }

    fn surprises(&self, console: &[Message]) -> Vec<String> {
        let expected = lock(&self.expected_errors);
        let is_expected = |message: &Message| expected.iter().any(|text| message.text.contains(text));
        console
            .iter()
            .filter(|message| message.is_error() && !is_expected(message))
            .map(ToString::to_string)
            .collect()
    }
}

/// Past the test runner, which doesn't show what a test that passed has printed.
fn say_skipped(test: &str, reason: &str) {
    let line = format!("\nSKIPPED {test}: {reason}\n");
    // In one piece, since other tests print meanwhile.
    let _ = std::io::stderr().write_all(line.as_bytes());
}

/// The name of the thread, which the test runner calls after the test; where it runs tests on its own thread, the
/// function in which the test was written.
fn test_name<T>() -> String {
    let named = thread::current()
        .name()
        .filter(|&name| name != "main")
        .map(str::to_owned);
    named.unwrap_or_else(|| type_name::<T>().trim_end_matches("::{{closure}}").to_owned())
}
