//! Where it was measured.

use std::fs;

use page_tests::page::Page;
use serde::Serialize;

/// The machine and the browser.
#[derive(Serialize)]
pub struct Machine {
    /// The processor, as the system names it.
    pub processor: String,
    /// Cores that the browser may use.
    pub cores: usize,
    /// The browser and its version.
    pub browser: String,
    /// The day.
    pub date: String,
}

impl Machine {
    /// Asks the system and the browser.
    pub async fn of(page: &Page, cores: usize) -> Self {
        let capabilities = page.browser().client().capabilities();
        let text = |name: &str| {
            let value = capabilities.and_then(|capabilities| capabilities.get(name)?.as_str());
            value.unwrap_or_default().to_owned()
        };
        Self {
            processor: processor(),
            cores,
            browser: format!("{} {}", text("browserName"), text("browserVersion")),
            date: page.eval("return new Date().toISOString().slice(0, 10)").await,
        }
    }
}

/// Linux tells; elsewhere only the architecture is known.
fn processor() -> String {
    let information = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = information.lines().find_map(|line| line.strip_prefix("model name"));
    let name = model.map(|rest| rest.trim_start_matches([' ', '\t', ':']).trim().to_owned());
    name.unwrap_or_else(|| std::env::consts::ARCH.to_owned())
}
