//! One picture over HTTP, and each way in which that can fail.

use super::patience;
use crate::boundary::message::describe;
use crate::clock::now_ms;
use crate::value::Failure;
use futures_util::future::{Either, select};
use gloo_net::http::Request;
use gloo_timers::future::TimeoutFuture;
use js_sys::Uint8Array;
use std::pin::pin;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal, RequestCache, RequestCredentials, RequestInit, Response};

/// Why a picture could not be had.
#[derive(Debug)]
pub enum DownloadError {
    /// No answer came: no network, no such host, or an answer that the browser may not show (without CORS headers).
    Unreachable(String),
    /// The server answered with this status, which is an error, and said this.
    Status(u16, String),
    /// The server answered with this status that it wants less haste, and for how many milliseconds, where it said so.
    TooSoon(u16, Option<u32>),
    /// It was not asked for, since the server wants to be left alone for so many milliseconds still.
    HeldBack(u32),
    /// The picture was not there in time, which is so many milliseconds.
    TimedOut(u32),
    /// The answer began and broke off.
    BrokenOff(String),
    /// The answer is no picture but of this media type.
    NotAPicture(String),
    /// The answer has no content.
    Empty,
    /// The simulation lost it.
    Lost,
}

impl DownloadError {
    /// Whether another try may go better. What the server refused, it will refuse again.
    pub fn may_pass(&self) -> bool {
        match self {
            Self::Unreachable(_) | Self::TimedOut(_) | Self::BrokenOff(_) | Self::TooSoon(..) => true,
            Self::Status(status, _) => *status >= 500 || [408, 425].contains(status),
            Self::HeldBack(_) | Self::NotAPicture(_) | Self::Empty | Self::Lost => false,
        }
    }

    /// In words for people, of the picture at `url`.
    pub fn of(&self, url: &str) -> Failure {
        Failure(match self {
            Self::Unreachable(cause) => format!("no answer from {url}: {cause}"),
            Self::Status(status, text) => {
                let gap = if text.is_empty() { "" } else { ": " };
                format!("{url} answered {status}{gap}{text}")
            }
            Self::TooSoon(status, None) => format!("{url} answered {status}: it wants less haste"),
            Self::TooSoon(status, Some(asked_ms)) => {
                format!(
                    "{url} answered {status}: it wants to be asked again in {} s",
                    asked_ms.div_ceil(1000)
                )
            }
            Self::HeldBack(rest_ms) => format!(
                "{url} was not asked for: its server wants less haste, and to be left alone for {} s",
                rest_ms.div_ceil(1000)
            ),
            Self::TimedOut(after_ms) => format!("{url} took longer than {after_ms} ms"),
            Self::BrokenOff(cause) => format!("the answer from {url} broke off: {cause}"),
            Self::NotAPicture(media_type) => format!("{url} answered with what is no picture ({media_type})"),
            Self::Empty => format!("{url} answered with nothing"),
            Self::Lost => "lost by the simulated network".into(),
        })
    }
}

/// A picture as it was downloaded.
pub struct Body {
    /// What it consists of, outside wasm's memory.
    pub bytes: Uint8Array,
    /// What the answer says that it is.
    pub media_type: String,
}

/// Downloads one picture within a time limit.
pub async fn download(url: &str, timeout_ms: u32) -> Result<Body, DownloadError> {
    let fetching = AbortController::new().expect("every browser that runs this can abort a fetch");
    let late = TimeoutFuture::new(timeout_ms);
    // The limit is kept here, whatever an engine makes of an abort in the middle of an answer.
    match select(pin!(fetch(url, fetching.signal())), late).await {
        Either::Left((outcome, _)) => outcome,
        Either::Right(_) => {
            fetching.abort();
            Err(DownloadError::TimedOut(timeout_ms))
        }
    }
}

/// Never from the HTTP cache: that would time the cache.
async fn fetch(url: &str, signal: AbortSignal) -> Result<Body, DownloadError> {
    let how = RequestInit::new();
    how.set_cache(RequestCache::NoStore);
    how.set_credentials(RequestCredentials::Omit);
    how.set_signal(Some(&signal));
    // Not by gloo-net's builder, which also puts queries together.
    let request = web_sys::Request::new_with_str_and_init(url, &how)
        .map_err(|cause| DownloadError::Unreachable(describe(&cause)))?;
    let answer = Request::from(request)
        .send()
        .await
        .map_err(|cause| DownloadError::Unreachable(cause.to_string()))?;
    // Request Timeout, Too Early and Service Unavailable ask for less haste if they say for how long, Too Many Requests always.
    if let status @ (408 | 425 | 429 | 503) = answer.status() {
        let header = answer.headers().get("retry-after");
        let asked_ms = header.and_then(|header| patience::asked_ms(&header, now_ms(), js_sys::Date::parse));
        if asked_ms.is_some() || status == 429 {
            return Err(DownloadError::TooSoon(status, asked_ms));
        }
    }
    if !answer.ok() {
        // An error's text is short; if it can't be had, the status says enough.
        let text = answer.text().await.unwrap_or_default();
        let text = text.trim_ascii();
        let start = text.get(..text.floor_char_boundary(200)).unwrap_or(text);
        return Err(DownloadError::Status(answer.status(), start.to_owned()));
    }
    let announced = announced_size(&answer);
    let media_type = media_type(&answer);
    let bytes = contents(&answer.into())
        .await
        .map_err(|cause| DownloadError::BrokenOff(describe(&cause)))?;
    let size = bytes.length();
    if announced.is_some_and(|announced| announced > size) {
        return Err(DownloadError::BrokenOff("it is shorter than announced".into()));
    }
    if size == 0 {
        return Err(DownloadError::Empty);
    }
    if !is_picture(&bytes, &media_type) {
        return Err(DownloadError::NotAPicture(media_type));
    }
    Ok(Body { bytes, media_type })
}

/// The size that the answer's headers announce, in bytes, where it is that of the content.
fn announced_size(answer: &gloo_net::http::Response) -> Option<u32> {
    let headers = answer.headers();
    if headers.get("content-encoding").is_some() {
        return None;
    }
    headers.get("content-length")?.parse().ok()
}

/// What the answer says that it is, without parameters such as a charset.
fn media_type(answer: &gloo_net::http::Response) -> String {
    let header = answer.headers().get("content-type").unwrap_or_default();
    // In brackets, since the search for a lone character is a larger one that is faster.
    header
        .split([';'])
        .next()
        .unwrap_or_default()
        .trim_ascii()
        .to_ascii_lowercase()
}

/// The bytes, not yet a `Blob`: the browser keeps those in another process, and looking into one means asking that.
async fn contents(answer: &Response) -> Result<Uint8Array, JsValue> {
    Ok(Uint8Array::new(&JsFuture::from(answer.array_buffer()?).await?))
}

/// Whether the content says of itself that it is what its media type says. Only the browser's `<img>` finds out more.
fn is_picture(bytes: &Uint8Array, media_type: &str) -> bool {
    let signature: &[u8] = match media_type {
        "image/jpeg" => b"\xff\xd8\xff",
        "image/png" => b"\x89PNG",
        "image/gif" => b"GIF8",
        "image/webp" => b"RIFF",
        other => return other.starts_with("image/"),
    };
    bytes.subarray(0, 4).to_vec().starts_with(signature)
}

#[cfg(test)]
mod tests {
    use super::DownloadError;

    #[test]
    fn only_what_may_pass_is_tried_again() {
        let text = String::new;
        assert!(DownloadError::Unreachable(text()).may_pass());
        assert!(DownloadError::TimedOut(1).may_pass());
        assert!(DownloadError::Status(503, text()).may_pass());
        assert!(DownloadError::TooSoon(429, None).may_pass());
        assert!(DownloadError::Status(408, text()).may_pass());
        assert!(!DownloadError::Status(404, text()).may_pass());
        assert!(!DownloadError::Empty.may_pass());
    }

    #[test]
    fn an_error_names_address_and_status() {
        let failure = DownloadError::Status(404, "No".into()).of("https://example.org/1");
        assert_eq!(failure.0, "https://example.org/1 answered 404: No");
    }
}
