//! `picsum.photos`: knows the pictures, and redirects to the host that draws them.

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::header::{CACHE_CONTROL, LOCATION};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde::Deserialize;

use super::{Hop, IMAGES, NO_STORE, SIGNATURE, Service, catalogue, error, faults};

/// Everything this host answers.
pub fn routes() -> Router<Arc<Service>> {
    Router::new()
        .route("/id/{id}/info", get(info))
        .route("/id/{id}/{width}/{height}", get(redirect))
        .route("/v2/list", get(list))
}

async fn redirect(
    State(service): State<Arc<Service>>,
    Path((id, width, height)): Path<(u32, u32, u32)>,
    address: Uri,
) -> Response {
    if let Some(fault) = service.faults.due(id, Hop::Front) {
        return faults::answer(fault, address.path(), Vec::new()).await;
    }
    if catalogue::find(id).is_none() {
        return does_not_exist();
    }
    let location = format!("https://{IMAGES}/id/{id}/{width}/{height}.jpg?{SIGNATURE}");
    let headers = [(LOCATION, location.as_str()), (CACHE_CONTROL, NO_STORE)];
    (StatusCode::FOUND, headers).into_response()
}

async fn info(Path(id): Path<u32>) -> Response {
    match catalogue::find(id) {
        Some(picture) => ([(CACHE_CONTROL, NO_STORE)], Json(picture)).into_response(),
        None => does_not_exist(),
    }
}

/// A part of the list, as the page asks for it.
#[derive(Deserialize)]
struct Asked {
    page: usize,
    limit: usize,
}

async fn list(Query(Asked { page, limit }): Query<Asked>) -> Response {
    let pictures = catalogue::page(page, limit.min(100));
    ([(CACHE_CONTROL, NO_STORE)], Json(pictures)).into_response()
}

fn does_not_exist() -> Response {
    error(StatusCode::NOT_FOUND, "Image does not exist")
}
