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

use crate::event::{Failure, Input};
use crate::job::Job;
#[cfg(threads)]
use crate::task::Split;
use crate::task::Task;
use crate::trace::{Done, Traced};
use futures_util::future::LocalBoxFuture;
use processes::Processes;
use std::future::Future;
use std::rc::Rc;
use std::sync::Arc;

/// An executor that is ready: its `map`.
pub type Map<T> = Box<dyn Fn(Arc<Traced<T>>, Vec<Input>) -> LocalBoxFuture<'static, Vec<Done<<T as Task>::Output>>>>;

/// Makes the executor ready that a job names. These are the executors that can run any task.
///
/// # Errors
///
/// If its workers can't be started, or this flavour of the module has no such executor.
pub async fn start<T: Task>(job: &Job) -> Result<Map<T>, Failure> {
    let workers = job.workers();
    Ok(match &*job.executor() {
        "loop" => boxed(sequential::for_loop),
        "map" => boxed(sequential::map),
        "async" => boxed(move |task, inputs| event_loop::map(task, inputs, workers)),
        "processes" => {
            let pool = Rc::new(Processes::start(workers, job).await?);
            boxed(move |task, inputs| processes::map(task, inputs, Rc::clone(&pool)))
        }
        #[cfg(threads)]
        "gil" => {
            pool::start(workers).await?;
            boxed(gil::map)
        }
        #[cfg(threads)]
        "threads" => {
            pool::start(workers).await?;
            let (order, chunks) = (job.order(), job.chunks());
            boxed(move |task, inputs| threads::map(task, inputs, order, chunks))
        }
        other => return Err(Failure(format!("this module can't run {other:?} for this task"))),
    })
}

/// As [`start`], for a task that can be split.
///
/// # Errors
///
/// As [`start`].
#[cfg(threads)]
pub async fn start_splitting<T: Split>(job: &Job) -> Result<Map<T>, Failure> {
    match &*job.executor() {
        "fork-join" => {
            pool::start(job.workers()).await?;
            let cutoff = job.cutoff();
            Ok(boxed(move |task, inputs| fork_join::map(task, inputs, cutoff)))
        }
        _ => start(job).await,
    }
}

/// Without threads, there is nobody to split work for.
#[cfg(not(threads))]
pub use start as start_splitting;

fn boxed<T, M, F>(map: M) -> Map<T>
where
    T: Task,
    M: Fn(Arc<Traced<T>>, Vec<Input>) -> F + 'static,
    F: Future<Output = Vec<Done<T::Output>>> + 'static,
{
    Box::new(move |task, inputs| Box::pin(map(task, inputs)))
}
