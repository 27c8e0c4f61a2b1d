//! One picture over HTTP, and each way in which that can fail.

use gloo_net::http::Request;
use std::fmt;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, Blob, RequestCache, RequestCredentials, Response};

/// Why a picture could not be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DownloadError {
    /// No answer came: no network, no such host, or an answer that the browser may not show (without CORS headers).
    Unreachable { url: String, cause: String },
    /// The server answered with an error.
    Status { url: String, status: u16, text: String },
    /// The picture was not there in time.
    TimedOut { url: String, after_ms: u32 },
    /// The answer began and broke off.
    BrokenOff { url: String, cause: String },
    /// The answer is no picture.
    NotAPicture { url: String, media_type: String },
    /// The answer has no content.
    Empty { url: String },
    /// The simulation lost it.
    Simulated,
}

impl fmt::Display for DownloadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreachable { url, cause } => write!(f, "no answer from {url}: {cause}"),
            Self::Status { url, status, text } => {
                let gap = if text.is_empty() { "" } else { ": " };
                write!(f, "{url} answered {status}{gap}{text}")
            }
            Self::TimedOut { url, after_ms } => write!(f, "{url} took longer than {after_ms} ms"),
            Self::BrokenOff { url, cause } => write!(f, "the answer from {url} broke off: {cause}"),
            Self::NotAPicture { url, media_type } => write!(f, "{url} answered with {media_type:?}, not a picture"),
            Self::Empty { url } => write!(f, "{url} answered with nothing"),
            Self::Simulated => write!(f, "lost by the simulated network"),
        }
    }
}

impl std::error::Error for DownloadError {}

/// Downloads one picture, never from the HTTP cache: that would time the cache.
pub async fn download(url: String, timeout_ms: u32) -> Result<Blob, DownloadError> {
    let deadline = AbortSignal::timeout_with_u32(timeout_ms);
    let answer = Request::get(&url)
        .cache(RequestCache::NoStore)
        .credentials(RequestCredentials::Omit)
        .abort_signal(Some(&deadline))
        .send()
        .await;
    let answer = match answer {
        Ok(answer) => answer,
        Err(_) if deadline.aborted() => {
            return Err(DownloadError::TimedOut {
                url,
                after_ms: timeout_ms,
            });
        }
        Err(cause) => {
            return Err(DownloadError::Unreachable {
                url,
                cause: cause.to_string(),
            });
        }
    };
    if !answer.ok() {
        // An error's text is short; if it can't be had, the status says enough.
        let text = answer
            .text()
            .await
            .unwrap_or_default()
            .trim()
            .chars()
            .take(200)
            .collect();
        return Err(DownloadError::Status {
            url,
            status: answer.status(),
            text,
        });
    }
    let blob = match body(&answer.into()).await {
        Ok(blob) => blob,
        Err(_) if deadline.aborted() => {
            return Err(DownloadError::TimedOut {
                url,
                after_ms: timeout_ms,
            });
        }
        Err(cause) => {
            return Err(DownloadError::BrokenOff {
                url,
                cause: describe(&cause),
            });
        }
    };
    if blob.size() == 0.0 {
        return Err(DownloadError::Empty { url });
    }
    if !blob.type_().starts_with("image/") {
        return Err(DownloadError::NotAPicture {
            url,
            media_type: blob.type_(),
        });
    }
    Ok(blob)
}

async fn body(answer: &Response) -> Result<Blob, JsValue> {
    JsFuture::from(answer.blob()?)
        .await
        .map(wasm_bindgen::JsCast::unchecked_into)
}

fn describe(error: &JsValue) -> String {
    error
        .dyn_ref::<js_sys::Error>()
        .map_or_else(|| format!("{error:?}"), |error| String::from(error.to_string()))
}
