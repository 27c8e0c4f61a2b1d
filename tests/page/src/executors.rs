//! The executors that the page offers, as they are described beside their code.

use easy_concurrency::executor::{ALL, Executor, Flavour};

/// Those that compute Fibonacci numbers.
pub const FOR_FIB: [&str; count(Which::All)] = names(Which::All);

/// Those that download pictures.
pub const FOR_PICTURES: [&str; count(Which::OfWholes)] = names(Which::OfWholes);

/// Those that need memory that threads share.
pub const IN_SHARED_MEMORY: [&str; count(Which::OnThreads)] = names(Which::OnThreads);

/// How many threads the page starts for an executor with so many workers.
pub fn threads(executor: &str, workers: usize) -> usize {
    if IN_SHARED_MEMORY.contains(&executor) {
        workers
    } else {
        0
    }
}

#[derive(Clone, Copy)]
enum Which {
    All,
    /// Those that do tasks which can't be split, too.
    OfWholes,
    OnThreads,
}

impl Which {
    const fn has(self, executor: &Executor) -> bool {
        match self {
            Self::All => true,
            Self::OfWholes => !executor.splits,
            Self::OnThreads => matches!(executor.flavour, Flavour::Threads),
        }
    }
}

const fn count(which: Which) -> usize {
    let (mut count, mut place) = (0, 0);
    while place < ALL.len() {
        if which.has(&ALL[place]) {
            count += 1;
        }
        place += 1;
    }
    count
}

const fn names<const N: usize>(which: Which) -> [&'static str; N] {
    let mut names = [""; N];
    let (mut count, mut place) = (0, 0);
    while place < ALL.len() {
        if which.has(&ALL[place]) {
            names[count] = ALL[place].name;
            count += 1;
        }
        place += 1;
    }
    names
}
