//! The task that waits: pictures to download.

pub mod back_off;
#[cfg(target_family = "wasm")]
mod browser;
mod error;
mod simulation;

use super::{Article, Description, Gallery, Gives, Inputs, Kind, Make, Note, Place, Rescue, Task, Total};
#[cfg(not(target_family = "wasm"))]
use crate::failure::Failure;
use crate::parameter::{Growth, Parameter, When};
use crate::settings::Settings;
use crate::span::SpanRecorder;
#[cfg(threads)]
use crate::span::Worker;
#[cfg(not(target_family = "wasm"))]
use crate::value::Picture;
use crate::value::{Outcome, Value};
pub use error::DownloadError;
use futures_util::future::LocalBoxFuture;
pub use simulation::Simulation;
#[cfg(not(target_family = "wasm"))]
use std::future::{Ready, ready};
use std::sync::Arc;

const FROM_PICSUM: When = When::Is("source", "picsum");
const SIMULATED: When = When::Is("source", "simulated");

/// Why simulated pictures have no width and height to set.
const OTHERWISE: &str = "Simulated pictures are 200 × 300 pixels.";

/// Metadata, shown on the page.
pub const TASK: Description = Description {
    name: "pictures",
    label: "Pictures",
    kind: Kind::Waits,
    parameters: &[
        Parameter::choice("source", "Source", &[("picsum", "Picsum"), ("simulated", "simulated")]),
        Parameter::whole("count", "Pictures", 1, 1000, 20)
            .link_up_to(100)
            .growth(Growth::Proportional),
        Parameter::whole("width", "Width, px", 1, 5000, 200)
            .when(&[FROM_PICSUM])
            .otherwise(OTHERWISE)
            .link_up_to(1000),
        Parameter::whole("height", "Height, px", 1, 5000, 300)
            .when(&[FROM_PICSUM])
            .otherwise(OTHERWISE)
            .link_up_to(1000),
        Parameter::whole("latency", "Latency, ms", 0, 10_000, 200)
            .when(&[SIMULATED])
            .growth(Growth::Proportional),
        Parameter::whole("failures", "Failures, %", 0, 100, 0).when(&[SIMULATED]),
        Parameter::whole("seed", "Seed", 0, u32::MAX, 1)
            .when(&[SIMULATED])
            .seed(),
        Parameter::whole("timeout", "Timeout, ms", 100, 120_000, 30_000).apart_from_work(),
    ],
    loop_ms: 5000.0,
    inputs: Inputs {
        first: 0,
        count: "count",
        name: "picture {}",
    },
    gives: Gives::Pictures(Gallery {
        size: ("width", "height"),
        about: &[
            (
                "Photographs from Lorem Picsum, downloaded without a cache.",
                &[FROM_PICSUM],
            ),
            (
                "Drawn for this page and sent by it, 200 × 300 pixels each, with a simulated latency of {latency} ms.",
                &[SIMULATED],
            ),
        ],
        columns: None,
    }),
    work: &[
        ("{count|picture|pictures}", &[]),
        (" of {width} × {height} pixels from Lorem Picsum", &[FROM_PICSUM]),
        (" with a simulated latency of {latency} ms", &[SIMULATED]),
        (", {failures}% of which fail", &[SIMULATED, When::Not("failures", "0")]),
    ],
    more: "Use more pictures.",
    workers: Some(20),
    total: Total::None,
    article: Some(Article {
        of: "20 pictures of 200 × 300 pixels",
        seconds: &[("loop", 4.099), ("map", 4.033), ("gil", 0.408), ("processes", 0.451)],
    }),
    ceiling: None,
    notes: &[Note {
        place: Place::Times,
        title: "A task that waits",
        text: "A download spends nearly all of its time waiting for other computers.",
    }],
    rescue: Some(Rescue {
        when: FROM_PICSUM,
        problem: "No picture could be downloaded.",
        offer: "Use simulated pictures instead",
        set: ("source", "simulated"),
        file: Some("pictures/0.jpg"),
    }),
    make: Make::Whole(|settings| Arc::new(Pictures::new(settings))),
};

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

impl Pictures {
    fn new(settings: &Settings) -> Self {
        let source = if settings.is("source", "simulated") {
            Source::Simulated(Simulation {
                folder: settings.text("folder").to_owned(),
                latency_ms: settings.count("latency"),
                failures_percent: settings.count("failures"),
                seed: settings.count("seed"),
            })
        } else {
            Source::Picsum(settings.count("width"), settings.count("height"))
        };
        Self {
            source,
            timeout_ms: settings.count("timeout"),
        }
    }

    /// The picture's address.
    fn url(&self, id: u32) -> String {
        match &self.source {
            Source::Picsum(width, height) => format!("https://picsum.photos/id/{id}/{width}/{height}"),
            Source::Simulated(simulation) => simulation.url(id),
        }
    }
}

impl Task for Pictures {
    fn run<'a>(&'a self, id: u32, span: &'a SpanRecorder) -> LocalBoxFuture<'a, Outcome> {
        Box::pin(async move { Ok(Value::Picture(span.wait(self.clone().download(id)).await?)) })
    }

    #[cfg(threads)]
    fn run_blocking(&self, id: u32, worker: &dyn Worker) -> Outcome {
        let mut answer = None;
        worker.wait_for_io(&mut || answer = Some(self.clone().download_blocking(id)));
        Ok(Value::Picture(answer.expect("a worker waits when asked to")?))
    }
}

/// Only a browser can download pictures: `browser.rs` has these two functions for it.
#[cfg(not(target_family = "wasm"))]
impl Pictures {
    fn download(self, id: u32) -> Ready<Result<Picture, Failure>> {
        ready(self.download_blocking(id))
    }

    fn download_blocking(self, id: u32) -> Result<Picture, Failure> {
        Err(Failure::new("needs-browser", [("url", self.url(id).into())]))
    }
}

#[cfg(all(test, not(target_family = "wasm")))]
mod tests {
    use super::{Pictures, Source, Task};
    use crate::failure::Failure;
    use crate::span::SpanRecorder;

    #[test]
    fn without_a_browser_a_picture_fails_and_says_why() {
        let pictures = Pictures {
            source: Source::Picsum(200, 300),
            timeout_ms: 1000,
        };
        let span = SpanRecorder::start(0, 0.0);
        let awaited = pollster::block_on(pictures.run(7, &span));
        let blocking = pictures.run_blocking(7, &span);
        assert_eq!(awaited, blocking);
        let why = Failure::new("needs-browser", [("url", "https://picsum.photos/id/7/200/300".into())]);
        assert_eq!(awaited, Err(why));
    }
}
