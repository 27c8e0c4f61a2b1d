//! What was asked of the stand-in, so that tests can tell a download from a picture out of a cache.

use std::sync::{Mutex, PoisonError};

use axum::http::Version;

/// Which of the two hosts was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hop {
    /// `picsum.photos`, which redirects.
    Front,
    /// `fastly.picsum.photos`, which sends the picture.
    Images,
}

/// One request.
#[derive(Clone, Debug)]
pub struct Request {
    /// The host that was asked.
    pub hop: Hop,
    /// The path and the query.
    pub address: String,
    /// The number of the picture, where the path names one.
    pub picture: Option<u32>,
    /// The version of HTTP.
    pub version: Version,
    /// The `Origin` header.
    pub origin: Option<String>,
}

/// Every request in the order of arrival.
#[derive(Default)]
pub struct Journal(Mutex<Vec<Request>>);

impl Journal {
    /// All requests until now.
    #[must_use]
    pub fn requests(&self) -> Vec<Request> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// How often a host was asked for this picture.
    #[must_use]
    pub fn count(&self, hop: Hop, picture: u32) -> usize {
        self.requests()
            .iter()
            .filter(|request| request.hop == hop && request.picture == Some(picture))
            .count()
    }

    /// Whether nothing was asked at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.requests().is_empty()
    }

    pub(super) fn clear(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    pub(super) fn record<B>(&self, hop: Hop, request: &axum::http::Request<B>) {
        let path = request.uri().path();
        let entry = Request {
            hop,
            address: request
                .uri()
                .path_and_query()
                .map_or_else(|| path.to_owned(), ToString::to_string),
            picture: path
                .strip_prefix("/id/")
                .and_then(|rest| rest.split('/').next())
                .and_then(|id| id.parse().ok()),
            version: request.version(),
            origin: request
                .headers()
                .get("origin")
                .map(|origin| String::from_utf8_lossy(origin.as_bytes()).into_owned()),
        };
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(entry);
    }
}
