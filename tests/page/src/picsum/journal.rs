//! What was asked of the stand-in, so that tests can tell a download from a picture out of a cache.

use std::sync::Mutex;

use axum::http::Version;

use crate::lock;

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
}

/// Every request in the order of arrival.
#[derive(Default)]
pub struct Journal(Mutex<Vec<Request>>);

impl Journal {
    /// All requests until now.
    pub fn requests(&self) -> Vec<Request> {
        lock(&self.0).clone()
    }

    /// How often a host was asked for this picture.
    pub fn count(&self, hop: Hop, picture: u32) -> usize {
        self.requests()
            .iter()
            .filter(|request| request.hop == hop && request.picture == Some(picture))
            .count()
    }

    /// Whether nothing was asked at all.
    pub fn is_empty(&self) -> bool {
        self.requests().is_empty()
    }

    pub(super) fn clear(&self) {
        lock(&self.0).clear();
    }

    pub(super) fn record<B>(&self, hop: Hop, request: &axum::http::Request<B>) {
        let uri = request.uri();
        let id = uri.path().strip_prefix("/id/").and_then(|rest| rest.split('/').next());
        let entry = Request {
            hop,
            address: uri.path_and_query().map(ToString::to_string).unwrap_or_default(),
            picture: id.and_then(|id| id.parse().ok()),
            version: request.version(),
        };
        lock(&self.0).push(entry);
    }
}
