//! Threads that take turns, as Python's do: a thread holds the one lock while it computes and releases it while it waits for I/O.
//!
//! `CPython` asks the holder to release the lock every 5 ms; here a task keeps it until it waits or ends, which changes the order
//! but not how many compute at once.

use super::pool::{self, Work};
use super::{Executor, Flavour, boxed};
use crate::event::{Done, Input};
use crate::span::{SpanRecorder, Worker};
use crate::trace::Traced;
use rayon::prelude::*;
use std::future::Future;
use std::sync::{Arc, Condvar, Mutex, PoisonError};

/// Metadata, shown on the page.
pub const EXECUTOR: Executor = Executor {
    name: "gil",
    label: "threads with a GIL",
    about: "Threads that share one lock: only one can compute at a time, but all can wait at the same time.",
    flavour: Flavour::Threads,
    pool: true,
    parallel: false,
    splits: false,
    parameters: &[],
    python: "with ThreadPoolExecutor(workers) as executor:
    results = list(executor.map(task, inputs))",
    javascript: "// no threads, but one lock between workers
const results = await Promise.all(
  inputs.map((input) =>
    navigator.locks.request('gil', () => pool.run(input))));",
    start: |_| Box::pin(async { Ok(boxed(map)) }),
};

/// Runs the task on all inputs on the pool's threads, one of which computes at a time.
pub fn map(task: Arc<Traced>, inputs: Vec<Input>) -> impl Future<Output = Vec<Done>> {
    pool::run(Box::new(move || {
        // <code:gil>
        let lock = Gil::default();
        let work: Work = &|input| {
            task.run_with(input, |task, span| {
                let turn = Turn::take(&lock, span);
                task.run_blocking(input.value, &turn)
            })
        };
        inputs.into_iter().par_bridge().map(work).collect()
        // </code>
    }))
}

/// A fair lock: threads get it in the order in which they asked for it.
#[derive(Debug, Default)]
pub struct Gil {
    queue: Mutex<Queue>,
    called: Condvar,
}

#[derive(Debug, Default)]
struct Queue {
    next_ticket: u64,
    now_serving: u64,
}

impl Gil {
    /// Takes a ticket and blocks until its turn.
    pub fn acquire(&self) {
        let mut queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
        let ticket = queue.next_ticket;
        queue.next_ticket += 1;
        while queue.now_serving != ticket {
            queue = self.called.wait(queue).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Lets the next thread in. Only the holder may call this.
    pub fn release(&self) {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner).now_serving += 1;
        self.called.notify_all();
    }
}

/// The right to compute, until dropped.
struct Turn<'a> {
    lock: &'a Gil,
    span: &'a SpanRecorder,
}

impl<'a> Turn<'a> {
    fn take(lock: &'a Gil, span: &'a SpanRecorder) -> Self {
        span.wait_for_lock(|| lock.acquire());
        Self { lock, span }
    }
}

impl Worker for Turn<'_> {
    fn wait_for_io(&self, wait: &mut dyn FnMut()) {
        self.span.wait_for_io(&mut || {
            self.lock.release();
            wait();
        });
        self.span.wait_for_lock(|| self.lock.acquire());
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        // The next thread may begin before this one does anything else.
        self.span.stop();
        self.lock.release();
    }
}

#[cfg(test)]
mod tests {
    use super::Gil;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::mpsc;
    use std::thread;

    #[test]
    fn one_thread_at_a_time_holds_the_lock() {
        let (lock, holders) = (Gil::default(), AtomicUsize::new(0));
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..200 {
                        lock.acquire();
                        assert_eq!(holders.fetch_add(1, Ordering::SeqCst), 0);
                        holders.fetch_sub(1, Ordering::SeqCst);
                        lock.release();
                    }
                });
            }
        });
    }

    #[test]
    fn the_lock_is_given_in_the_order_of_asking() {
        let lock = Gil::default();
        let (sender, order) = mpsc::channel();
        lock.acquire();
        thread::scope(|scope| {
            for number in 0..5 {
                let (sender, lock) = (sender.clone(), &lock);
                scope.spawn(move || {
                    lock.acquire();
                    sender.send(number).unwrap();
                    lock.release();
                });
                // The next one may ask only when this one has drawn its ticket.
                while lock.queue.lock().unwrap().next_ticket != number + 2 {
                    thread::yield_now();
                }
            }
            lock.release();
        });
        drop(sender);
        assert_eq!(order.into_iter().collect::<Vec<_>>(), [0, 1, 2, 3, 4]);
    }
}
