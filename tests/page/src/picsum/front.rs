//! `picsum.photos`: knows the pictures, and redirects to the host that draws them.

use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::{Path, Query, Request, State};
use axum::http::header::{CACHE_CONTROL, LINK, LOCATION};
use axum::http::{StatusCode, Uri};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use axum::{Json, Router};

use super::catalogue::{self, Refusal};
use super::{FRONT, Hop, IMAGES, NO_STORE, Service, cors, error, faults, page_not_found};

const DEFAULT_LIMIT: usize = 30;
const HIGHEST_LIMIT: usize = 100;

/// Everything this host answers.
pub fn router(service: Arc<Service>) -> Router {
    Router::new()
        .route("/id/{id}/info", get(info))
        .route("/id/{id}/{width}/{height}", get(redirect))
        .route("/v2/list", get(list))
        .fallback(page_not_found)
        .layer(middleware::from_fn_with_state(Arc::clone(&service), arrive))
        .layer(middleware::from_fn(cors::allow))
        .with_state(service)
}

async fn arrive(State(service): State<Arc<Service>>, request: Request, next: Next) -> Response {
    service.journal.record(Hop::Front, &request);
    service.wait().await;
    next.run(request).await
}

async fn redirect(
    State(service): State<Arc<Service>>,
    Path((id, width, height)): Path<(String, String, String)>,
    address: Uri,
) -> Response {
    if let Some(fault) = service.faults.due(&id, Hop::Front) {
        return faults::answer(fault, address.path(), Vec::new()).await;
    }
    let height = height.strip_suffix(".jpg").unwrap_or(&height);
    match catalogue::find(&id).and_then(|picture| picture.fit(&width, height)) {
        Ok((width, height)) => {
            let path = format!("/id/{id}/{width}/{height}.jpg");
            let location = format!("https://{IMAGES}{path}?hmac={}", service.signer.sign(&path));
            (
                StatusCode::FOUND,
                [(LOCATION, location.as_str()), (CACHE_CONTROL, NO_STORE)],
            )
                .into_response()
        }
        Err(refusal) => refuse(&refusal),
    }
}

async fn info(Path(id): Path<String>) -> Response {
    match catalogue::find(&id) {
        Ok(picture) => ([(CACHE_CONTROL, NO_STORE)], Json(picture)).into_response(),
        Err(refusal) => refuse(&refusal),
    }
}

async fn list(Query(asked): Query<HashMap<String, String>>) -> Response {
    let number = |name| {
        asked
            .get(name)
            .and_then(|text| text.parse().ok())
            .filter(|&number: &usize| number > 0)
    };
    let page = number("page").unwrap_or(1);
    let limit = number("limit").unwrap_or(DEFAULT_LIMIT).min(HIGHEST_LIMIT);
    let pictures = catalogue::page(page, limit);
    let link = links(page, limit, pictures.len() < limit);
    ([(CACHE_CONTROL, NO_STORE), (LINK, link.as_str())], Json(pictures)).into_response()
}

/// Where the neighbouring pages are. The first always names a next one, as picsum's does.
fn links(page: usize, limit: usize, is_last: bool) -> String {
    let link = |page: usize, relation: &str| {
        format!("<https://{FRONT}/v2/list?page={page}&limit={limit}>; rel=\"{relation}\"")
    };
    match (page, is_last) {
        (1, _) => link(2, "next"),
        (_, true) => link(page - 1, "prev"),
        (_, false) => format!("{}, {}", link(page - 1, "prev"), link(page + 1, "next")),
    }
}

fn refuse(refusal: &Refusal) -> Response {
    match refusal {
        Refusal::NoSuchPicture => error(StatusCode::NOT_FOUND, "Image does not exist"),
        Refusal::InvalidSize => error(StatusCode::BAD_REQUEST, "Invalid size"),
    }
}
