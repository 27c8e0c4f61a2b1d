//! Downloads a picture with the browser's `fetch` and its timers.

mod fetch;
mod wait;

use super::{DownloadError, Pictures, Simulation, Source};
use crate::boundary::album;
#[cfg(threads)]
use crate::boundary::io;
use crate::failure::Failure;
use crate::value::{Contents, Picture};
use fetch::Body;
use gloo_timers::future::TimeoutFuture;

impl Pictures {
    /// Downloads a picture, with one retry of what may pass. While the server limits the rate, no request is made.
    pub(super) async fn download(self, id: u32) -> Result<Picture, Failure> {
        let url = self.url(id);
        // A wait beyond the time limit fails at once.
        let mut waited_ms = wait::while_rate_limited(id, self.timeout_ms)
            .await
            .map_err(|retry_after_ms| DownloadError::BackedOff(retry_after_ms).of(&url))?;
        let mut outcome = self.try_download(id, &url).await;
        if let Err(error) = &outcome
            && error.may_pass()
        {
            if let DownloadError::RateLimited(..) = error {
                let left_ms = self.timeout_ms.saturating_sub(waited_ms);
                match wait::while_rate_limited(id, left_ms).await {
                    Ok(ms) => waited_ms += ms,
                    Err(_) => return Err(error.of(&url)),
                }
            } else {
                wait::pause().await;
            }
            outcome = self.try_download(id, &url).await;
        }
        let note = (waited_ms > 0).then(|| format!("retried-after {waited_ms}"));
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
            Ok(_) => wait::note_success(),
            Err(DownloadError::RateLimited(_, retry_after_ms)) => wait::note_rate_limit(*retry_after_ms),
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
