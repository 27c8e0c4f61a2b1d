//! WebKitGTK's capabilities.

use std::fs;
use std::net::SocketAddr;
use std::path::PathBuf;

use fantoccini::wd::Capabilities;
use serde_json::json;

use super::driver::{Port, Program};

/// Its driver.
pub const DRIVER: Program = Program {
    variable: "WEBKITWEBDRIVER",
    name: "WebKitWebDriver",
    package: "webkit2gtk-driver",
    port: Port::Given("--port="),
};

/// In the environment of driver and browser: whether there is a `SharedArrayBuffer`.
pub const SHARED_MEMORY: &str = "JSC_useSharedArrayBuffer";

/// WebKit's own small browser, which takes the stand-in for Lorem Picsum. It never prints the console of pages that a
/// driver opened.
pub fn capabilities(proxy: SocketAddr) -> Capabilities {
    let capabilities = json!({
        "acceptInsecureCerts": true,
        "webkitgtk:browserOptions": {
            "binary": mini_browser(),
            // Told of the proxy by WebDriver, it would speak TLS to the proxy itself.
            "args": ["--automation", format!("--proxy=http://{proxy}"), "--ignore-host=127.0.0.1"],
        },
    });
    serde_json::from_value(capabilities).expect("an object")
}

/// It is no program for users, so it is not in `PATH`: Debian has it in `/usr/lib/<machine>/<version of WebKit>`.
fn mini_browser() -> PathBuf {
    let folders = |path: PathBuf| {
        fs::read_dir(path)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
    };
    folders(PathBuf::from("/usr/lib"))
        .flat_map(folders)
        .map(|folder| folder.join("MiniBrowser"))
        .find(|file| file.is_file())
        .expect("webkit2gtk-driver comes with a MiniBrowser below /usr/lib")
}
