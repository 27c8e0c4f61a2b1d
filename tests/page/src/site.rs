//! Hosts for `dist/`: a plain one, which serves static files below a path and sends no isolation headers, as GitHub Pages
//! does; and the project's own server.

use std::collections::HashMap;
use std::convert::Infallible;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};
use tower::service_fn;
use tower_http::services::ServeDir;

use crate::lock;
use crate::server::Server;

/// Where the site lies on a plain host.
const BASE: &str = "/easy-concurrency";

/// The built site.
pub fn dist() -> PathBuf {
    crate::root()
        .join("dist")
        .canonicalize()
        .expect("the page's tests need dist/: build it with `cargo xtask dist`")
}

/// The folder in it that the page loads from: one of the version before may lie beside it.
pub fn version_folder() -> PathBuf {
    let page = fs::read_to_string(dist().join("index.html")).expect("the page is there");
    let folder = page.split('"').find_map(|text| text.strip_suffix("/style/page.css"));
    dist().join(folder.expect("the page has a style sheet"))
}

/// A host that serves the site until it is dropped.
pub struct Site {
    host: Arc<Host>,
    server: Server,
}

/// How a host answers for a file that it should send.
#[derive(Clone, Debug)]
pub enum Answer {
    /// As what it is, but called this.
    Type(&'static str),
    /// 404.
    Gone,
    /// 200 and another page, as hosts of single-page applications do for whatever they don't know.
    Page,
    /// 503.
    Unavailable,
    /// Never.
    Silence,
    /// This script, whatever was there.
    Script(String),
}

struct Host {
    /// Where the site lies on it.
    base: &'static str,
    /// By the end of a path.
    answers: Mutex<HashMap<&'static str, Answer>>,
    requests: Mutex<Vec<String>>,
}

impl Site {
    /// Starts a plain host of a folder.
    pub async fn plain(folder: &Path) -> Self {
        let files = Router::new().nest_service(BASE, ServeDir::new(folder));
        Self::start(files, BASE).await
    }

    /// Starts the project's own server of a folder.
    pub async fn own(folder: &Path) -> Self {
        let files = server::Files::of(folder);
        let service = service_fn(move |request: Request| {
            let answer = files.answer(&request);
            async { Ok::<_, Infallible>(answer) }
        });
        Self::start(Router::new().fallback_service(service), "").await
    }

    async fn start(files: Router, base: &'static str) -> Self {
        let host = Arc::new(Host {
            base,
            answers: Mutex::default(),
            requests: Mutex::default(),
        });
        let router = files.layer(middleware::from_fn_with_state(Arc::clone(&host), arrive));
        Self {
            host,
            server: Server::plain(router).await,
        }
    }

    /// The origin under which a browser stores what the page keeps.
    pub fn origin(&self) -> String {
        format!("http://{}", self.server.address())
    }

    /// The address of the page, with this query.
    pub fn address(&self, query: &str) -> String {
        let separator = if query.is_empty() { "" } else { "?" };
        format!("{}{}/{separator}{query}", self.origin(), self.host.base)
    }

    /// From now on, answers so for each file whose path ends like this.
    pub fn answer(&self, ending: &'static str, answer: Answer) {
        lock(&self.host.answers).insert(ending, answer);
    }

    /// From now on, sends such files again.
    pub fn restore(&self, ending: &str) {
        lock(&self.host.answers).remove(ending);
    }

    /// The paths that were asked for until now, in order, relative to the page.
    pub fn requests(&self) -> Vec<String> {
        lock(&self.host.requests).clone()
    }

    /// How often the page itself was asked for until now.
    pub fn loads(&self) -> usize {
        self.requests().iter().filter(|path| path.is_empty()).count()
    }

    /// Closes the host: from now on it can't be reached.
    pub fn stop(&self) {
        self.server.stop();
    }
}

async fn arrive(State(host): State<Arc<Host>>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let path = path
        .strip_prefix(host.base)
        .map_or(path, |path| path.trim_start_matches('/'))
        .to_owned();
    let found = lock(&host.answers)
        .iter()
        .find(|(ending, _)| path.ends_with(**ending))
        .map(|(_, answer)| answer.clone());
    lock(&host.requests).push(path);
    match found {
        Some(Answer::Gone) => StatusCode::NOT_FOUND.into_response(),
        Some(Answer::Unavailable) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        Some(Answer::Silence) => std::future::pending().await,
        Some(Answer::Page) => ([(CONTENT_TYPE, "text/html")], "<!doctype html><title>Home</title>").into_response(),
        Some(Answer::Script(script)) => {
            ([(CONTENT_TYPE, "text/javascript"), (CACHE_CONTROL, "no-cache")], script).into_response()
        }
        Some(Answer::Type(media_type)) => {
            let mut response = next.run(request).await;
            let media_type = HeaderValue::from_static(media_type);
            response.headers_mut().insert(CONTENT_TYPE, media_type);
            response
        }
        None => next.run(request).await,
    }
}
