//! A page with nothing on it but arms that take turns: see page/arena.js.

use std::path::Path;
use std::{fs, io};

use page_tests::executors;
use page_tests::page::Page;
use page_tests::site::Site;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// Where the page lies in the site that is measured: named like a version's folder, so that the service worker takes its files for
/// the project's.
pub const FOLDER: &str = "be0c4be0c4be0c40";

/// The page, open in a browser.
pub struct Arena<'a> {
    page: &'a Page,
    /// How many cores there are, as far as the browser lets pages use them.
    pub cores: usize,
}

/// What a repeat took.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Lap {
    /// The whole.
    pub time_ms: f64,
    /// The longest of its inputs.
    pub slowest_ms: f64,
}

/// Copies the built site, unchanged, with the page for measuring beside it.
///
/// # Errors
///
/// If files can't be read or written.
pub fn lay_out(dist: &Path, to: &Path) -> io::Result<()> {
    if to.exists() {
        fs::remove_dir_all(to)?;
    }
    copy(dist, to)?;
    copy(&page_tests::root().join("bench/page"), &to.join(FOLDER))
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let (entry, to) = (entry?, to);
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to)?;
        } else {
            fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}

impl<'a> Arena<'a> {
    /// Opens it, isolated as the site's own page makes it.
    pub async fn open(page: &'a Page, site: &Site) -> Self {
        let run = page.run(site, "task=fib&executor=threads&n=3&repeats=1&run").await;
        let address = site.address("");
        page.go(&format!("{address}{FOLDER}/")).await;
        // The module is there once it has put itself into the window.
        let ready =
            "const done = arguments[0]; const look = () => window.arena ? done(1) : setTimeout(look, 10); look()";
        page.eval_async::<u32>(ready).await;
        // WebKitGTK claims four cores where there are two.
        let real = std::thread::available_parallelism().map_or(usize::MAX, usize::from);
        Self {
            page,
            cores: run.environment.cores.min(real),
        }
    }

    /// Starts an arm: a coordinator with this job.
    pub async fn start(&self, name: &str, job: &Value) {
        let executor = job["executor"].as_str().expect("a job names its executor");
        let workers = job["workers"].as_u64().and_then(|workers| workers.try_into().ok());
        let threads = executors::threads(executor, workers.expect("a job says how many workers it has"));
        self.ask::<()>("start(...arguments)", vec![json!(name), job.clone(), json!(threads)])
            .await;
    }

    /// One repeat of an arm.
    pub async fn lap(&self, name: &str) -> Lap {
        self.laps(&[name.to_owned()]).await[0]
    }

    /// One repeat of each of these arms, all at the same time.
    pub async fn laps(&self, names: &[String]) -> Vec<Lap> {
        self.ask("repeat(...arguments)", vec![json!(names)]).await
    }

    /// Ends an arm.
    pub async fn end(&self, name: &str) {
        self.ask::<()>("end(...arguments)", vec![json!(name)]).await;
    }

    async fn ask<T: DeserializeOwned>(&self, call: &str, arguments: Vec<Value>) -> T {
        ask(self.page, &format!("arena.{call}"), arguments).await
    }
}

/// What a call in a page gives, or resolves to.
pub async fn ask<T: DeserializeOwned>(page: &Page, call: &str, arguments: Vec<Value>) -> T {
    let script = format!(
        "const done = [].pop.call(arguments)
        Promise.resolve({call}).then((value) => done([value ?? null, null]), (cause) => done([null, String(cause)]))"
    );
    let (value, cause): (Value, Option<String>) = page.script_async(&script, arguments).await;
    if let Some(cause) = cause {
        panic!("{call} failed: {cause}");
    }
    serde_json::from_value(value).unwrap_or_else(|error| panic!("{call}: {error}"))
}

/// A job as the page makes them, with what differs from its defaults.
pub fn job(differences: &Value) -> Value {
    let mut job = json!({
        "task": "fib", "inputs": [], "workers": 1, "cutoff": "auto", "order": "longest-first", "chunks": "one",
        "source": "picsum", "width": 200, "height": 300, "latency": 0, "failures": 0, "seed": 1, "timeout": 30000,
    });
    if let (Value::Object(job), Value::Object(differences)) = (&mut job, differences.clone()) {
        job.extend(differences);
    }
    job
}
