//! Cross-origin access as both hosts grant it, and as an answer from before them does not.

use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, ORIGIN};
use axum::middleware::Next;
use axum::response::Response;

/// A response that carries this in its extensions gets no CORS headers, so that a browser hides it from the page.
#[derive(Clone, Copy)]
pub struct Hidden;

/// A response that carries this in its extensions lets pages read its `Retry-After`, as Lorem Picsum's don't.
#[derive(Clone, Copy)]
pub struct Readable;

/// Middleware: lets every origin read the answer. Nothing that the page asks for needs a preflight.
pub async fn allow(request: Request, next: Next) -> Response {
    let asked_across_origins = request.headers().contains_key(ORIGIN);
    let mut response = next.run(request).await;
    if asked_across_origins && response.extensions().get::<Hidden>().is_none() {
        let exposed = match response.extensions().get::<Readable>() {
            Some(Readable) => "Link, Picsum-ID, Retry-After",
            None => "Link, Picsum-ID",
        };
        let headers = response.headers_mut();
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static(exposed));
    }
    response
}
