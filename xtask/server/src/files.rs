//! The answer to a request: a file of the site, or why there is none.

use std::fs;
use std::io;
use std::net::IpAddr;
use std::path::{Path, PathBuf};

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{CACHE_CONTROL, CONTENT_TYPE, HOST, HeaderName, HeaderValue, X_CONTENT_TYPE_OPTIONS};
use hyper::{Method, Request, Response, StatusCode, Uri};

/// What the page and its workers may load. The build also writes it into index.html, since pages without a server that sends headers
/// have it from there.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; \
    img-src 'self' blob: https://picsum.photos https://fastly.picsum.photos; \
    connect-src 'self' https://picsum.photos https://fastly.picsum.photos; \
    manifest-src 'self'; base-uri 'none'; form-action 'none'";

/// These make the page cross-origin isolated, without which it gets no shared memory; the last does so where others embed it, in
/// Chromium. The service worker has them from examples/minimal/isolate.js.
const ISOLATION: [(&str, &str); 3] = [
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
    ("document-isolation-policy", "isolate-and-require-corp"),
];

/// The others for every response, here and from the service worker, into which the build writes them.
pub const HEADERS: [(&str, &str); 2] = [
    ("cross-origin-resource-policy", "same-origin"),
    ("content-security-policy", POLICY),
];

/// The media types of the site's files, by the end of their names.
const TYPES: [(&str, &str); 10] = [
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json"),
    ("json", "application/json"),
    ("txt", "text/plain; charset=utf-8"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
];

/// A response, its body in memory.
pub type Answer = Response<Full<Bytes>>;

/// The files in a folder, and nothing outside it.
#[derive(Clone, Debug)]
pub struct Files {
    folder: PathBuf,
}

impl Files {
    /// Those below `folder`.
    #[must_use]
    pub fn of(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
        }
    }

    /// Answers a request, whatever its body.
    #[must_use]
    pub fn answer<B>(&self, request: &Request<B>) -> Answer {
        let mut answer = if !is_for_this_machine(request) {
            said(
                StatusCode::MISDIRECTED_REQUEST,
                "This server answers to localhost and to IP addresses only.",
            )
        } else if [Method::GET, Method::HEAD].contains(request.method()) {
            self.file(request.uri().path())
        } else {
            said(StatusCode::METHOD_NOT_ALLOWED, "There are only files here.")
        };
        let headers = answer.headers_mut();
        for (name, value) in ISOLATION.into_iter().chain(HEADERS) {
            headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
        // Not from the service worker: hosts that send scripts under a wrong type would be refused then.
        headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        answer
    }

    fn file(&self, path: &str) -> Answer {
        let path = path.strip_prefix('/').unwrap_or(path);
        let path = if path.is_empty() { "index.html" } else { path };
        match self.read(path) {
            Ok(contents) => {
                let mut answer = Response::new(Full::new(contents.into()));
                let extension = path.rsplit('.').next();
                let known = TYPES.iter().find(|(ending, _)| Some(*ending) == extension);
                let media_type = known.map_or("application/octet-stream", |(_, media_type)| media_type);
                answer
                    .headers_mut()
                    .insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
                // Files in a folder are in the one named after its contents, so they never change.
                let caching = if path.contains('/') {
                    "public, max-age=31536000, immutable"
                } else {
                    "no-cache"
                };
                answer
                    .headers_mut()
                    .insert(CACHE_CONTROL, HeaderValue::from_static(caching));
                answer
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                said(StatusCode::NOT_FOUND, "There is no such file.")
            }
            Err(error) => said(
                StatusCode::INTERNAL_SERVER_ERROR,
                &format!("The file can't be read: {error}"),
            ),
        }
    }

    /// The site's names are plain: a path with anything but letters, digits, `-`, `_` and inner dots leads nowhere.
    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        let is_plain = |part: &str| {
            let bytes = part.bytes();
            !part.is_empty()
                && !part.starts_with('.')
                && bytes
                    .into_iter()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
        };
        let file = self.folder.join(path);
        if !path.split('/').all(is_plain) || file.is_dir() {
            return Err(io::ErrorKind::NotFound.into());
        }
        fs::read(file)
    }
}

/// Whether a request names this machine by an address or as localhost. Any other name may be one whose owner makes it lead here,
/// so that pages of theirs could read what is served (DNS rebinding).
fn is_for_this_machine<B>(request: &Request<B>) -> bool {
    let named = request.headers().get(HOST).and_then(|host| host.to_str().ok());
    let uri: Option<Uri> = named.and_then(|host| host.parse().ok());
    let Some(host) = uri.as_ref().and_then(Uri::host) else {
        return false;
    };
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || host.ends_with(".localhost") || address.parse::<IpAddr>().is_ok()
}

/// An answer in words, which nobody keeps.
fn said(status: StatusCode, words: &str) -> Answer {
    let mut answer = Response::new(Full::new(format!("{words}\n").into()));
    *answer.status_mut() = status;
    let headers = answer.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    answer
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use hyper::header::HOST;
    use hyper::{Method, Request, StatusCode};

    use super::{Answer, Files};

    /// A folder with a site, and a file beside it that must not be served.
    fn site(test: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("server-{}-{test}", std::process::id()));
        let dist = folder.join("dist");
        fs::create_dir_all(dist.join("0123")).unwrap();
        fs::write(folder.join("secret.txt"), "secret").unwrap();
        fs::write(dist.join("index.html"), "<!doctype html>").unwrap();
        fs::write(dist.join("service-worker.js"), "//").unwrap();
        fs::write(dist.join("0123/page.js"), "export const LONG = 0;\n").unwrap();
        fs::write(dist.join("0123/module.wasm"), b"\0asm").unwrap();
        dist
    }

    fn ask(test: &str, method: Method, host: &str, path: &str) -> Answer {
        let request = Request::builder().method(method).uri(path).header(HOST, host);
        let dist = site(test);
        let answer = Files::of(&dist).answer(&request.body(()).unwrap());
        fs::remove_dir_all(dist.parent().unwrap()).unwrap();
        answer
    }

    fn get(test: &str, path: &str) -> Answer {
        ask(test, Method::GET, "localhost:8080", path)
    }

    fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
        answer.headers().get(name).map_or("", |value| value.to_str().unwrap())
    }

    #[test]
    fn the_page_is_isolated_and_asked_for_again_each_time() {
        let page = get("page", "/?task=fib");
        assert_eq!(page.status(), StatusCode::OK);
        assert_eq!(header(&page, "content-type"), "text/html; charset=utf-8");
        assert_eq!(header(&page, "cross-origin-opener-policy"), "same-origin");
        assert_eq!(header(&page, "cross-origin-embedder-policy"), "require-corp");
        assert_eq!(header(&page, "cross-origin-resource-policy"), "same-origin");
        assert_eq!(header(&page, "x-content-type-options"), "nosniff");
        assert!(header(&page, "content-security-policy").starts_with("default-src 'none'; script-src 'self' "));
        assert_eq!(header(&page, "cache-control"), "no-cache");
    }

    #[test]
    fn the_service_worker_is_asked_for_again_each_time() {
        assert_eq!(
            header(&get("worker", "/service-worker.js"), "cache-control"),
            "no-cache"
        );
    }

    #[test]
    fn what_is_in_the_hashed_folder_is_kept_and_has_the_right_type() {
        let module = get("module", "/0123/module.wasm");
        assert_eq!(header(&module, "content-type"), "application/wasm");
        assert!(header(&module, "cache-control").contains("immutable"));
        let script = get("script", "/0123/page.js");
        assert_eq!(header(&script, "content-type"), "text/javascript; charset=utf-8");
    }

    #[test]
    fn a_missing_file_is_not_kept_as_missing() {
        let missing = get("missing", "/0123/none.js");
        assert_eq!(missing.status(), StatusCode::NOT_FOUND);
        assert_eq!(header(&missing, "cache-control"), "no-cache");
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        for path in [
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/0123/..%2f..%2fsecret.txt",
            "//etc/passwd",
            "/..%5csecret.txt",
            "/0123",
            "/0123/",
        ] {
            assert_eq!(get("outside", path).status(), StatusCode::NOT_FOUND, "{path}");
        }
    }

    #[test]
    fn only_requests_that_name_this_machine_are_answered() {
        for host in [
            "localhost",
            "localhost:8080",
            "page.localhost",
            "127.0.0.1:1",
            "[::1]:8080",
            "192.168.0.2",
        ] {
            assert_eq!(ask("host", Method::GET, host, "/").status(), StatusCode::OK, "{host}");
        }
        for host in [
            "example.org",
            "example.org:8080",
            "localhost.example.org",
            "notlocalhost",
            "",
        ] {
            let answer = ask("other-host", Method::GET, host, "/");
            assert_eq!(answer.status(), StatusCode::MISDIRECTED_REQUEST, "{host}");
        }
    }

    #[test]
    fn nothing_can_be_sent_here() {
        let answer = ask("post", Method::POST, "localhost", "/");
        assert_eq!(answer.status(), StatusCode::METHOD_NOT_ALLOWED);
    }
}
