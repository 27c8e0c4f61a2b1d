//! What is done: a task turns one input into one value, or says why it can't. One file each, with all there is to say of it.

mod description;

use crate::settings::Settings;
use crate::span::SpanRecorder;
#[cfg(threads)]
use crate::span::Worker;
use crate::value::{Outcome, Value};
pub use description::{Article, Description, Gallery, Gives, Inputs, Kind, Make, Note, Place, Rescue, Total};
use futures_util::future::LocalBoxFuture;
use std::sync::Arc;

/// Makes tasks of files: each has a constant `TASK`, its description.
macro_rules! tasks {
    ($($file:ident),* $(,)?) => {
        $(pub mod $file;)*

        /// Every task, in the order of the form.
        pub const ALL: &[Description] = &[$($file::TASK),*];

        /// How to make the task of that name.
        pub fn find(name: &str) -> Option<Make> {
            // Not by a search in `ALL`: what is said of tasks would be in the module then, where nobody reads it.
            $(if name == $file::TASK.name {
                return Some($file::TASK.make);
            })*
            None
        }
    };
}

// A new task is a file and a word here.
tasks!(fib, pictures, mandelbrot, counter);

/// Something to be done for each of many inputs. Knows nothing of who runs it. What its inputs share is in its fields: it is made
/// anew for each repeat and each pass of the warm-up, and once on each isolated worker.
pub trait Task: Send + Sync {
    /// Does it on a thread that does other things while this one waits. Waits only inside [`SpanRecorder::wait`].
    fn run<'a>(&'a self, input: u32, span: &'a SpanRecorder) -> LocalBoxFuture<'a, Outcome>;

    /// Does it on a thread of its own, which sleeps while it waits. Waits only inside [`Worker::wait_for_io`].
    ///
    /// # Errors
    ///
    /// Where the input has no value, with the reason.
    #[cfg(threads)]
    fn run_blocking(&self, input: u32, worker: &dyn Worker) -> Outcome;

    /// How big an input is: the bigger, the longer it takes. The cutoff, the order and the prediction go by it.
    fn size(&self, input: u32) -> u32 {
        input
    }

    /// An input that takes about a millisecond, for engines to optimise the code with before it is measured; `None` if the
    /// task waits, since there is nothing to optimise then.
    fn short_input(&self) -> Option<u32> {
        None
    }

    /// What all inputs of a repeat have left in what they share, once they are done; `None` if they share nothing.
    fn shared_total(&self) -> Option<u64> {
        None
    }
}

/// A task that does nothing but compute.
pub trait Compute: Send + Sync {
    /// Computes one input's value.
    ///
    /// # Errors
    ///
    /// Where the input has no value, with the reason.
    fn compute(&self, input: u32) -> Outcome;

    /// As [`Task::size`].
    fn size(&self, input: u32) -> u32 {
        input
    }

    /// As [`Task::short_input`].
    fn short_input(&self) -> Option<u32> {
        None
    }

    /// As [`Task::shared_total`].
    fn shared_total(&self) -> Option<u64> {
        None
    }
}

impl<T: Compute> Task for T {
    fn run<'a>(&'a self, input: u32, _: &'a SpanRecorder) -> LocalBoxFuture<'a, Outcome> {
        Box::pin(async move { self.compute(input) })
    }

    #[cfg(threads)]
    fn run_blocking(&self, input: u32, _: &dyn Worker) -> Outcome {
        self.compute(input)
    }

    fn size(&self, input: u32) -> u32 {
        Compute::size(self, input)
    }

    fn short_input(&self) -> Option<u32> {
        Compute::short_input(self)
    }

    fn shared_total(&self) -> Option<u64> {
        Compute::shared_total(self)
    }
}

/// A task whose work on one input can be split in two.
pub trait Split: Task {
    /// Two inputs whose values combine to this one's, each of a smaller [size](Task::size); `None` where there is nothing left to
    /// split.
    fn split(&self, input: u32) -> Option<(u32, u32)>;

    /// Makes one value of two.
    fn combine(&self, left: Value, right: Value) -> Value;
}

/// A task as executors are given it.
pub struct Made {
    /// The task.
    pub task: Arc<dyn Task>,
    /// The same, if it can be split.
    pub split: Option<Arc<dyn Split>>,
}

impl Make {
    /// Makes it.
    ///
    /// # Panics
    ///
    /// If it asks for a parameter that it doesn't describe.
    pub fn call(self, settings: &Settings) -> Made {
        match self {
            Self::Whole(make) => Made {
                task: make(settings),
                split: None,
            },
            Self::Split(make) => {
                let split = make(settings);
                Made {
                    task: Arc::clone(&split) as Arc<dyn Task>,
                    split: Some(split),
                }
            }
        }
    }
}
