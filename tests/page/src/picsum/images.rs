//! `fastly.picsum.photos`: sends pictures to those who were redirected to it.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;

use super::{Hop, SIGNATURE, Service, error, faults};

/// Everything this host answers.
pub fn routes() -> Router<Arc<Service>> {
    Router::new().route("/id/{id}/{width}/{file}", get(picture))
}

async fn picture(
    State(service): State<Arc<Service>>,
    Path((id, width, file)): Path<(u32, u32, String)>,
    address: Uri,
) -> Response {
    let height = file.strip_suffix(".jpg").and_then(|height| height.parse().ok());
    let (Some(height), Some(SIGNATURE)) = (height, address.query()) else {
        return error(StatusCode::BAD_REQUEST, "Invalid parameters");
    };
    let drawing = service.drawings.draw(id, width, height).await;
    if let Some(fault) = service.faults.due(id, Hop::Images) {
        return faults::answer(fault, address.path(), drawing.to_vec()).await;
    }
    let name = format!("inline; filename=\"{id}-{width}x{height}.jpg\"");
    let headers = [
        (CONTENT_TYPE, "image/jpeg"),
        (CONTENT_DISPOSITION, &name),
        (CACHE_CONTROL, "public, max-age=2592000, immutable"),
    ];
    (headers, [("timing-allow-origin", "*")], drawing).into_response()
}
