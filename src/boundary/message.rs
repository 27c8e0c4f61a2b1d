//! The messages to the page, as JavaScript objects.

use super::{album, fault};
use crate::event::Event;
use crate::span::{Span, Wait, WaitFor};
use crate::value::{Outcome, Value};
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::MessagePort;

#[wasm_bindgen(module = "/src/boundary/message.js")]
extern "C" {
    /// A picture's value: its size, its media type and a remark.
    fn picture(bytes: f64, media_type: &str, note: Option<&str>) -> JsValue;
    /// A picture's remark.
    fn note(picture: &JsValue) -> Option<String>;
    /// The executor is ready, in this flavour of the module.
    pub fn ready(flavour: &str) -> JsValue;
    /// The executor has warmed up, for so many milliseconds; what comes next is measured.
    pub fn warm(warmup_ms: f64) -> JsValue;
    fn started(index: usize, lane: usize, at_ms: f64) -> JsValue;
    fn succeeded(index: usize, at_ms: f64, value: JsValue, blob: JsValue, span: JsValue) -> JsValue;
    fn failed(index: usize, at_ms: f64, fault: JsValue, span: JsValue) -> JsValue;
    fn span(lane: usize, start_ms: f64, end_ms: f64, waits: Array) -> JsValue;
    fn wait(on: &str, start_ms: f64, end_ms: f64) -> JsValue;
    fn leaf(index: usize, lane: usize, start_ms: f64, end_ms: f64) -> JsValue;
    fn spans(spans: Array) -> JsValue;
    #[wasm_bindgen(js_name = report)]
    fn js_report(time_ms: f64, results: Array, shared_total: Option<f64>) -> JsValue;
    /// The run is broken by a panic with this message, and nothing follows.
    pub fn panicked(cause: &str) -> JsValue;
    /// Has the page start a worker of an isolated pool, which talks through `port`.
    #[wasm_bindgen(js_name = startProcess)]
    pub fn start_process(job: &JsValue, port: &MessagePort);
    /// Gives an isolated worker an input, and the repeat's start in milliseconds since the Unix epoch.
    pub fn input(index: usize, value: u32, origin_ms: f64) -> JsValue;
    /// What JavaScript threw, in its own words.
    pub fn describe(thrown: &JsValue) -> String;
    #[wasm_bindgen(js_name = post)]
    fn post_batch(messages: &Array);
}

#[wasm_bindgen]
extern "C" {
    /// What an isolated worker answers.
    pub type Reply;
    /// `ready`, `finished` or `fault`.
    #[wasm_bindgen(method, getter, js_name = type)]
    pub fn kind(this: &Reply) -> String;
    #[wasm_bindgen(method, getter)]
    fn value(this: &Reply) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn blob(this: &Reply) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn span(this: &Reply) -> JsSpan;

    type JsSpan;
    #[wasm_bindgen(method, getter, js_name = startMs)]
    fn start_ms(this: &JsSpan) -> f64;
    #[wasm_bindgen(method, getter, js_name = endMs)]
    fn end_ms(this: &JsSpan) -> f64;
    #[wasm_bindgen(method, getter)]
    fn waits(this: &JsSpan) -> Vec<JsWait>;

    type JsWait;
    #[wasm_bindgen(method, getter, js_name = for)]
    fn on(this: &JsWait) -> String;
    #[wasm_bindgen(method, getter, js_name = startMs)]
    fn start_ms(this: &JsWait) -> f64;
    #[wasm_bindgen(method, getter, js_name = endMs)]
    fn end_ms(this: &JsWait) -> f64;
}

/// Posts messages to whoever started this worker.
pub fn post(messages: impl IntoIterator<Item = JsValue>) {
    post_batch(&messages.into_iter().collect());
}

/// How many events go out in one post at most.
const BATCH: usize = 256;

/// Posts events to whoever started this worker.
#[expect(clippy::needless_pass_by_value, reason = "their pictures go with them")]
pub fn post_events(events: Vec<Event>) {
    for batch in events.chunks(BATCH) {
        post(batch.iter().map(Event::to_js));
    }
}

impl Value {
    #[expect(clippy::cast_precision_loss, reason = "numbers are up to 2^53")]
    fn to_js(&self) -> JsValue {
        match self {
            Self::Number(number) => JsValue::from_f64(*number as f64),
            Self::Picture(of) => picture(of.bytes, &of.media_type, of.note.as_deref()),
        }
    }

    /// Its bytes, once; `null` if it has none or they were taken.
    fn take_blob(&self) -> JsValue {
        match self {
            Self::Number(_) => JsValue::NULL,
            Self::Picture(picture) => album::take_blob(picture),
        }
    }

    /// The inverse of both.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "to_js made it")]
    fn from_js(value: &JsValue, blob: JsValue) -> Self {
        match value.as_f64() {
            Some(number) => Self::Number(number as u64),
            None => Self::Picture(album::keep_blob(blob.into(), note(value))),
        }
    }
}

impl Event {
    /// The event as a message. Its blob, if it has one, goes with it and is gone here.
    pub fn to_js(&self) -> JsValue {
        match self {
            Self::Started { index, lane, at_ms } => started(*index, *lane, *at_ms),
            Self::Finished {
                index,
                at_ms,
                outcome,
                span,
            } => {
                let span = span.as_ref().map_or(JsValue::NULL, Span::to_js);
                match outcome {
                    Ok(value) => succeeded(*index, *at_ms, value.to_js(), value.take_blob(), span),
                    Err(failure) => failed(*index, *at_ms, failure.into(), span),
                }
            }
            Self::Leaves(leaves) => spans(
                leaves
                    .iter()
                    .map(|(index, span)| leaf(*index, span.lane, span.start_ms, span.end_ms))
                    .collect(),
            ),
        }
    }
}

impl Span {
    fn to_js(&self) -> JsValue {
        let waits = self
            .waits
            .iter()
            .map(|Wait { on, start_ms, end_ms }| wait(on.name(), *start_ms, *end_ms))
            .collect();
        span(self.lane, self.start_ms, self.end_ms, waits)
    }
}

impl WaitFor {
    fn name(self) -> &'static str {
        match self {
            Self::Lock => "lock",
            Self::Io => "io",
        }
    }
}

impl Reply {
    /// Of a finished input: its outcome, and its span on the worker that is `lane`.
    pub fn into_outcome(self, lane: usize) -> (Outcome, Span) {
        let outcome = match fault::relayed(&self) {
            Some(failure) => Err(failure),
            None => Ok(Value::from_js(&self.value(), self.blob())),
        };
        let span = self.span();
        let waits = span.waits().into_iter().map(|wait| Wait {
            on: if wait.on() == WaitFor::Lock.name() {
                WaitFor::Lock
            } else {
                WaitFor::Io
            },
            start_ms: wait.start_ms(),
            end_ms: wait.end_ms(),
        });
        (
            outcome,
            Span {
                lane,
                start_ms: span.start_ms(),
                end_ms: span.end_ms(),
                waits: waits.collect(),
            },
        )
    }
}

/// The end of a repeat: its time in milliseconds, results in input order (`null` for a failure), and what they left in what they share.
#[expect(clippy::cast_precision_loss, reason = "numbers are up to 2^53")]
pub fn report(time_ms: f64, outcomes: &[Outcome], shared_total: Option<u64>) -> JsValue {
    let results = outcomes
        .iter()
        .map(|outcome| outcome.as_ref().map_or(JsValue::NULL, Value::to_js))
        .collect();
    js_report(time_ms, results, shared_total.map(|total| total as f64))
}
