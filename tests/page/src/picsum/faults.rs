//! What can go wrong with a picture on its way, as a table by number.

use std::collections::HashMap;
use std::io;
use std::sync::Mutex;
use std::time::{Duration, SystemTime};

use axum::Extension;
use axum::body::{Body, Bytes};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, LOCATION, RETRY_AFTER};
use axum::response::{IntoResponse as _, Response};
use futures_util::stream::{self, StreamExt as _};

use super::cors::{Hidden, Readable};
use super::{FRONT, Hop, error};
use crate::lock;
use crate::server::Refused;

/// A way in which a picture fails to arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// 404 from the first host.
    NotFound,
    /// 500 from the second host.
    ServerError,
    /// 503 from before the first host, without CORS headers: to a page it looks like a network error.
    Unavailable,
    /// The request is turned away before any answer.
    Refused,
    /// The answer breaks off in the middle of the picture.
    Reset,
    /// The answer ends after fewer bytes than its length says.
    ShortBody,
    /// 200 with nothing in it.
    EmptyBody,
    /// The picture's bytes, called a web page.
    WrongType,
    /// Text, called a picture.
    NotAPicture,
    /// What begins like a picture and can't be shown.
    Undecodable,
    /// The first host redirects to itself for ever.
    RedirectLoop,
    /// No answer, ever.
    Silence,
    /// The picture, at one byte a second.
    Trickle,
    /// A picture of 20 MB.
    Huge,
    /// The first host limits the rate of requests, and says so by this status.
    RateLimited(u16, RetryAfter),
}

/// How an answer that limits the rate says for how many seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RetryAfter {
    /// Not at all.
    Unsaid,
    /// In a header that pages may not read, as Lorem Picsum's would be.
    Hidden(u32),
    /// In a header that pages may read.
    Seconds(u32),
    /// By a date, in a header that pages may read.
    Date(u32),
}

impl RetryAfter {
    fn header(self) -> Option<String> {
        match self {
            Self::Unsaid => None,
            Self::Hidden(seconds) | Self::Seconds(seconds) => Some(seconds.to_string()),
            Self::Date(seconds) => {
                let date = SystemTime::now() + Duration::from_secs(seconds.into());
                Some(httpdate::fmt_http_date(date))
            }
        }
    }
}

impl Fault {
    fn hop(self) -> Hop {
        use Fault::{NotFound, RateLimited, RedirectLoop, Refused, Silence, Unavailable};
        match self {
            NotFound | Unavailable | Refused | RedirectLoop | Silence | RateLimited(..) => Hop::Front,
            _ => Hop::Images,
        }
    }
}

/// Which picture meets which fault, and how often still; `None`: every time.
#[derive(Default)]
pub struct Faults(Mutex<HashMap<u32, (Fault, Option<u32>)>>);

impl Faults {
    pub fn plan(&self, id: u32, fault: Fault, times: Option<u32>) {
        lock(&self.0).insert(id, (fault, times));
    }

    pub fn clear(&self) {
        lock(&self.0).clear();
    }

    /// The fault that a request for this picture meets at this hop; counts it as met.
    pub fn due(&self, id: u32, hop: Hop) -> Option<Fault> {
        let mut table = lock(&self.0);
        let (fault, times) = table.get_mut(&id).filter(|(fault, _)| fault.hop() == hop)?;
        if let Some(left) = times {
            *left = left.checked_sub(1)?;
        }
        Some(*fault)
    }
}

/// The faulty answer to a request for this path, `picture` being what should have been sent.
pub async fn answer(fault: Fault, path: &str, picture: Vec<u8>) -> Response {
    let length = picture.len();
    let half = Bytes::copy_from_slice(&picture[..length / 2]);
    match fault {
        Fault::NotFound => error(StatusCode::NOT_FOUND, "Image does not exist"),
        Fault::ServerError => error(StatusCode::INTERNAL_SERVER_ERROR, "Something went wrong"),
        Fault::Unavailable => (Extension(Hidden), error(StatusCode::SERVICE_UNAVAILABLE, "Timed out")).into_response(),
        Fault::Refused => (Extension(Refused), StatusCode::SERVICE_UNAVAILABLE).into_response(),
        Fault::Reset => {
            // HTTP/2 drops what waits to be sent when it resets a stream: let the first half leave.
            let broken =
                stream::iter([Ok(half), Err(io::Error::from(io::ErrorKind::ConnectionReset))]).then(|part| async {
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    part
                });
            jpeg(length, Body::from_stream(broken))
        }
        Fault::ShortBody => jpeg(length, Body::from_stream(stream::iter([Ok::<_, io::Error>(half)]))),
        Fault::EmptyBody => jpeg(0, Body::empty()),
        Fault::WrongType => ([(CONTENT_TYPE, "text/html")], picture).into_response(),
        Fault::NotAPicture => jpeg(13, Body::from("not a picture")),
        Fault::Undecodable => jpeg(7, Body::from(&b"\xff\xd8\xfflost"[..])),
        Fault::RedirectLoop => (StatusCode::FOUND, [(LOCATION, format!("https://{FRONT}{path}"))]).into_response(),
        Fault::Silence => std::future::pending().await,
        Fault::RateLimited(status, retry_after) => {
            let status = StatusCode::from_u16(status).expect("a status");
            let mut response = error(status, "Not so fast");
            if let Some(header) = retry_after.header() {
                let header = header.try_into().expect("a number or a date");
                response.headers_mut().insert(RETRY_AFTER, header);
            }
            if matches!(retry_after, RetryAfter::Seconds(_) | RetryAfter::Date(_)) {
                response.extensions_mut().insert(Readable);
            }
            response
        }
        Fault::Trickle => {
            let slowly = stream::iter(picture).then(|byte| async move {
                tokio::time::sleep(Duration::from_secs(1)).await;
                Ok::<_, io::Error>(vec![byte])
            });
            jpeg(length, Body::from_stream(slowly))
        }
        Fault::Huge => {
            // Decoders stop at the end of the picture; the rest only has to be carried.
            let mut padded = picture;
            padded.resize(20_000_000, 0);
            jpeg(padded.len(), Body::from(padded))
        }
    }
}

fn jpeg(length: usize, body: Body) -> Response {
    let headers = [
        (CONTENT_TYPE, "image/jpeg".to_owned()),
        (CONTENT_LENGTH, length.to_string()),
    ];
    (headers, body).into_response()
}
