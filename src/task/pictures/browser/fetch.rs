//! One picture over HTTP.

use crate::boundary::message::describe;
use crate::clock::now_ms;
use crate::task::pictures::DownloadError;
use crate::task::pictures::back_off;
use futures_util::future::{Either, select};
use gloo_net::http::Request;
use gloo_timers::future::TimeoutFuture;
use js_sys::Uint8Array;
use std::pin::pin;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal, RequestCache, RequestCredentials, RequestInit, Response};

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
        .map_err(|cause| DownloadError::NoAnswer(describe(&cause)))?;
    let answer = Request::from(request)
        .send()
        .await
        .map_err(|cause| DownloadError::NoAnswer(cause.to_string()))?;
    // Request Timeout, Too Early and Service Unavailable limit the rate if they say for how long, Too Many Requests always.
    if let status @ (408 | 425 | 429 | 503) = answer.status() {
        let header = answer.headers().get("retry-after");
        let retry_after_ms = header.and_then(|header| back_off::retry_after_ms(&header, now_ms(), js_sys::Date::parse));
        if retry_after_ms.is_some() || status == 429 {
            return Err(DownloadError::RateLimited(status, retry_after_ms));
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
        .map_err(|cause| DownloadError::BrokeOff(describe(&cause)))?;
    let size = bytes.length();
    if announced.is_some_and(|announced| announced > size) {
        return Err(DownloadError::TooShort);
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
