//! How a task is mapped over its inputs. Knows nothing of what the task does.
//!
//! Every executor is a `map`: traced task and inputs in, outcomes out, in any order. What differs between two of them is
//! a line or two, and those lines stand between `<code:…>` marks: the page shows them. One file each, with all there is to say of it.

#[cfg(threads)]
pub mod pool;

use crate::boundary::job::Job;
use crate::event::{Done, Input};
use crate::parameter::Parameter;
use crate::settings::Settings;
use crate::task::Split;
use crate::trace::Traced;
use crate::value::Failure;
use futures_util::future::LocalBoxFuture;
#[cfg(not(target_family = "wasm"))]
use serde::Serialize;
use std::future::Future;
use std::sync::Arc;

/// Makes executors of files: each has a constant `EXECUTOR`. Each flavour of the module has those that need it: the fewer, the
/// sooner a page has loaded it.
macro_rules! executors {
    ($($(#[$flavour:meta])? $file:ident),* $(,)?) => {
        $($(#[$flavour])? pub mod $file;)*

        /// Every executor, in the order of the table.
        #[cfg(not(target_family = "wasm"))]
        pub const ALL: &[Executor] = &[$($file::EXECUTOR),*];

        /// How the executor of that name is made ready.
        fn find(name: &str) -> Option<fn(Start) -> Starting> {
            // Not by a search in `ALL`: what is said of executors would be in the module then, where nobody reads it.
            $($(#[$flavour])? if name == $file::EXECUTOR.name && $file::EXECUTOR.flavour.is_this() {
                return Some($file::EXECUTOR.start);
            })*
            None
        }
    };
}

// A new executor is a file and a line here.
executors!(
    for_loop,
    map,
    #[cfg(threads)]
    gil,
    #[cfg(threads)]
    threads,
    #[cfg(threads)]
    fork_join,
    processes,
    event_loop,
);

/// All there is to say of an executor. What the page shows and asks derives from it.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(not(target_family = "wasm"), derive(Serialize), serde(rename_all = "camelCase"))]
pub struct Executor {
    /// In the address and the records.
    pub name: &'static str,
    /// In the form and the table.
    pub label: &'static str,
    /// Who runs a task, in a sentence.
    pub about: &'static str,
    /// Which flavour of the module it is in.
    pub flavour: Flavour,
    /// Whether more than one task is under way at once, as many as there are workers.
    pub pool: bool,
    /// Whether these compute at the same time.
    pub parallel: bool,
    /// Whether it splits inputs: it does tasks only that can be split.
    pub splits: bool,
    /// What can be set.
    pub parameters: &'static [Parameter],
    /// The same in Python.
    pub python: &'static str,
    /// The same in JavaScript.
    pub javascript: &'static str,
    /// Makes it ready.
    #[cfg_attr(not(target_family = "wasm"), serde(skip))]
    pub start: fn(Start) -> Starting,
}

/// The flavours of the module.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(not(target_family = "wasm"), derive(Serialize), serde(rename_all = "camelCase"))]
pub enum Flavour {
    /// Needs no shared memory.
    Plain,
    /// Needs shared memory.
    Threads,
}

impl Flavour {
    /// Whether this module is of it. Natively it is of both, so that all can be tested there.
    const fn is_this(self) -> bool {
        match self {
            Self::Plain => !cfg!(all(threads, target_family = "wasm")),
            Self::Threads => cfg!(threads),
        }
    }
}

/// What an executor is made ready for.
pub struct Start {
    /// As the page gave it.
    pub job: Job,
    /// What it sets.
    pub settings: Settings,
    /// The task, if it can be split.
    pub split: Option<Arc<dyn Split>>,
}

/// An executor that gets ready.
pub type Starting = LocalBoxFuture<'static, Result<Map, Failure>>;

/// An executor that is ready: its `map`.
pub type Map = Box<dyn Fn(Arc<Traced>, Vec<Input>) -> LocalBoxFuture<'static, Vec<Done>>>;

/// Makes the executor ready that a job names.
///
/// # Errors
///
/// If its workers can't be started, or this flavour of the module has no such executor.
pub async fn start(start: Start) -> Result<Map, Failure> {
    let name = start.job.executor();
    match find(&name) {
        Some(executor) => executor(start).await,
        None => Err(Failure(["this module has no executor ", &name].concat())),
    }
}

fn boxed<F: Future<Output = Vec<Done>> + 'static>(map: impl Fn(Arc<Traced>, Vec<Input>) -> F + 'static) -> Map {
    Box::new(move |task, inputs| Box::pin(map(task, inputs)))
}
