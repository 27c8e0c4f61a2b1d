//! `fastly.picsum.photos`: sends pictures to those who were redirected to it.

use std::collections::HashMap;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Query, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderName, StatusCode, Uri};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;

use super::{Hop, Service, cors, error, faults, page_not_found};

const PICSUM_ID: HeaderName = HeaderName::from_static("picsum-id");
const TIMING_ALLOW_ORIGIN: HeaderName = HeaderName::from_static("timing-allow-origin");

/// Everything this host answers.
pub fn router(service: Arc<Service>) -> Router {
    Router::new()
        .route("/id/{id}/{width}/{file}", get(picture))
        .fallback(page_not_found)
        .layer(middleware::from_fn_with_state(Arc::clone(&service), arrive))
        .layer(middleware::from_fn(cors::allow))
        .with_state(service)
}

async fn arrive(State(service): State<Arc<Service>>, request: Request, next: Next) -> Response {
    service.journal.record(Hop::Images, &request);
    service.wait().await;
    next.run(request).await
}

async fn picture(
    State(service): State<Arc<Service>>,
    Path((id, width, file)): Path<(String, String, String)>,
    Query(query): Query<HashMap<String, String>>,
    address: Uri,
) -> Response {
    let signature = query.get("hmac").map_or("", String::as_str);
    // Whatever is signed is a picture that exists, in a size that can be drawn.
    let signed = service
        .signer
        .accepts(address.path(), signature)
        .then(|| numbers(&id, &width, &file))
        .flatten();
    let Some((id, width, height)) = signed else {
        return error(StatusCode::BAD_REQUEST, "Invalid parameters");
    };
    let drawing = service.drawings.draw(id, width, height).await;
    if let Some(fault) = service.faults.due(&id.to_string(), Hop::Images) {
        return faults::answer(fault, address.path(), drawing.to_vec()).await;
    }
    let headers = [
        (CONTENT_TYPE, "image/jpeg".to_owned()),
        (
            CONTENT_DISPOSITION,
            format!("inline; filename=\"{id}-{width}x{height}.jpg\""),
        ),
        (CACHE_CONTROL, "public, max-age=2592000, immutable".to_owned()),
        (PICSUM_ID, id.to_string()),
        (TIMING_ALLOW_ORIGIN, "*".to_owned()),
    ];
    (headers, drawing).into_response()
}

fn numbers(id: &str, width: &str, file: &str) -> Option<(u32, u32, u32)> {
    Some((
        id.parse().ok()?,
        width.parse().ok()?,
        file.strip_suffix(".jpg")?.parse().ok()?,
    ))
}
