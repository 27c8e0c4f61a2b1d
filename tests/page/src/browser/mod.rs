//! Browsers, driven through W3C WebDriver.

mod chromium;
mod command;
mod console;
mod driver;
mod memory;

use fantoccini::elements::Element;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use self::command::Command;
pub use self::console::Message;
use self::driver::Driver;
use crate::picsum::Picsum;

/// A browser's engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium through chromedriver.
    Chromium,
}

/// A browser with an empty profile, which ends when it is dropped.
pub struct Browser {
    engine: Engine,
    client: Client,
    driver: Driver,
}

impl Browser {
    /// Starts a headless browser for which the stand-in is Lorem Picsum.
    ///
    /// # Panics
    ///
    /// If the driver or the browser doesn't start.
    pub async fn start(engine: Engine, picsum: &Picsum) -> Self {
        let (mut driver, capabilities) = match engine {
            Engine::Chromium => (Driver::start(&chromium::DRIVER).await, chromium::capabilities(picsum)),
        };
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(with_timeouts(capabilities))
            .connect(&driver.address())
            .await
            .unwrap_or_else(|error| panic!("{engine:?} doesn't start: {error}"));
        driver.owns(
            client
                .capabilities()
                .and_then(|capabilities| capabilities.get("goog:processID")),
        );
        Self { engine, client, driver }
    }

    /// The WebDriver client.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// What the browser has written to the console since the last call.
    pub async fn console(&self) -> Vec<Message> {
        match self.engine {
            Engine::Chromium => console::from_chromium(&self.client).await,
        }
    }

    /// The accessible name of an element, as a screen reader tells it.
    ///
    /// # Panics
    ///
    /// If the element is gone.
    pub async fn label(&self, element: &Element) -> String {
        let path = format!("element/{}/computedlabel", &*element.element_id());
        let label = self
            .client
            .issue_cmd(Command::get(path))
            .await
            .expect("an element has a name");
        label.as_str().unwrap_or_default().to_owned()
    }

    /// Sends a command of the Chrome DevTools Protocol.
    ///
    /// # Panics
    ///
    /// If the browser has no such command.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        let body = json!({ "cmd": command, "params": parameters });
        let sent = self.client.issue_cmd(Command::post("goog/cdp/execute", body)).await;
        sent.unwrap_or_else(|error| panic!("{command} failed: {error}"))
    }

    /// The addresses of the scripts of all workers that are alive, service workers left out.
    ///
    /// # Panics
    ///
    /// If the browser doesn't tell.
    pub async fn workers(&self) -> Vec<String> {
        let answer = self.devtools("Target.getTargets", json!({})).await;
        let targets = answer["targetInfos"].as_array().expect("a list of targets");
        let workers = targets.iter().filter(|target| target["type"] == "worker");
        workers
            .map(|worker| worker["url"].as_str().unwrap_or_default().to_owned())
            .collect()
    }

    /// The bytes that the browser's pages take after tidying up.
    ///
    /// # Panics
    ///
    /// If the driver has not told the browser's process.
    pub async fn memory(&self) -> u64 {
        self.devtools("HeapProfiler.collectGarbage", json!({})).await;
        memory::of_pages(self.driver.browser().expect("the browser's process is known"))
    }

    /// Ends the browser in good order.
    pub async fn quit(mut self) {
        if self.client.close().await.is_ok() {
            self.driver.browser_has_ended();
        }
    }
}

/// Time limits that only a browser that hangs can reach.
fn with_timeouts(mut capabilities: Capabilities) -> Capabilities {
    capabilities.insert("timeouts".to_owned(), json!({ "script": 60_000, "pageLoad": 60_000 }));
    capabilities
}
