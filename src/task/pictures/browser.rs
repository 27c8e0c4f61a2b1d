//! Downloads a picture with the browser's `fetch` and its timers.

mod fetch;
mod wait;

use super::{DownloadError, Pictures, Simulation, Source};
use crate::boundary::album;
#[cfg(threads)]
use crate::boundary::io;
use crate::value::{Contents, Failure, Picture};
use fetch::Body;
use gloo_timers::future::TimeoutFuture;

impl Pictures {
    /// Downloads a picture, with a second try for what may pass. While the server wants to be left alone, none is asked for.
    pub(super) async fn download(self, id: u32) -> Result<Picture, Failure> {
        let url = self.url(id);
        // What would not be there in time isn't waited for.
        let mut held_back_ms = wait::for_quiet(id, self.timeout_ms)
            .await
            .map_err(|rest_ms| DownloadError::HeldBack(rest_ms).of(&url))?;
        let mut outcome = self.try_download(id, &url).await;
        if let Err(error) = &outcome
            && error.may_pass()
        {
            if let DownloadError::TooSoon(..) = error {
                let patience_ms = self.timeout_ms.saturating_sub(held_back_ms);
                match wait::for_quiet(id, patience_ms).await {
                    Ok(waited_ms) => held_back_ms += waited_ms,
                    Err(_) => return Err(error.of(&url)),
                }
            } else {
                wait::pause().await;
            }
            outcome = self.try_download(id, &url).await;
        }
        let note = (held_back_ms > 0).then(|| format!("after {held_back_ms} ms, since its server wanted less haste"));
        outcome.map(|body| keep(body, note)).map_err(|error| error.of(&url))
    }

    /// Downloads a picture on the event loop that serves the pool's I/O, and blocks this pool thread meanwhile.
    #[cfg(threads)]
    pub(super) fn download_blocking(self, id: u32) -> Result<Picture, Failure> {
        io::block_on(move || self.download(id))
    }

    async fn try_download(&self, id: u32, url: &str) -> Result<Body, DownloadError> {
        if let Source::Simulated(simulation) = &self.source {
            reach(simulation, id).await?;
        }
        let outcome = fetch::download(url, self.timeout_ms).await;
        match &outcome {
            Ok(_) => wait::was_served(),
            Err(DownloadError::TooSoon(_, asked_ms)) => wait::keep_quiet(*asked_ms),
            Err(_) => {}
        }
        outcome
    }
}

/// Waits for the picture's latency in the simulated network, which then loses it or not.
async fn reach(simulation: &Simulation, id: u32) -> Result<(), DownloadError> {
    TimeoutFuture::new(simulation.latency_of(id)).await;
    if simulation.is_lost(id) {
        Err(DownloadError::Lost)
    } else {
        Ok(())
    }
}

/// Keeps a picture that was downloaded, until the page gets it.
fn keep(Body { bytes, media_type }: Body, note: Option<String>) -> Picture {
    Picture {
        bytes: bytes.length().into(),
        media_type,
        note,
        contents: Contents::Kept(album::keep(album::Contents::Bytes(bytes))),
    }
}
