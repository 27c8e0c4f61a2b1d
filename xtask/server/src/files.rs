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
            plain_text(
                StatusCode::MISDIRECTED_REQUEST,
                "Use localhost or an IP address: this server answers to no other host name.",
            )
        } else if [Method::GET, Method::HEAD].contains(request.method()) {
            self.file(request.uri().path())
        } else {
            plain_text(StatusCode::METHOD_NOT_ALLOWED, "Only GET and HEAD work here.")
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
        let contents = match self.read(path) {
            Ok(contents) => contents,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return plain_text(StatusCode::NOT_FOUND, "There is no such file.");
            }
            Err(error) => {
                let words = format!("The file can't be read: {error}");
                return plain_text(StatusCode::INTERNAL_SERVER_ERROR, &words);
            }
        };
        let extension = path.rsplit('.').next();
        let known = TYPES.iter().find(|(ending, _)| Some(*ending) == extension);
        let media_type = known.map_or("application/octet-stream", |(_, media_type)| media_type);
        // Files in a folder are in the one named after its contents, so they never change.
        let is_fixed = path.contains('/');
        let caching = if is_fixed {
            "public, max-age=31536000, immutable"
        } else {
            "no-cache"
        };
        answer(StatusCode::OK, contents, media_type, caching)
    }

    /// The site's names are plain: a path with anything but letters, digits, `-`, `_` and inner dots leads nowhere.
    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        let is_plain = |part: &str| {
            let mut bytes = part.bytes();
            !part.is_empty()
                && !part.starts_with('.')
                && bytes.all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
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
fn plain_text(status: StatusCode, words: &str) -> Answer {
    answer(status, format!("{words}\n"), "text/plain; charset=utf-8", "no-cache")
}

fn answer(status: StatusCode, body: impl Into<Bytes>, media_type: &'static str, caching: &'static str) -> Answer {
    let mut answer = Response::new(Full::new(body.into()));
    *answer.status_mut() = status;
    let headers = answer.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(caching));
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
        for file in ["index.html", "service-worker.js", "0123/page.js", "0123/module.wasm"] {
            fs::write(dist.join(file), file).unwrap();
        }
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
    fn whatever_is_answered_isolates_the_page() {
        for path in ["/?task=fib", "/0123/page.js", "/none"] {
            let answer = get("isolated", path);
            assert_eq!(header(&answer, "cross-origin-opener-policy"), "same-origin");
            assert_eq!(header(&answer, "cross-origin-embedder-policy"), "require-corp");
            assert_eq!(header(&answer, "cross-origin-resource-policy"), "same-origin");
            assert_eq!(header(&answer, "x-content-type-options"), "nosniff");
            assert!(header(&answer, "content-security-policy").starts_with("default-src 'none'; script-src 'self' "));
        }
    }

    #[test]
    fn each_file_has_its_type_and_only_what_is_in_the_hashed_folder_is_kept() {
        const KEPT: &str = "public, max-age=31536000, immutable";
        for (path, media_type, caching) in [
            ("/?task=fib", "text/html; charset=utf-8", "no-cache"),
            ("/service-worker.js", "text/javascript; charset=utf-8", "no-cache"),
            ("/0123/page.js", "text/javascript; charset=utf-8", KEPT),
            ("/0123/module.wasm", "application/wasm", KEPT),
            ("/0123/none.js", "text/plain; charset=utf-8", "no-cache"),
        ] {
            let answer = get("types", path);
            assert_eq!(answer.status() == StatusCode::OK, !path.contains("none"), "{path}");
            let found = ["content-type", "cache-control"].map(|name| header(&answer, name));
            assert_eq!(found, [media_type, caching], "{path}");
        }
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let encoded = ["/%2e%2e/secret.txt", "/0123/..%2f..%2fsecret.txt", "/..%5csecret.txt"];
        for path in ["/../secret.txt", "//etc/passwd", "/0123", "/0123/"]
            .into_iter()
            .chain(encoded)
        {
            assert_eq!(get("outside", path).status(), StatusCode::NOT_FOUND, "{path}");
        }
    }

    #[test]
    fn only_requests_that_name_this_machine_are_answered() {
        let status = |host| ask("host", Method::GET, host, "/").status();
        for host in "localhost localhost:8080 page.localhost 127.0.0.1:1 [::1]:8080 192.168.0.2".split(' ') {
            assert_eq!(status(host), StatusCode::OK, "{host}");
        }
        for host in [
            "example.org",
            "example.org:8080",
            "localhost.example.org",
            "notlocalhost",
            "",
        ] {
            assert_eq!(status(host), StatusCode::MISDIRECTED_REQUEST, "{host}");
        }
    }

    #[test]
    fn nothing_can_be_sent_here() {
        let answer = ask("post", Method::POST, "localhost", "/");
        assert_eq!(answer.status(), StatusCode::METHOD_NOT_ALLOWED);
    }
}
