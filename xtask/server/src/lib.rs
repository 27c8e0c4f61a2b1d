//! The project's own server: the built site's files, each with the headers that a good host would send.

#[cfg(feature = "https")]
pub mod https;
pub mod port;

use std::path::Path;

use axum::Router;
use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, HeaderValue, X_CONTENT_TYPE_OPTIONS};
use axum::middleware::{self, Next};
use axum::response::Response;
use tower_http::services::ServeDir;

/// The same as in index.html and the service worker.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; \
    img-src 'self' blob: https://picsum.photos https://fastly.picsum.photos; \
    connect-src 'self' https://picsum.photos https://fastly.picsum.photos; \
    manifest-src 'self'; base-uri 'none'; form-action 'none'";

/// For every response. The first four make the page cross-origin isolated, without which it gets no shared memory; the fourth
/// does so where others embed it, in Chromium.
const HEADERS: [(HeaderName, &str); 6] = [
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-embedder-policy"), "require-corp"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (
        HeaderName::from_static("document-isolation-policy"),
        "isolate-and-require-corp",
    ),
    (CONTENT_SECURITY_POLICY, POLICY),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
];

/// Serves the files in `folder`, and nothing outside it.
pub fn new(folder: &Path) -> Router {
    let files = Router::new().fallback_service(ServeDir::new(folder));
    #[cfg(feature = "compression")]
    let files = files.layer(tower_http::compression::CompressionLayer::new());
    files.layer(middleware::from_fn(add_headers))
}

async fn add_headers(request: Request, next: Next) -> Response {
    // What is in a folder is in the one named after its contents, so it never changes.
    let is_in_a_folder = request.uri().path().trim_start_matches('/').contains('/');
    let mut response = next.run(request).await;
    let keep = is_in_a_folder && response.status().is_success();
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    let caching = if keep {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(caching));
    response
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use axum::body::Body;
    use axum::http::{Request, Response, StatusCode};
    use http_body_util::BodyExt;
    use tokio::runtime;
    use tower::ServiceExt;

    /// A folder with a site, and a file beside it that is nobody's business.
    fn site(test: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("server-{}-{test}", std::process::id()));
        let dist = folder.join("dist");
        fs::create_dir_all(dist.join("0123")).unwrap();
        fs::write(folder.join("secret.txt"), "secret").unwrap();
        fs::write(dist.join("index.html"), "<!doctype html>").unwrap();
        fs::write(dist.join("service-worker.js"), "//").unwrap();
        fs::write(dist.join("0123/page.js"), "export const LONG = 0;\n".repeat(100)).unwrap();
        fs::write(dist.join("0123/module.wasm"), b"\0asm").unwrap();
        dist
    }

    fn get(test: &str, path: &str, encodings: &str) -> (Response<()>, Vec<u8>) {
        let request = Request::get(path)
            .header("accept-encoding", encodings)
            .body(Body::empty())
            .unwrap();
        let dist = site(test);
        let (head, body) = runtime::Builder::new_current_thread().build().unwrap().block_on(async {
            let response = super::new(&dist).oneshot(request).await.unwrap();
            let (head, body) = response.into_parts();
            (head, body.collect().await.unwrap().to_bytes().to_vec())
        });
        fs::remove_dir_all(dist.parent().unwrap()).unwrap();
        (Response::from_parts(head, ()), body)
    }

    fn header<'a>(response: &'a Response<()>, name: &str) -> &'a str {
        response.headers().get(name).map_or("", |value| value.to_str().unwrap())
    }

    #[test]
    fn the_page_is_isolated_and_asked_for_again_each_time() {
        let (page, body) = get("page", "/", "");
        assert_eq!(body, b"<!doctype html>");
        assert_eq!(header(&page, "content-type"), "text/html");
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
            header(&get("worker", "/service-worker.js", "").0, "cache-control"),
            "no-cache"
        );
    }

    #[test]
    fn what_is_in_the_hashed_folder_is_kept_and_has_the_right_type() {
        let (module, _) = get("module", "/0123/module.wasm", "");
        assert_eq!(header(&module, "content-type"), "application/wasm");
        assert!(header(&module, "cache-control").contains("immutable"));
        assert_eq!(
            header(&get("script", "/0123/page.js", "").0, "content-type"),
            "text/javascript"
        );
    }

    #[cfg(feature = "compression")]
    #[test]
    fn scripts_are_compressed_as_the_browser_likes() {
        let (brotli, body) = get("brotli", "/0123/page.js", "gzip, br");
        assert_eq!(header(&brotli, "content-encoding"), "br");
        assert!(body.len() < 100);
        assert_eq!(
            header(&get("gzip", "/0123/page.js", "gzip").0, "content-encoding"),
            "gzip"
        );
        assert_eq!(header(&get("identity", "/0123/page.js", "").0, "content-encoding"), "");
    }

    #[test]
    fn a_missing_file_is_not_kept_as_missing() {
        let (missing, _) = get("missing", "/0123/none.js", "");
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
        ] {
            let (response, _) = get("outside", path, "");
            assert_eq!(response.status(), StatusCode::NOT_FOUND, "{path}");
        }
    }
}
