//! What the page writes to the console.

use std::fmt;

use fantoccini::Client;
use serde::Deserialize;
use serde_json::json;

use super::command::Command;

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
    #[must_use]
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
