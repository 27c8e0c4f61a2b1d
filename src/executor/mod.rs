//! How a task is mapped over its inputs. Executors don't know what a task does.
//!
//! Every executor is a `map`: traced task and inputs in, outcomes out, in any order. What differs between two of them is
//! a line or two, and those lines stand between `<code:…>` marks: the page shows them. Each has a file, with its metadata.

#[cfg(threads)]
pub mod pool;

#[cfg(target_family = "wasm")]
use crate::boundary::job::Job;
use crate::event::{Done, Input};
use crate::failure::Failure;
use crate::parameter::Parameter;
use crate::settings::Settings;
use crate::task::Split;
use crate::trace::Traced;
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

        /// How the executor of that name starts.
        fn find(name: &str) -> Option<fn(Start) -> Starting> {
            // Not by a search in `ALL`: the metadata would be part of the module, where nobody reads it.
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
    async_executor,
);

/// An executor's metadata, from which the form, the table and the code on the page derive.
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
    /// Its parameters.
    pub parameters: &'static [Parameter],
    /// The same in Python.
    pub python: &'static str,
    /// The same in JavaScript.
    pub javascript: &'static str,
    /// Starts its workers and gives its `map`.
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

/// What an executor starts with.
pub struct Start {
    /// How many workers, or futures in flight.
    pub workers: usize,
    /// The values of its parameters.
    pub settings: Settings,
    /// The task, if it can be split.
    pub split: Option<Arc<dyn Split>>,
    /// What an isolated worker is told to do: it makes the task itself, as it shares no memory with this one.
    #[cfg(target_family = "wasm")]
    pub job: Job,
}

/// An executor that starts.
pub type Starting = LocalBoxFuture<'static, Result<Map, Failure>>;

/// The `map` of an executor that has started.
pub type Map = Box<dyn Fn(Arc<Traced>, Vec<Input>) -> LocalBoxFuture<'static, Vec<Done>>>;

/// Starts the executor of that name. One of the threads flavour runs on the threads of [`pool::start`], which must have
/// started.
///
/// # Errors
///
/// If its workers can't be started, or this flavour of the module has no such executor.
pub async fn start(name: &str, start: Start) -> Result<Map, Failure> {
    match find(name) {
        Some(executor) => executor(start).await,
        None => Err(Failure::new("no-such-executor", [("name", name.into())])),
    }
}

/// The biggest first; of several that are as big, the last. By insertion, since a sort is a large part of a module: nothing has to
/// move where bigger inputs come later.
#[cfg(threads)]
fn longest_first(inputs: &mut [Input], size: &dyn Fn(u32) -> u32) {
    inputs.reverse();
    for end in 1..inputs.len() {
        let mut place = end;
        while place > 0 && size(inputs[place - 1].value) < size(inputs[place].value) {
            inputs.swap(place - 1, place);
            place -= 1;
        }
    }
}

fn boxed<F: Future<Output = Vec<Done>> + 'static>(map: impl Fn(Arc<Traced>, Vec<Input>) -> F + 'static) -> Map {
    Box::new(move |task, inputs| Box::pin(map(task, inputs)))
}

#[cfg(all(test, not(target_family = "wasm")))]
mod tests {
    use super::{ALL, Executor, Start, longest_first, pool, processes, start};
    use crate::event::{Event, Input, in_input_order};
    use crate::failure::Failure;
    use crate::journal::Journal;
    use crate::parameter::Kind;
    use crate::settings::{Setting, Settings};
    use crate::span::Span;
    use crate::task::fib::{Fib, fib};
    use crate::task::{Task, counter};
    use crate::trace::Traced;
    use crate::value::{Outcome, Value};
    use std::sync::{Arc, LazyLock};

    const WORKERS: usize = 3;

    /// rayon builds its global pool once per process, so all tests share this one.
    static POOL: LazyLock<()> = LazyLock::new(|| pollster::block_on(pool::start(WORKERS)).expect("threads start"));

    /// What came of mapping fib over some inputs.
    struct Mapped {
        /// In input order.
        outcomes: Vec<Outcome>,
        /// As they were told.
        events: Vec<Event>,
    }

    impl Mapped {
        /// Those of inputs and those of parts.
        fn spans(&self) -> Vec<&Span> {
            let mut spans = Vec::new();
            for event in &self.events {
                match event {
                    Event::Started { .. } => {}
                    Event::Finished { span, .. } => spans.extend(span),
                    Event::Leaves(leaves) => spans.extend(leaves.iter().map(|(_, span)| span)),
                }
            }
            spans
        }
    }

    /// Maps fib over the values with the executor of that name.
    fn mapped(name: &str, settings: &Settings, values: &[u32]) -> Mapped {
        mapped_task(Arc::new(Fib), name, settings, values)
    }

    fn mapped_task(task: Arc<dyn Task>, name: &str, settings: &Settings, values: &[u32]) -> Mapped {
        LazyLock::force(&POOL);
        let inputs = values.iter().enumerate();
        let inputs = inputs.map(|(index, &value)| Input { index, value }).collect();
        let journal = Arc::new(Journal::new(drop));
        let task = Arc::new(Traced::new(task, Arc::clone(&journal)));
        let start_with = Start {
            workers: WORKERS,
            settings: settings.clone(),
            split: Some(Arc::new(Fib)),
        };
        let done = pollster::block_on(async { start(name, start_with).await.expect("it starts")(task, inputs).await });
        Mapped {
            outcomes: in_input_order(done, values.len()),
            events: journal.take(),
        }
    }

    /// Every executor that starts without a browser, with each combination of its settings.
    fn native() -> impl Iterator<Item = (&'static Executor, Settings)> {
        let executors = ALL.iter().filter(|executor| executor.name != processes::EXECUTOR.name);
        executors.flat_map(|executor| {
            combinations(executor)
                .into_iter()
                .map(move |settings| (executor, settings))
        })
    }

    /// Numbers have their initial value, and `auto` where they may.
    fn combinations(executor: &Executor) -> Vec<Settings> {
        let mut all = vec![Settings::default()];
        for parameter in executor.parameters {
            let values = match parameter.kind {
                Kind::Choices(choices) => choices.iter().map(|(value, _)| choice(value)).collect(),
                Kind::Number {
                    initial, auto: true, ..
                } => vec![Setting::Number(initial), choice("auto")],
                Kind::Number { initial, .. } => vec![Setting::Number(initial)],
            };
            let with_each = |settings: Settings| {
                values.iter().map(move |value| {
                    let mut settings = settings.clone();
                    settings.add(parameter.name.into(), value.clone());
                    settings
                })
            };
            all = all.into_iter().flat_map(with_each).collect();
        }
        all
    }

    fn choice(value: &str) -> Setting {
        Setting::Choice(value.into())
    }

    /// The stretches in which a span's worker computed, in milliseconds.
    fn computing(span: &Span) -> Vec<(f64, f64)> {
        let ends = span.waits.iter().map(|wait| wait.start_ms).chain([span.end_ms]);
        let waited = span.waits.iter().map(|wait| wait.end_ms);
        let stretches = [span.start_ms].into_iter().chain(waited).zip(ends);
        // One that waits from the start hasn't computed before.
        stretches.filter(|(start, end)| start < end).collect()
    }

    #[test]
    fn every_executor_gives_the_numbers_in_input_order() {
        let values: Vec<u32> = (1..=20).rev().collect();
        let numbers: Vec<Outcome> = values.iter().map(|&n| Ok(Value::Number(fib(n)))).collect();
        for (executor, settings) in native() {
            let mapped = mapped(executor.name, &settings, &values);
            assert_eq!(mapped.outcomes, numbers, "{} with {settings:?}", executor.name);
        }
    }

    #[test]
    fn every_executor_tells_each_input_once() {
        for (executor, settings) in native() {
            let mapped = mapped(executor.name, &settings, &[12; 9]);
            let finished = mapped.events.iter().filter_map(|event| match event {
                Event::Finished { index, .. } => Some(*index),
                _ => None,
            });
            let mut finished: Vec<usize> = finished.collect();
            finished.sort_unstable();
            assert_eq!(
                finished,
                [0, 1, 2, 3, 4, 5, 6, 7, 8],
                "{} with {settings:?}",
                executor.name
            );
        }
    }

    #[test]
    fn no_executor_has_more_lanes_than_workers() {
        for (executor, settings) in native() {
            let workers = if executor.pool { WORKERS } else { 1 };
            let mapped = mapped(executor.name, &settings, &[16; 20]);
            let lanes = mapped.spans().into_iter().map(|span| span.lane).max();
            assert!(
                lanes.is_some_and(|last| last < workers),
                "{} with {settings:?}: {lanes:?}",
                executor.name
            );
        }
    }

    #[test]
    fn without_parallelism_one_input_is_computed_at_a_time() {
        for (executor, settings) in native().filter(|(executor, _)| !executor.parallel) {
            let mapped = mapped(executor.name, &settings, &[22; 20]);
            let mut stretches: Vec<_> = mapped.spans().into_iter().flat_map(computing).collect();
            stretches.sort_by(|(a, _), (b, _)| a.total_cmp(b));
            for pair in stretches.windows(2) {
                assert!(pair[0].1 <= pair[1].0, "{}: {pair:?}", executor.name);
            }
        }
    }

    /// What five tasks have counted to that each add 10,000, on the executor of that name.
    fn counted(name: &str, settings: &Settings, sharing: &str) -> Option<u64> {
        let numbers =
            [("tasks", 5.0), ("additions", 10_000.0)].map(|(name, number)| (name.to_owned(), Setting::Number(number)));
        let how = ("sharing".to_owned(), choice(sharing));
        let task = counter::TASK
            .make
            .call(&numbers.into_iter().chain([how]).collect())
            .task;
        mapped_task(Arc::clone(&task), name, settings, &[1, 2, 3, 4, 5]);
        task.shared_total()
    }

    #[test]
    fn no_executor_loses_an_update_of_an_atomic_counter_of_a_locked_one_or_of_separate_ones() {
        for (executor, settings) in native().filter(|(executor, _)| !executor.splits) {
            for sharing in ["atomic", "lock", "own"] {
                let count = counted(executor.name, &settings, sharing);
                assert_eq!(count, Some(50_000), "{} with {settings:?}, {sharing}", executor.name);
            }
        }
    }

    #[test]
    fn only_executors_that_compute_in_parallel_lose_updates_between_a_load_and_a_store() {
        for (executor, settings) in native().filter(|(executor, _)| !executor.splits) {
            let count = counted(executor.name, &settings, "load-store").expect("it is shared");
            let fits = if executor.parallel {
                (10_000..=50_000).contains(&count)
            } else {
                count == 50_000
            };
            assert!(fits, "{} with {settings:?}: {count}", executor.name);
        }
    }

    #[test]
    fn the_biggest_come_first_whatever_their_numbers_are() {
        let mut inputs = [4, 1, 3, 12, 0].map(|value| Input { index: 0, value });
        longest_first(&mut inputs, &|input| input % 10);
        assert_eq!(inputs.map(|input| input.value), [4, 3, 12, 1, 0]);
    }

    #[test]
    fn what_can_not_start_says_why() {
        let why = |name| {
            let start_with = Start {
                workers: WORKERS,
                settings: Settings::default(),
                split: None,
            };
            pollster::block_on(start(name, start_with)).err()
        };
        let unknown = Failure::new("no-such-executor", [("name", "goroutines".into())]);
        assert_eq!(why("goroutines"), Some(unknown));
        assert_eq!(why("processes"), Some(Failure::new("needs-browser", [])));
        assert_eq!(why("fork-join"), Some(Failure::new("not-splittable", [])));
    }
}
