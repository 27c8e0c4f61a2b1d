//! The task that waits: pictures to download.

mod album;
mod download;
mod simulation;

use super::{Output, Task};
use crate::event::{Failure, Outcome};
use crate::trace::SpanRecorder;
use download::DownloadError;
use gloo_timers::future::TimeoutFuture;
pub use simulation::Simulation;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::Blob;

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
    /// Where the thread that downloaded it keeps it.
    key: album::Key,
}

/// How long a failed download rests before it is tried once more, in milliseconds.
const PAUSE_MS: u32 = 500;

impl Pictures {
    /// Downloads a picture, with a second try for what may pass.
    async fn download(self, id: u32) -> Result<Picture, DownloadError> {
        match self.try_download(id).await {
            Err(error) if error.may_pass() => {
                TimeoutFuture::new(PAUSE_MS).await;
                self.try_download(id).await
            }
            outcome => outcome,
        }
    }

    async fn try_download(&self, id: u32) -> Result<Picture, DownloadError> {
        let url = match &self.source {
            Source::Picsum(width, height) => format!("https://picsum.photos/id/{id}/{width}/{height}"),
            Source::Simulated(simulation) => simulation.reach(id).await?,
        };
        download::download(url, self.timeout_ms).await.map(Picture::keep)
    }
}

impl Task for Pictures {
    type Output = Picture;

    async fn run(&self, id: u32, span: &SpanRecorder) -> Outcome<Picture> {
        Ok(span.wait(self.clone().download(id)).await?)
    }

    #[cfg(threads)]
    fn run_blocking(&self, id: u32, worker: &impl super::Worker) -> Outcome<Picture> {
        let this = self.clone();
        Ok(worker.wait_for_io(|| crate::io::block_on(move || this.download(id)))?)
    }
}

impl Picture {
    fn keep(blob: Blob) -> Self {
        Self {
            bytes: blob.size(),
            media_type: blob.type_(),
            key: album::keep(blob),
        }
    }
}

impl Output for Picture {
    fn to_js(&self) -> JsValue {
        crate::message::picture(self.bytes, &self.media_type)
    }

    fn take_blob(&self) -> JsValue {
        album::take(self.key).map_or(JsValue::NULL, JsValue::from)
    }

    fn from_js(_: &JsValue, blob: JsValue) -> Self {
        Self::keep(blob.unchecked_into())
    }
}

impl From<DownloadError> for Failure {
    fn from(error: DownloadError) -> Self {
        Self(error.to_string())
    }
}
