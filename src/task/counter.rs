//! The task that shares: each input adds 1, many times, to one counter. What comes out depends on how the counter is shared.

use super::{Compute, Description, Gives, Inputs, Kind, Make, Note, Place, Total};
use crate::parameter::{Growth, Parameter};
use crate::settings::Settings;
use crate::value::{Outcome, Value};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, Mutex, PoisonError};

/// Metadata, shown on the page.
pub const TASK: Description = Description {
    name: "counter",
    label: "Shared counter",
    kind: Kind::Computes,
    parameters: &[
        Parameter::choice(
            "sharing",
            "Each addition",
            &[
                ("load-store", "a load, then a store"),
                ("atomic", "atomic"),
                ("lock", "under a lock"),
                ("own", "to a counter of the task’s own"),
            ],
        ),
        Parameter::whole("tasks", "Tasks that add", 1, 256, 8).growth(Growth::Proportional),
        Parameter::whole("additions", "Additions of each", 1, 100_000_000, 2_000_000).growth(Growth::Proportional),
    ],
    loop_ms: 200.0,
    inputs: Inputs {
        first: 1,
        count: "tasks",
        name: "additions of task {}",
    },
    gives: Gives::Numbers,
    work: &[(
        "{tasks|task|tasks} adding 1 to a counter {additions|time|times} each ({sharing})",
        &[],
    )],
    more: "Raise the number of additions.",
    workers: None,
    total: Total::Shared("counted to {}"),
    article: None,
    ceiling: None,
    notes: &[Note {
        place: Place::Times,
        title: "A task that shares",
        text: "The loop, map, async and processes run in a build without atomic operations: only one thread has that memory, so neither a lock nor an atomic addition costs much there. “Compare” also measures threads on one worker, so you can see what sharing costs. The page doesn’t predict this task for more workers.",
    }],
    rescue: None,
    make: Make::Whole(|settings| Arc::new(Counter::new(settings))),
};

/// For the warm-up: stands for about a millisecond of additions, and is no task's number.
const SHORT_INPUT: u32 = 0;

struct Counter {
    additions: u32,
    count: Count,
}

/// The counter, by how it is shared.
enum Count {
    LoadStore(AtomicU64),
    Atomic(AtomicU64),
    Lock(Mutex<u64>),
    Own(Box<[Padded]>),
}

/// A counter that no other shares a cache line with: lines have 64 bytes, or 128 on Apple's processors.
#[derive(Default)]
#[repr(align(128))]
struct Padded(AtomicU64);

impl Counter {
    fn new(settings: &Settings) -> Self {
        let count = match settings.text("sharing") {
            "load-store" => Count::LoadStore(AtomicU64::default()),
            "atomic" => Count::Atomic(AtomicU64::default()),
            "lock" => Count::Lock(Mutex::default()),
            _ => Count::Own((0..settings.count("tasks")).map(|_| Padded::default()).collect()),
        };
        Self {
            additions: settings.count("additions"),
            count,
        }
    }
}

/// Adds 1 as `x += 1` does in any language: a load, an addition, a store. Atomic, so that two threads may do it at once without undefined
/// behaviour; and yet what another thread stores between the two is lost.
fn load_and_store(count: &AtomicU64) {
    count.store(count.load(Relaxed) + 1, Relaxed);
}

impl Compute for Counter {
    fn compute(&self, input: u32) -> Outcome {
        let additions = if input == SHORT_INPUT {
            self.additions.min(20_000)
        } else {
            self.additions
        };
        // Compilers neither join atomic operations nor leave any out. A lock has some even in the build for one thread: it checks
        // whether that thread is panicking.
        match &self.count {
            Count::LoadStore(count) => (0..additions).for_each(|_| load_and_store(count)),
            Count::Atomic(count) => (0..additions).for_each(|_| {
                count.fetch_add(1, Relaxed);
            }),
            Count::Lock(count) => (0..additions).for_each(|_| {
                *count.lock().unwrap_or_else(PoisonError::into_inner) += 1;
            }),
            Count::Own(counts) => {
                let Padded(count) = &counts[input.saturating_sub(1) as usize];
                (0..additions).for_each(|_| load_and_store(count));
            }
        }
        Ok(Value::Number(additions.into()))
    }

    fn short_input(&self) -> Option<u32> {
        Some(SHORT_INPUT)
    }

    fn shared_total(&self) -> Option<u64> {
        Some(match &self.count {
            Count::LoadStore(count) | Count::Atomic(count) => count.load(Relaxed),
            Count::Lock(count) => *count.lock().unwrap_or_else(PoisonError::into_inner),
            Count::Own(counts) => counts.iter().map(|Padded(count)| count.load(Relaxed)).sum(),
        })
    }
}
