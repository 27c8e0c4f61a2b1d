//! A stand-in for Lorem Picsum on loopback: its two hosts, its redirect, its headers and its errors.
//!
//! `picsum.photos` answers a picture's address with a redirect to `fastly.picsum.photos`, which draws only what carries a
//! valid `hmac`. Both speak HTTP/2 over TLS. A browser reaches it under the real names, see
//! [`chromium_flags`](Picsum::chromium_flags). Latency and [faults](Fault) can be set while it runs, and its
//! [journal](Journal) tells what was asked for.

mod catalogue;
mod cors;
mod drawing;
mod faults;
mod front;
mod images;
mod journal;

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::Request as Asked;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};

use self::faults::Faults;
pub use self::faults::{Fault, RetryAfter};
pub use self::journal::{Hop, Journal, Request};
use crate::certificate::Certificate;
use crate::lock;
use crate::server::Server;

/// The host that knows the pictures and redirects.
pub const FRONT: &str = "picsum.photos";
/// The host that sends the pictures.
pub const IMAGES: &str = "fastly.picsum.photos";

/// How both hosts mark what must not be kept.
const NO_STORE: &str = "no-cache, no-store, must-revalidate";

/// Stands for the signature that the first host adds to an address, and without which the second one draws nothing.
const SIGNATURE: &str = "hmac=of-the-first-host";

/// A running stand-in; it stops when dropped.
pub struct Picsum {
    service: Arc<Service>,
    certificate: Certificate,
    front: Server,
    images: Server,
}

/// What the two hosts share.
#[derive(Default)]
struct Service {
    faults: Faults,
    journal: Journal,
    latency: Mutex<Duration>,
    drawings: drawing::Cache,
}

impl Picsum {
    /// Starts both hosts on free loopback ports, without latency or faults.
    pub async fn start() -> Self {
        let service = Arc::new(Service::default());
        let certificate = Certificate::for_hosts(&[FRONT, IMAGES]);
        let front = Server::secure(host(Hop::Front, front::routes(), &service), &certificate).await;
        let images = Server::secure(host(Hop::Images, images::routes(), &service), &certificate).await;
        Self {
            service,
            certificate,
            front,
            images,
        }
    }

    /// How long each hop waits before it answers.
    pub fn set_latency(&self, hop: Duration) {
        *lock(&self.service.latency) = hop;
    }

    /// Every request for this picture meets the fault.
    pub fn fail(&self, id: u32, fault: Fault) {
        self.service.faults.plan(id, fault, None);
    }

    /// The first `times` requests for this picture meet the fault; later ones are answered as usual.
    pub fn fail_times(&self, id: u32, times: u32, fault: Fault) {
        self.service.faults.plan(id, fault, Some(times));
    }

    /// What was asked for until now.
    pub fn journal(&self) -> &Journal {
        &self.service.journal
    }

    /// The file that is sent for a picture of this size.
    pub async fn file(&self, id: u32, width: u32, height: u32) -> Bytes {
        self.service.drawings.draw(id, width, height).await
    }

    /// Whether the network leads to both hosts. When it no longer does, what they are sending breaks off.
    pub fn set_reachable(&self, reachable: bool) {
        self.front.set_reachable(reachable);
        self.images.set_reachable(reachable);
    }

    /// Closes both hosts: from now on they can't be reached.
    pub fn stop(&self) {
        self.front.stop();
        self.images.stop();
    }

    /// Forgets what was set and what was asked for. Says whether it can still be reached, which it never can once it was stopped.
    pub fn reset(&self) -> bool {
        self.set_latency(Duration::ZERO);
        self.service.faults.clear();
        self.service.journal.clear();
        self.set_reachable(true);
        !self.front.is_stopped()
    }

    /// Each host's name with the address where it really listens.
    pub fn hosts(&self) -> [(&'static str, SocketAddr); 2] {
        [(FRONT, self.front.address()), (IMAGES, self.images.address())]
    }

    /// What Chromium needs to be told so that `https://picsum.photos` is this stand-in.
    ///
    /// Trusting the one key keeps Chromium's cache alive; `--ignore-certificate-errors` would turn it off.
    pub fn chromium_flags(&self) -> [String; 2] {
        let rules = self.hosts().map(|(name, address)| format!("MAP {name}:443 {address}"));
        [
            format!("--host-resolver-rules={}", rules.join(",")),
            format!("--ignore-certificate-errors-spki-list={}", self.certificate.fingerprint),
        ]
    }
}

/// One of the hosts: what is asked of it is noted, and waits for the latency that is set.
fn host(hop: Hop, routes: Router<Arc<Service>>, service: &Arc<Service>) -> Router {
    let shared = Arc::clone(service);
    let arrive = move |request: Asked, next: Next| {
        let service = Arc::clone(&shared);
        async move {
            service.journal.record(hop, &request);
            let latency = *lock(&service.latency);
            tokio::time::sleep(latency).await;
            next.run(request).await
        }
    };
    routes
        .fallback(async || error(StatusCode::NOT_FOUND, "page not found"))
        .layer(middleware::from_fn(arrive))
        .layer(middleware::from_fn(cors::allow))
        .with_state(Arc::clone(service))
}

/// An error as both hosts send it: a line of text.
fn error(status: StatusCode, message: &str) -> Response {
    let headers = [(CONTENT_TYPE, "text/plain; charset=utf-8"), (CACHE_CONTROL, NO_STORE)];
    (status, headers, format!("{message}\n")).into_response()
}
