//! The executors that the page offers.

/// Those that compute Fibonacci numbers.
pub const FOR_FIB: [&str; 7] = ["loop", "map", "gil", "threads", "fork-join", "processes", "async"];

/// Those that download pictures.
pub const FOR_PICTURES: [&str; 6] = ["loop", "map", "gil", "threads", "processes", "async"];

/// Those that need memory that threads share.
pub const IN_SHARED_MEMORY: [&str; 3] = ["gil", "threads", "fork-join"];

/// How many threads the page starts for an executor with so many workers.
#[must_use]
pub fn threads(executor: &str, workers: usize) -> usize {
    if IN_SHARED_MEMORY.contains(&executor) {
        workers
    } else {
        0
    }
}
