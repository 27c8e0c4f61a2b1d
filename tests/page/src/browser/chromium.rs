//! Chromium's capabilities.

use fantoccini::wd::Capabilities;
use serde_json::json;

use super::WINDOW;
use super::driver::{Port, Program};
use super::processes;
use crate::picsum::Picsum;

/// Its driver.
pub const DRIVER: Program = Program {
    variable: "CHROMEDRIVER",
    name: "chromedriver",
    package: "chromium-driver",
    port: Port::Chosen("--port=0", "was started successfully on port "),
};

/// A headless Chromium that takes the stand-in for Lorem Picsum, and otherwise keeps quiet.
pub fn capabilities(picsum: &Picsum) -> Capabilities {
    let mut arguments = vec![
        "--headless=new".to_owned(),
        format!("--window-size={},{}", WINDOW.0, WINDOW.1),
        // Containers often have a tiny /dev/shm.
        "--disable-dev-shm-usage".to_owned(),
        // Otherwise it looks for its maker's hosts, and writes to the console that it found none.
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        "--no-first-run".to_owned(),
    ];
    arguments.extend(picsum.chromium_flags());
    if processes::is_roots() {
        arguments.push("--no-sandbox".to_owned());
    }
    let mut options = json!({ "args": arguments });
    if let Ok(file) = std::env::var("CHROME") {
        options["binary"] = json!(file);
    }
    [
        ("browserName".to_owned(), json!("chrome")),
        ("goog:chromeOptions".to_owned(), options),
        ("goog:loggingPrefs".to_owned(), json!({ "browser": "ALL" })),
    ]
    .into_iter()
    .collect()
}
