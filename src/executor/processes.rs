//! Workers with a wasm instance and a memory of their own, which talk by messages: Python's process pool. They share
//! nothing, so they need no shared memory; what they are given and give back is copied.

#[cfg(target_family = "wasm")]
mod process;

#[cfg(target_family = "wasm")]
use super::boxed;
use super::{Executor, Flavour, Start, Starting};
use crate::event::{Done, Input};
use crate::failure::Failure;
use crate::span::Span;
use crate::trace::Traced;
use crate::value::Outcome;
use futures_util::future::LocalBoxFuture;
use futures_util::{StreamExt as _, stream};
#[cfg(target_family = "wasm")]
pub use process::Process;
use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;
use std::sync::Arc;

/// Metadata, shown on the page.
pub const EXECUTOR: Executor = Executor {
    name: "processes",
    label: "processes",
    about: "Isolated workers, each with its own memory, that exchange messages.",
    flavour: Flavour::Plain,
    pool: true,
    parallel: true,
    splits: false,
    parameters: &[],
    python: "with ProcessPoolExecutor(workers) as executor:
    results = list(executor.map(task, inputs))",
    javascript: "const pool = startWorkers('task.js', workers);
const results = await Promise.all(
  inputs.map((input) => pool.run(input)));",
    start,
};

#[cfg(target_family = "wasm")]
fn start(Start { workers, job, .. }: Start) -> Starting {
    Box::pin(async move {
        let pool = Rc::new(Processes::start(workers, move || Process::start(&job)).await?);
        Ok(boxed(move |task, inputs| map(task, inputs, Rc::clone(&pool))))
    })
}

/// Isolated workers are a browser's. The tests give a pool workers of their own.
#[cfg(not(target_family = "wasm"))]
fn start(_: Start) -> Starting {
    Box::pin(async { Err(Failure::new("needs-browser", [])) })
}

/// Runs the task on all inputs on the pool's workers. Each takes the next input when it has answered for its last.
pub async fn map<W: Isolated>(task: Arc<Traced>, inputs: Vec<Input>, pool: Rc<Processes<W>>) -> Vec<Done> {
    // <code:processes>
    stream::iter(inputs.into_iter().map(|input| pool.run(&task, input)))
        .buffer_unordered(pool.workers())
        .collect()
        .await
    // </code>
}

/// A worker that shares nothing with this one. Ends when dropped.
pub trait Isolated {
    /// Awaits that it is ready.
    fn ready(&mut self) -> impl Future<Output = Result<(), Failure>>;

    /// Gives it an input and awaits the answer, with the span on this worker, which is `lane`; or how the worker died.
    fn ask(
        &mut self,
        input: Input,
        lane: usize,
        origin_ms: f64,
    ) -> impl Future<Output = Result<(Outcome, Span), Failure>>;
}

/// A pool of isolated workers.
pub struct Processes<W> {
    start: Box<dyn Fn() -> Result<W, Failure>>,
    /// By lane: `None` while the worker is busy, a failure where none could be started.
    idle: RefCell<Vec<Option<Result<W, Failure>>>>,
}

impl<W: Isolated> Processes<W> {
    /// Starts `workers` workers by `start`, and awaits that all are ready.
    ///
    /// # Errors
    ///
    /// If one can't be started, with the reason.
    pub async fn start(workers: usize, start: impl Fn() -> Result<W, Failure> + 'static) -> Result<Self, Failure> {
        let mut started = (0..workers).map(|_| start()).collect::<Result<Vec<_>, _>>()?;
        for worker in &mut started {
            worker.ready().await?;
        }
        Ok(Self {
            start: Box::new(start),
            idle: RefCell::new(started.into_iter().map(|worker| Some(Ok(worker))).collect()),
        })
    }

    fn workers(&self) -> usize {
        self.idle.borrow().len()
    }

    /// Runs the task on the idle worker with the lowest number. If the worker dies of it, this input fails by the cause
    /// and another worker takes its place.
    fn run<'a>(&'a self, task: &'a Traced, input: Input) -> LocalBoxFuture<'a, Done> {
        Box::pin(async move {
            let (lane, mut worker) = self.take_idle();
            let span = task.start(input, lane);
            let answer = match &mut worker {
                Ok(worker) => worker.ask(input, lane, task.origin_ms()).await,
                Err(cause) => Err(cause.clone()),
            };
            let (outcome, span) = answer.unwrap_or_else(|cause| {
                worker = (self.start)();
                (Err(cause), span.end())
            });
            self.idle.borrow_mut()[lane] = Some(worker);
            task.finish(input, outcome, Some(span))
        })
    }

    fn take_idle(&self) -> (usize, Result<W, Failure>) {
        let mut idle = self.idle.borrow_mut();
        let mut by_lane = idle.iter_mut().enumerate();
        let first = by_lane.find_map(|(lane, worker)| Some((lane, worker.take()?)));
        first.expect("there are no more inputs in flight than workers")
    }
}

#[cfg(all(test, not(target_family = "wasm")))]
mod tests {
    use super::{Isolated, Processes, map};
    use crate::event::{Event, Input, in_input_order};
    use crate::failure::Failure;
    use crate::journal::Journal;
    use crate::span::Span;
    use crate::task::fib::Fib;
    use crate::trace::Traced;
    use crate::value::{Outcome, Value};
    use futures_util::FutureExt as _;
    use proptest::prelude::*;
    use std::cell::Cell;
    use std::future::poll_fn;
    use std::rc::Rc;
    use std::sync::Arc;
    use std::task::{Context, Poll, Waker};

    /// What a worker does with an input: how many turns it takes, and whether it dies of it.
    #[derive(Clone, Copy, Debug)]
    struct Plan {
        turns: u32,
        dies: bool,
    }

    struct Planned(Rc<Vec<Plan>>);

    impl Isolated for Planned {
        async fn ready(&mut self) -> Result<(), Failure> {
            Ok(())
        }

        async fn ask(&mut self, input: Input, lane: usize, _: f64) -> Result<(Outcome, Span), Failure> {
            let Plan { turns, dies } = self.0[input.index];
            let left = Cell::new(turns);
            poll_fn(|context| {
                context.waker().wake_by_ref();
                match left.get() {
                    0 => Poll::Ready(()),
                    more => {
                        left.set(more - 1);
                        Poll::Pending
                    }
                }
            })
            .await;
            let span = Span {
                lane,
                start_ms: 0.0,
                end_ms: 0.0,
                waits: Vec::new(),
            };
            if dies {
                Err(Failure::new("worker-died", []))
            } else {
                Ok((Ok(Value::Number(input.value.into())), span))
            }
        }
    }

    fn plans() -> impl Strategy<Value = Vec<Plan>> {
        let plan = (0..6_u32, prop::bool::weighted(0.2)).prop_map(|(turns, dies)| Plan { turns, dies });
        prop::collection::vec(plan, 0..40)
    }

    fn inputs(plans: &[Plan]) -> Vec<Input> {
        (10..)
            .take(plans.len())
            .enumerate()
            .map(|(index, value)| Input { index, value })
            .collect()
    }

    fn no_more_workers() -> Failure {
        Failure::new("worker-not-started", [])
    }

    /// A pool whose workers follow `plans`. Starting a worker fails where `broken` says so, but not at first.
    fn pool(plans: &[Plan], workers: usize, broken: &'static [bool]) -> Rc<Processes<Planned>> {
        let plans = Rc::new(plans.to_vec());
        let started = Cell::new(0);
        let start = move || {
            let number = started.replace(started.get() + 1);
            if number >= workers && !broken.is_empty() && broken[number % broken.len()] {
                Err(no_more_workers())
            } else {
                Ok(Planned(Rc::clone(&plans)))
            }
        };
        Rc::new(pollster::block_on(Processes::start(workers, start)).unwrap())
    }

    fn traced() -> (Arc<Traced>, Arc<Journal>) {
        let journal = Arc::new(Journal::new(drop));
        (Arc::new(Traced::new(Arc::new(Fib), Arc::clone(&journal))), journal)
    }

    proptest! {
        #[test]
        fn every_input_has_one_outcome_whatever_the_order_of_answers_and_deaths(
            plans in plans(), workers in 1..8_usize, broken in prop::sample::select(vec![&[][..], &[true, false, false]])
        ) {
            let (task, _) = traced();
            let done = pollster::block_on(map(task, inputs(&plans), pool(&plans, workers, broken)));
            for (index, outcome) in in_input_order(done, plans.len()).into_iter().enumerate() {
                match outcome {
                    Ok(value) => prop_assert_eq!(value, Value::Number(index as u64 + 10)),
                    Err(cause) => prop_assert!(plans[index].dies || cause == no_more_workers()),
                }
            }
        }

        #[test]
        fn a_lane_has_one_input_at_a_time_and_lanes_are_no_more_than_workers(plans in plans(), workers in 1..8_usize) {
            let (task, journal) = traced();
            pollster::block_on(map(task, inputs(&plans), pool(&plans, workers, &[])));
            let mut busy = vec![None; workers];
            for event in journal.take() {
                match event {
                    Event::Started { index, lane, .. } => prop_assert_eq!(busy[lane].replace(index), None),
                    Event::Finished { index, span, .. } => {
                        prop_assert_eq!(busy[span.unwrap().lane].take(), Some(index));
                    }
                    Event::Leaves(_) => prop_assert!(false, "isolated workers share no input"),
                }
            }
            prop_assert!(busy.iter().all(Option::is_none));
        }

        #[test]
        fn a_run_that_is_cancelled_starts_no_input_twice_and_nothing_afterwards(
            plans in plans(), workers in 1..8_usize, polls in 0..30_u32
        ) {
            let (task, journal) = traced();
            let mut running = Box::pin(map(task, inputs(&plans), pool(&plans, workers, &[])));
            let mut context = Context::from_waker(Waker::noop());
            let _ = (0..polls).find(|_| running.poll_unpin(&mut context).is_ready());
            drop(running);
            let mut started = vec![0; plans.len()];
            for event in journal.take() {
                if let Event::Started { index, .. } = event {
                    started[index] += 1;
                }
            }
            prop_assert!(started.iter().all(|&times| times <= 1));
        }
    }
}
