//! The task that waits: pictures to download.

mod album;
mod download;
mod patience;
mod simulation;

use super::{Task, Value};
use crate::event::{Failure, Outcome};
use crate::span::SpanRecorder;
use album::Contents;
use download::{Body, DownloadError};
use futures_util::future::LocalBoxFuture;
use js_sys::Array;
pub use simulation::Simulation;
use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag};

/// Downloads pictures by their number.
#[derive(Clone, Debug)]
pub struct Pictures {
    /// Where they come from.
    pub source: Source,
    /// How long one may take, in milliseconds.
    pub timeout_ms: u32,
}

/// Where pictures come from.
#[derive(Clone, Debug)]
pub enum Source {
    /// Lorem Picsum, in the given width and height in pixels.
    Picsum(u32, u32),
    /// The pictures that ship with the page, over a network that is simulated.
    Simulated(Simulation),
}

/// A downloaded picture. Its bytes stay outside wasm's memory, with the thread that downloaded it.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Its size in bytes.
    pub bytes: f64,
    /// Its media type, such as `image/jpeg`.
    pub media_type: String,
    /// What is to be said of how it came.
    pub note: Option<String>,
    /// Where the thread that downloaded it keeps it.
    key: album::Key,
}

impl Pictures {
    /// Downloads a picture, with a second try for what may pass. While the server wants to be left alone, none is asked for.
    async fn download(self, id: u32) -> Result<Picture, Failure> {
        let url = match &self.source {
            Source::Picsum(width, height) => format!("https://picsum.photos/id/{id}/{width}/{height}"),
            Source::Simulated(simulation) => simulation.url(id),
        };
        // What would not be there in time isn't waited for.
        let mut held_back_ms = patience::wait_for_quiet(id, self.timeout_ms)
            .await
            .map_err(|rest_ms| DownloadError::HeldBack(rest_ms).of(&url))?;
        let mut outcome = self.try_download(id, &url).await;
        if let Err(error) = &outcome
            && error.may_pass()
        {
            if let DownloadError::TooSoon(..) = error {
                let patience_ms = self.timeout_ms.saturating_sub(held_back_ms);
                match patience::wait_for_quiet(id, patience_ms).await {
                    Ok(waited_ms) => held_back_ms += waited_ms,
                    Err(_) => return Err(error.of(&url)),
                }
            } else {
                patience::pause().await;
            }
            outcome = self.try_download(id, &url).await;
        }
        let note = (held_back_ms > 0).then(|| format!("after {held_back_ms} ms, since its server wanted less haste"));
        outcome
            .map(|body| Picture::keep_body(body, note))
            .map_err(|error| error.of(&url))
    }

    async fn try_download(&self, id: u32, url: &str) -> Result<Body, DownloadError> {
        if let Source::Simulated(simulation) = &self.source {
            simulation.reach(id).await?;
        }
        let outcome = download::download(url, self.timeout_ms).await;
        match &outcome {
            Ok(_) => patience::was_served(),
            Err(DownloadError::TooSoon(_, asked_ms)) => patience::keep_quiet(*asked_ms),
            Err(_) => {}
        }
        outcome
    }
}

impl Task for Pictures {
    fn run<'a>(&'a self, id: u32, span: &'a SpanRecorder) -> LocalBoxFuture<'a, Outcome> {
        Box::pin(async move { Ok(Value::Picture(span.wait(self.clone().download(id)).await?)) })
    }

    #[cfg(threads)]
    fn run_blocking(&self, id: u32, worker: &dyn super::Worker) -> Outcome {
        let mut answer = None;
        worker.wait_for_io(&mut || {
            let this = self.clone();
            answer = Some(crate::io::block_on(move || this.download(id)));
        });
        Ok(Value::Picture(answer.expect("a worker waits when asked to")?))
    }
}

impl Picture {
    /// Keeps a picture that was downloaded, until it is taken.
    fn keep_body(Body { bytes, media_type }: Body, note: Option<String>) -> Self {
        Self {
            bytes: bytes.length().into(),
            media_type,
            note,
            key: album::keep(Contents::Bytes(bytes)),
        }
    }

    /// Keeps a picture that an isolated worker downloaded, until it is taken.
    pub fn keep(blob: Blob, note: Option<String>) -> Self {
        Self {
            bytes: blob.size(),
            media_type: blob.type_(),
            note,
            key: album::keep(Contents::Blob(blob)),
        }
    }

    /// Takes the picture as a `Blob`, once and on the thread that kept it; `null` ever after. The blob is made only here: that
    /// takes longer than all else about a picture that has arrived, and others may be arriving then.
    ///
    /// # Panics
    ///
    /// If there is no blob to be had, as where there is no memory left.
    pub fn take_blob(&self) -> JsValue {
        match album::take(self.key) {
            None => JsValue::NULL,
            Some(Contents::Blob(blob)) => blob.into(),
            Some(Contents::Bytes(bytes)) => {
                let properties = BlobPropertyBag::new();
                properties.set_type(&self.media_type);
                Blob::new_with_u8_array_sequence_and_options(&Array::of1(&bytes), &properties)
                    .expect("bytes outside wasm's memory can be in a blob")
                    .into()
            }
        }
    }
}
