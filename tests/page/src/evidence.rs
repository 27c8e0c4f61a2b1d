//! What is kept of a test.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::browser::Message;
use crate::page::Page;

/// What the page knows of itself.
const STATE: &str = "return {
    address: location.href,
    state: document.documentElement.dataset.state,
    isolated: self.crossOriginIsolated,
    runs: window.runs,
    html: document.documentElement.outerHTML,
}";

/// Writes a screenshot, the console and the page's state into the test's folder. What can't be had is left out: the
/// test has failed already, and its own message matters more.
pub async fn keep(test: &str, page: &Page, console: &[Message]) {
    let folder = folder(test);
    let _ = fs::remove_dir_all(&folder);
    if fs::create_dir_all(&folder).is_err() {
        return;
    }
    let lines: Vec<String> = console.iter().map(ToString::to_string).collect();
    let _ = fs::write(folder.join("console.txt"), lines.join("\n"));
    let client = page.browser().client();
    if let Ok(picture) = client.screenshot().await {
        let _ = fs::write(folder.join("screenshot.png"), picture);
    }
    if let Ok(mut state) = client.execute(STATE, Vec::new()).await {
        let html = state.as_object_mut().and_then(|state| state.remove("html"));
        if let Some(Value::String(html)) = html {
            let _ = fs::write(folder.join("page.html"), html);
        }
        let _ = fs::write(folder.join("state.json"), format!("{state:#}\n"));
    }
    eprintln!("What the browser showed is in {}", folder.display());
}

fn folder(test: &str) -> PathBuf {
    crate::root().join("target/page-tests").join(test.replace("::", "."))
}
