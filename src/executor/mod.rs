//! How a task is mapped over its inputs. Knows nothing of what the task does.
//!
//! Every executor is a `map`: traced task and inputs in, outcomes out, in any order. What differs between two of them is
//! a line or two, and those lines stand between `<code:…>` marks: the page shows them.

pub mod event_loop;
#[cfg(threads)]
pub mod fork_join;
#[cfg(threads)]
pub mod gil;
#[cfg(threads)]
pub mod pool;
pub mod processes;
pub mod sequential;
#[cfg(threads)]
pub mod threads;

use crate::event::{Done, Failure, Input};
use crate::job::Job;
use crate::task::Split;
use crate::trace::Traced;
use futures_util::future::LocalBoxFuture;
#[cfg(not(threads))]
use processes::{Process, Processes};
use std::future::Future;
#[cfg(not(threads))]
use std::rc::Rc;
use std::sync::Arc;
#[cfg(not(threads))]
use wasm_bindgen::JsValue;

/// An executor that is ready: its `map`.
pub type Map = Box<dyn Fn(Arc<Traced>, Vec<Input>) -> LocalBoxFuture<'static, Vec<Done>>>;

/// Makes the executor ready that a job names. A task that can be split comes as `split` too.
///
/// Each flavour of the module has the executors that need it: the fewer, the sooner a page has loaded it.
///
/// # Errors
///
/// If its workers can't be started, or this flavour of the module has no such executor for this task.
pub async fn start(job: &Job, split: Option<Arc<dyn Split>>) -> Result<Map, Failure> {
    let workers = job.workers();
    #[cfg(threads)]
    {
        pool::start(workers).await?;
        Ok(match (&*job.executor(), split) {
            ("gil", _) => boxed(gil::map),
            ("threads", _) => {
                let (order, chunks) = (job.order(), job.chunks());
                boxed(move |task, inputs| threads::map(task, inputs, order, chunks))
            }
            ("fork-join", Some(split)) => {
                let cutoff = job.cutoff();
                boxed(move |task, inputs| fork_join::map(task, Arc::clone(&split), inputs, cutoff))
            }
            (other, _) => return Err(unknown(other)),
        })
    }
    #[cfg(not(threads))]
    {
        let _ = split;
        Ok(match &*job.executor() {
            "loop" => boxed(sequential::for_loop),
            "map" => boxed(sequential::map),
            "async" => boxed(move |task, inputs| event_loop::map(task, inputs, workers)),
            "processes" => {
                let job = JsValue::clone(job);
                let pool = Rc::new(Processes::start(workers, move || Process::start(&job)).await?);
                boxed(move |task, inputs| processes::map(task, inputs, Rc::clone(&pool)))
            }
            other => return Err(unknown(other)),
        })
    }
}

fn unknown(executor: &str) -> Failure {
    Failure(["this module can't run ", executor, " for this task"].concat())
}

fn boxed<F: Future<Output = Vec<Done>> + 'static>(map: impl Fn(Arc<Traced>, Vec<Input>) -> F + 'static) -> Map {
    Box::new(move |task, inputs| Box::pin(map(task, inputs)))
}
