//! Browsers, driven through W3C WebDriver.

mod chromium;
mod command;
mod console;
mod display;
mod driver;
mod firefox;
mod output;
mod processes;
mod proxy;
mod webkit;

use std::time::Duration;

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::sync::Mutex;

use self::command::Command;
pub use self::console::Message;
use self::display::Display;
use self::driver::Driver;
use crate::picsum::Picsum;
use crate::server::Server;

/// A browser's engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium through chromedriver.
    Chromium,
    /// Firefox through geckodriver.
    Firefox,
    /// WebKitGTK through WebKitWebDriver.
    WebKit,
    /// The same without `SharedArrayBuffer`, as in browsers that are too old for it or keep it switched off.
    WebKitWithoutSharedMemory,
}

impl Engine {
    /// Whether its driver may forget to answer when a script calls back after some seconds.
    pub fn loses_callbacks(self) -> bool {
        matches!(self, Self::WebKit | Self::WebKitWithoutSharedMemory)
    }

    /// Whether this machine may have it. It has not where the variable of its driver is there, and empty.
    pub fn may_be_here(self) -> bool {
        match self {
            Self::Chromium => chromium::DRIVER.may_be_here(),
            Self::Firefox => firefox::DRIVER.may_be_here(),
            Self::WebKit | Self::WebKitWithoutSharedMemory => webkit::DRIVER.may_be_here(),
        }
    }
}

/// The width and height of its window, in CSS pixels.
pub(crate) const WINDOW: (u32, u32) = (1280, 1000);

/// A browser with an empty profile, which ends when it is dropped.
pub struct Browser {
    engine: Engine,
    client: Client,
    driver: Mutex<Driver>,
    /// What it needs as long as it runs.
    _proxy: Server,
    _display: Option<Display>,
}

impl Browser {
    /// Starts a headless browser for which the stand-in is Lorem Picsum.
    pub async fn start(engine: Engine, picsum: &Picsum) -> Self {
        let proxy = proxy::start(picsum).await;
        let mut display = None;
        let (driver, capabilities) = match engine {
            Engine::Chromium => (
                Driver::start(&chromium::DRIVER, &[]).await,
                chromium::capabilities(picsum),
            ),
            Engine::Firefox => (
                Driver::start(&firefox::DRIVER, &firefox::WINDOW).await,
                firefox::capabilities(proxy.address()),
            ),
            Engine::WebKit | Engine::WebKitWithoutSharedMemory => {
                let screen = display.insert(Display::start().await).name();
                let shared_memory = if engine == Engine::WebKit { "1" } else { "0" };
                let environment = [("DISPLAY", screen.as_str()), (webkit::SHARED_MEMORY, shared_memory)];
                (
                    Driver::start(&webkit::DRIVER, &environment).await,
                    webkit::capabilities(proxy.address()),
                )
            }
        };
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(with_timeouts(capabilities))
            .connect(&driver.address())
            .await
            .unwrap_or_else(|error| panic!("{engine:?} doesn't start: {error}"));
        Self {
            engine,
            client,
            driver: Mutex::new(driver),
            _proxy: proxy,
            _display: display,
        }
    }

    /// The engine that it has.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The WebDriver client.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// What the browser has written to the console since the last call. WebKit keeps it to itself.
    pub async fn console(&self) -> Vec<Message> {
        match self.engine {
            Engine::Chromium => console::from_chromium(&self.client).await,
            Engine::Firefox => console::from_firefox(&self.client, self.driver.lock().await.output()).await,
            Engine::WebKit | Engine::WebKitWithoutSharedMemory => Vec::new(),
        }
    }

    /// The accessible name of an element, as a screen reader tells it.
    pub async fn label(&self, element: &Element) -> String {
        if matches!(self.engine, Engine::WebKit | Engine::WebKitWithoutSharedMemory) {
            return self.written_label(element).await;
        }
        let path = format!("element/{}/computedlabel", &*element.element_id());
        let label = self
            .client
            .issue_cmd(Command::get(path))
            .await
            .expect("an element has a name");
        label.as_str().unwrap_or_default().to_owned()
    }

    /// What WebKit's driver doesn't tell: the name as it is written.
    async fn written_label(&self, element: &Element) -> String {
        let script = "const [element] = arguments
            return element.ariaLabel ?? element.labels[0]?.textContent ?? element.textContent.trim()";
        let element = serde_json::to_value(element).expect("an element can be an argument");
        let label = self.client.execute(script, vec![element]).await;
        let label = label.expect("an element has a name");
        label.as_str().unwrap_or_default().to_owned()
    }

    /// Sends a command of the Chrome DevTools Protocol.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        let sent = self.try_devtools(command, parameters).await;
        sent.unwrap_or_else(|error| panic!("{command} failed: {error}"))
    }

    pub(crate) async fn try_devtools(&self, command: &str, parameters: Value) -> Result<Value, CmdError> {
        let body = json!({ "cmd": command, "params": parameters });
        self.client.issue_cmd(Command::post("goog/cdp/execute", body)).await
    }

    /// What each tab, worker or service worker is called that is alive, after what it is: `page`, `worker` or `service_worker`.
    pub async fn targets(&self) -> Vec<[String; 2]> {
        let answer = self.devtools("Target.getTargets", json!({})).await;
        let targets = answer["targetInfos"].as_array().expect("a list of targets");
        let text = |of: &Value| of.as_str().unwrap_or_default().to_owned();
        targets
            .iter()
            .map(|target| [text(&target["type"]), text(&target["title"])])
            .collect()
    }

    /// The bytes that the browser's pages take after tidying up.
    pub async fn memory(&self) -> u64 {
        self.devtools("HeapProfiler.collectGarbage", json!({})).await;
        processes::memory_of_pages(self.driver.lock().await.process().expect("the driver runs"))
    }

    /// The bytes that the page's scripts hold after tidying up.
    pub async fn heap(&self) -> u64 {
        self.devtools("HeapProfiler.collectGarbage", json!({})).await;
        let usage = self.devtools("Runtime.getHeapUsage", json!({})).await;
        usage["usedSize"].as_u64().expect("a number of bytes")
    }

    /// Ends the browser in good order.
    pub async fn quit(self) {
        // What doesn't end by itself is ended with the driver.
        let _ = self.client.close().await;
    }
}

/// A time limit that only a browser that hangs can reach.
pub(crate) const LIMIT: Duration = Duration::from_mins(1);

fn with_timeouts(mut capabilities: Capabilities) -> Capabilities {
    let limit = LIMIT.as_millis();
    capabilities.insert("timeouts".to_owned(), json!({ "script": limit, "pageLoad": limit }));
    capabilities
}
