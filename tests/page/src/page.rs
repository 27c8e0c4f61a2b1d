//! The page as a visitor and a script see it.

use std::time::{Duration, Instant};

use fantoccini::Locator;
use fantoccini::elements::Element;
use fantoccini::error::{CmdError, ErrorStatus};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::browser::{Browser, LIMIT};
use crate::run::Run;
use crate::site::Site;

/// From now on, changes every job that the page starts.
const REPLACE_IN_JOBS: &str = "
    const [changes] = arguments
    window.realPostMessage ??= Worker.prototype.postMessage
    Worker.prototype.postMessage = function (message, ...rest) {
        if (message.type === 'start') message = { ...message, job: { ...message.job, ...changes } }
        if (message.type === 'pool' && changes.workers) {
            message = { ...message, threads: Array(changes.workers).fill(message.threads[0]) }
        }
        return realPostMessage.call(this, message, ...rest)
    }";

/// From now on, notes the states that the page goes through.
const NOTE_STATES: &str = "
    const root = document.documentElement
    window.notedStates = []
    const observer = new MutationObserver(() => notedStates.push(root.dataset.state))
    observer.observe(root, { attributes: true, attributeFilter: ['data-state'] })";

/// After an expression, calls back with its value as soon as that counts as true.
const AWAIT_VALUE: &str = "
    const done = arguments[0]
    const look = () => {
        const value = expression()
        if (value) done(value)
        return value
    }
    if (!look()) {
        const everything = { attributes: true, childList: true, subtree: true }
        new MutationObserver((_, observer) => look() && observer.disconnect()).observe(document, everything)
    }";

/// From now on, keeps what the page copies and saves.
const KEEP_SAVED: &str = "
    window.kept = []
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => kept.push(text) } })
    const create = URL.createObjectURL
    URL.createObjectURL = (blob) => (kept.push(blob), create(blob))
    HTMLAnchorElement.prototype.click = () => {}";

/// Calls back with the last thing kept, as a text.
const LAST_KEPT: &str = "
    const done = arguments[0]
    const last = kept.at(-1)
    if (last instanceof Blob) last.arrayBuffer().then((buffer) => done(new TextDecoder('latin1').decode(buffer)))
    else done(last)";

/// A page may have one worker of each flavour ready for the next run.
const FLAVOURS: usize = 2;

/// The states in which a run is over.
pub const OVER: &[&str] = &["done", "failed", "cancelled"];

/// A page in a browser.
pub struct Page {
    browser: Browser,
}

impl Page {
    /// A page that shows nothing yet.
    pub fn new(browser: Browser) -> Self {
        Self { browser }
    }

    /// The browser that shows it.
    pub fn browser(&self) -> &Browser {
        &self.browser
    }

    /// The browser, for another page.
    pub fn into_browser(self) -> Browser {
        self.browser
    }

    /// Ends the browser.
    pub async fn close(self) {
        self.browser.quit().await;
    }

    /// Goes to the site's page with this query.
    pub async fn open(&self, site: &Site, query: &str) {
        self.go(&site.address(query)).await;
    }

    /// Goes there, and waits until it is ready for a press.
    pub async fn open_ready(&self, site: &Site, query: &str) {
        self.open(site, query).await;
        self.wait_for(&["ready"]).await;
    }

    /// Goes to an address.
    pub async fn go(&self, address: &str) {
        self.browser
            .client()
            .goto(address)
            .await
            .unwrap_or_else(|error| panic!("{address} doesn't open: {error}"));
    }

    /// Waits until the page is in one of these states, and says in which.
    pub async fn wait_for(&self, states: &[&str]) -> String {
        self.await_state(false, states).await
    }

    /// Waits until the page is in one of these states, or `noted` has one of them.
    async fn await_state(&self, noted: bool, states: &[&str]) -> String {
        let client = self.browser.client();
        // A page that was reloaded has noted none, and may have no element yet.
        let reached = format!(
            "(({noted} && window.notedStates) || [document.documentElement?.dataset.state])
                .find((state) => {states:?}.includes(state))"
        );
        // Where a callback may never come, it asks again and again.
        let asks_again = self.browser.engine().loses_callbacks();
        loop {
            let found = if asks_again {
                client.execute(&format!("return {reached} ?? null"), vec![]).await
            } else {
                client.execute_async(&awaiting(&reached), vec![]).await
            };
            match found {
                Ok(Value::String(state)) => return state,
                Ok(_) => tokio::time::sleep(Duration::from_millis(25)).await,
                Err(error) if was_reloaded(&error) => {}
                Err(error) => panic!("the page never was in {states:?}: {error}"),
            }
        }
    }

    /// Opens the page with this set-up, which must say `run`, and waits for the run.
    pub async fn run(&self, site: &Site, query: &str) -> Run {
        self.open(site, query).await;
        self.wait_for(OVER).await;
        self.last_run().await
    }

    /// Clicks a button that starts a run, and waits until that is over; says how it ended.
    pub async fn click_and_wait(&self, button: &str) -> String {
        self.eval::<()>(NOTE_STATES).await;
        self.click(button).await;
        self.await_state(true, OVER).await
    }

    /// Clicks a button that starts a run, and waits for the run.
    pub async fn run_by_click(&self, button: &str) -> Run {
        let before = self.runs().await.len();
        self.click_and_wait(button).await;
        let mut runs = self.runs().await;
        assert_eq!(runs.len(), before + 1, "a click on {button:?} makes one run");
        runs.pop().expect("a run")
    }

    /// All finished runs, oldest first.
    pub async fn runs(&self) -> Vec<Run> {
        self.eval("return window.runs").await
    }

    /// The newest run.
    pub async fn last_run(&self) -> Run {
        self.runs().await.pop().expect("a finished run is in window.runs")
    }

    /// The page's warnings.
    pub async fn warnings(&self) -> Vec<String> {
        self.texts("#warnings li").await
    }

    /// The codes of what is said in the elements that match, such as `#fault` and `#warnings li`.
    pub async fn codes(&self, selector: &str) -> Vec<String> {
        let script = "return [...document.querySelectorAll(arguments[0])].map(({ dataset }) => dataset.code ?? '')";
        self.script(script, vec![selector.into()]).await
    }

    /// The visible texts of all elements that match.
    pub async fn texts(&self, selector: &str) -> Vec<String> {
        let mut texts = Vec::new();
        for element in self.all(selector).await {
            texts.push(element.text().await.expect("an element has a text"));
        }
        texts
    }

    /// The visible text of the only element that matches.
    pub async fn text(&self, selector: &str) -> String {
        let texts = self.texts(selector).await;
        let [text] = texts.as_slice() else {
            panic!("{} elements match {selector}", texts.len())
        };
        text.clone()
    }

    /// All elements that match.
    pub async fn all(&self, selector: &str) -> Vec<Element> {
        self.browser
            .client()
            .find_all(Locator::Css(selector))
            .await
            .expect("a selector")
    }

    /// Clicks the button with this accessible name.
    pub async fn click(&self, name: &str) {
        let button = self
            .button(name)
            .await
            .unwrap_or_else(|| panic!("no button is called {name:?}"));
        button
            .click()
            .await
            .unwrap_or_else(|error| panic!("{name:?} can't be clicked: {error}"));
    }

    /// The button with this accessible name, if it is shown.
    pub async fn button(&self, name: &str) -> Option<Element> {
        for button in self.all("button").await {
            let label = self.browser.label(&button).await;
            if label == name && button.is_displayed().await.unwrap_or(false) {
                return Some(button);
            }
        }
        None
    }

    /// Replaces what is in the field with this label.
    pub async fn fill(&self, label: &str, text: &str) {
        for field in self.all("input").await {
            if self.browser.label(&field).await == label {
                field.clear().await.expect("a field can be cleared");
                field.send_keys(text).await.expect("a field takes keys");
                return;
            }
        }
        panic!("no field is labelled {label:?}");
    }

    /// Chooses this option of the form's field of that name.
    pub async fn choose(&self, field: &str, option: &str) {
        let script = "
            const [name, value] = arguments
            const field = document.getElementById(name)
            field.value = value
            field.dispatchEvent(new Event('change', { bubbles: true }))";
        self.script::<()>(script, vec![json!(field), json!(option)]).await;
    }

    /// Brings the element into view.
    pub async fn scroll_to(&self, selector: &str) {
        let script = "document.querySelector(arguments[0]).scrollIntoView()";
        self.script::<()>(script, vec![json!(selector)]).await;
    }

    /// From now on, runs this script before those of each page that is loaded, until what this returns is given to
    /// [`stop_adding`](Self::stop_adding). Chromium only.
    pub async fn add_to_each_load(&self, script: &str) -> String {
        let source = json!({ "source": script });
        let added = self
            .browser
            .devtools("Page.addScriptToEvaluateOnNewDocument", source)
            .await;
        added["identifier"].as_str().expect("it can be taken back").to_owned()
    }

    /// Takes such a script back.
    pub async fn stop_adding(&self, added: &str) {
        let identifier = json!({ "identifier": added });
        self.browser
            .devtools("Page.removeScriptToEvaluateOnNewDocument", identifier)
            .await;
    }

    /// From now on, keeps what the page copies and saves.
    pub async fn keep_what_is_saved(&self) {
        self.eval::<()>(KEEP_SAVED).await;
    }

    /// The last thing that was kept, as a text.
    pub async fn last_kept(&self) -> String {
        self.eval_async(LAST_KEPT).await
    }

    /// From now on, every job that the page starts has these properties in place of its own: what the page itself never asks
    /// for.
    pub async fn replace_in_jobs(&self, changes: Value) {
        self.script::<()>(REPLACE_IN_JOBS, vec![changes]).await;
    }

    /// Waits until no worker of the page is left but spare ones, and none at all once it is left; `after` says what should have
    /// ended them.
    pub async fn wait_for_workers_to_end(&self, after: &str) {
        // No event tells of it. Ending is a matter of milliseconds, on a busy machine of seconds; what is there after
        // half a minute stays.
        for _ in 0..1200 {
            let targets = self.browser.targets().await;
            let others = targets.iter().filter(|[kind, _]| kind == "page").count() - 1;
            let workers: Vec<_> = targets.iter().filter(|[kind, _]| kind == "worker").collect();
            if workers.iter().all(|[_, name]| name == "spare") {
                // A worker that a run took and didn't end would stay, whatever it is called.
                self.eval::<()>("dispatchEvent(new PageTransitionEvent('pagehide'))")
                    .await;
                if workers.len() <= others * FLAVOURS {
                    let back = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))";
                    return self.eval(back).await;
                }
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("{after}: workers are left: {:?}", self.browser.targets().await);
    }

    /// Waits until this expression counts as true in the page, looking whenever anything in the document changes, and returns
    /// its value.
    pub async fn when<T: DeserializeOwned>(&self, expression: &str) -> T {
        self.eval_async(&awaiting(expression)).await
    }

    /// What "This browser" says of what is kept for use offline, once that is settled.
    pub async fn kept(&self) -> String {
        self.when(
            "[...document.querySelectorAll('#doctor-table tr')]
                .filter(({ cells }) => cells[0].textContent === 'Kept for use offline')
                .map(({ cells }) => cells[1].textContent)
                .find((words) => words !== 'not everything yet')",
        )
        .await
    }

    /// Runs a script without arguments in the page and returns what it returns.
    pub async fn eval<T: DeserializeOwned>(&self, script: &str) -> T {
        self.script(script, vec![]).await
    }

    /// Runs a script whose only argument is a callback, and returns what it calls back with.
    pub async fn eval_async<T: DeserializeOwned>(&self, script: &str) -> T {
        self.script_async(script, vec![]).await
    }

    /// Runs a script in the page and returns what it returns.
    pub async fn script<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> T {
        let value = self.browser.client().execute(script, arguments).await;
        read(script, value)
    }

    /// Runs a script that gets a callback as its last argument, and returns what it calls back with.
    pub async fn script_async<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> T {
        let client = self.browser.client();
        if !self.browser.engine().loses_callbacks() {
            return read(script, client.execute_async(script, arguments).await);
        }
        let keeping = format!(
            "window.answer = null
            const call = function () {{ {script} }}
            call(...arguments, (value) => {{ window.answer = [value ?? null] }})"
        );
        read::<()>(script, client.execute(&keeping, arguments).await);
        let deadline = Instant::now() + LIMIT;
        while Instant::now() < deadline {
            // Seldom, since it disturbs what is measured.
            tokio::time::sleep(Duration::from_millis(50)).await;
            let answer = client.execute("return window.answer", Vec::new()).await;
            if let Some((value,)) = read::<Option<(Value,)>>(script, answer) {
                return read(script, Ok(value));
            }
        }
        panic!("a script never called back:\n{script}")
    }
}

/// A script that calls back with the value of an expression as soon as that counts as true.
fn awaiting(expression: &str) -> String {
    format!("const expression = () => ({expression});{AWAIT_VALUE}")
}

fn read<T: DeserializeOwned>(script: &str, value: Result<Value, CmdError>) -> T {
    let value = value.unwrap_or_else(|error| panic!("a script failed: {error}\n{script}"));
    serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{error} in {value} from\n{script}"))
}

/// Whether a script was lost because the page was reloaded, as it is once to become isolated.
fn was_reloaded(error: &CmdError) -> bool {
    let CmdError::Standard(error) = error else { return false };
    // A reload may be told as this, too. A page that hangs is ended by the test's own time limit.
    if error.error == ErrorStatus::ScriptTimeout {
        return true;
    }
    let message = &error.message;
    let is_between_pages = [
        "unloaded",
        "navigat",
        "Execution context",
        "context with specified id",
        "detached",
    ]
    .iter()
    .any(|word| message.contains(word));
    matches!(
        error.error,
        ErrorStatus::JavascriptError | ErrorStatus::UnknownError | ErrorStatus::NoSuchWindow
    ) && is_between_pages
}
