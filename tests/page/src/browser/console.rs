//! What the page writes to the console.

use std::fmt;
use std::time::Duration;

use fantoccini::Client;
use serde::Deserialize;
use serde_json::json;

use super::command::Command;
use super::firefox;
use super::output::Output;

/// Written to the console to know that all before it has arrived.
const END: &str = "the console has been read to here";
const TIME_LIMIT: Duration = Duration::from_secs(5);

/// A line of the console.
#[derive(Clone, Debug, Deserialize)]
pub struct Message {
    /// `SEVERE` is an error.
    pub level: String,
    /// The place and the text.
    #[serde(rename = "message")]
    pub text: String,
}

impl Message {
    /// Whether it tells of an error.
    pub fn is_error(&self) -> bool {
        self.level == "SEVERE"
    }
}

impl fmt::Display for Message {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{}: {}", self.level, self.text)
    }
}

/// chromedriver collects the console since the last time it was asked.
pub async fn from_chromium(client: &Client) -> Vec<Message> {
    let log = client
        .issue_cmd(Command::post("se/log", json!({ "type": "browser" })))
        .await;
    let log = log.expect("chromedriver keeps the console");
    serde_json::from_value(log).expect("chromedriver sends the console as a list of messages")
}

/// Firefox prints the console among other things.
pub async fn from_firefox(client: &Client, output: &mut Output) -> Vec<Message> {
    // What was written before this line has been printed when this has.
    let lines = if client
        .execute("console.log(arguments[0])", vec![json!(END)])
        .await
        .is_ok()
    {
        output.until(END, TIME_LIMIT).await
    } else {
        output.take()
    };
    let message = |text: String| Message {
        level: if firefox::is_error(&text) { "SEVERE" } else { "INFO" }.to_owned(),
        text,
    };
    lines.into_iter().map(message).collect()
}
