//! Firefox's capabilities.

use std::net::SocketAddr;

use fantoccini::wd::Capabilities;
use serde_json::json;

use super::driver::{Port, Program};

/// Its driver.
pub const DRIVER: Program = Program {
    variable: "GECKODRIVER",
    name: "geckodriver",
    package: "firefox-esr, and geckodriver by `cargo install geckodriver`",
    port: Port::Chosen("--port=0", "Listening on 127.0.0.1:"),
};

/// In its environment: the size of its window.
pub const WINDOW: [(&str, &str); 2] = [("MOZ_HEADLESS_WIDTH", "1280"), ("MOZ_HEADLESS_HEIGHT", "1000")];

/// Whether a line that it printed tells of an error of the page, rather than of what it does for its maker.
pub fn is_error(line: &str) -> bool {
    let of_the_page = ["JavaScript error: http", "console.error:"];
    of_the_page.iter().any(|start| line.starts_with(start)) && !line.starts_with("console.error: RSLoader:")
}

/// A headless Firefox that takes the stand-in for Lorem Picsum, and prints what pages write to the console.
pub fn capabilities(proxy: SocketAddr) -> Capabilities {
    let preferences = json!({
        // It prints the console of pages, and not its own.
        "devtools.console.stdout.content": true,
        "devtools.console.stdout.chrome": false,
        // No way around the proxy, and nothing but what the page asks for.
        "network.proxy.failover_direct": false,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
        "toolkit.telemetry.server": "",
        "datareporting.policy.dataSubmissionEnabled": false,
    });
    let mut options = json!({ "args": ["-headless"], "prefs": preferences });
    if let Ok(file) = std::env::var("FIREFOX") {
        options["binary"] = json!(file);
    }
    let capabilities = json!({
        "browserName": "firefox",
        "acceptInsecureCerts": true,
        // For TLS alone: the page's own host is reached without it.
        "proxy": { "proxyType": "manual", "sslProxy": proxy.to_string() },
        "moz:firefoxOptions": options,
    });
    serde_json::from_value(capabilities).expect("an object")
}
