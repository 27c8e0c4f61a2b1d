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

const ARGUMENTS: [&str; 6] = [
    "--headless=new",
    // Containers often have a tiny /dev/shm.
    "--disable-dev-shm-usage",
    // Otherwise it looks for its maker's hosts, and writes to the console that it found none.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
];

/// A headless Chromium that takes the stand-in for Lorem Picsum, and otherwise keeps quiet.
pub fn capabilities(picsum: &Picsum) -> Capabilities {
    let (width, height) = WINDOW;
    let mut arguments = vec![format!("--window-size={width},{height}")];
    arguments.extend(ARGUMENTS.map(str::to_owned));
    arguments.extend(picsum.chromium_flags());
    if processes::runs_as_root() {
        arguments.push("--no-sandbox".to_owned());
    }
    let mut options = json!({ "args": arguments });
    if let Ok(file) = std::env::var("CHROME") {
        options["binary"] = json!(file);
    }
    let capabilities = json!({
        "browserName": "chrome",
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL" },
    });
    serde_json::from_value(capabilities).expect("an object")
}
