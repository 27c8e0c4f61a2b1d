//! What a task's run looks like from outside: when it started, where it waited, how it ended.

/// One of the inputs that a task is mapped over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Input {
    /// Its place among the inputs, from 0.
    pub index: usize,
    /// The input itself: which Fibonacci number, which picture.
    pub value: u32,
}

/// Why a task has no result, in words for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure(pub String);

/// What came of one input.
pub type Outcome<O> = Result<O, Failure>;

/// What a worker waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitFor {
    /// Its turn to compute.
    Lock,
    /// The network or a timer.
    Io,
}

/// A stretch of time in which a worker did nothing but wait. Milliseconds from the repeat's start.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wait {
    /// What for.
    pub on: WaitFor,
    /// From when.
    pub start_ms: f64,
    /// Until when.
    pub end_ms: f64,
}

/// When and where one input was worked on. Milliseconds from the repeat's start.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// The worker's index; among futures of one thread, the slot in flight.
    pub lane: usize,
    /// From when.
    pub start_ms: f64,
    /// Until when.
    pub end_ms: f64,
    /// Where it only waited, in order, without overlap. The rest is computing.
    pub waits: Vec<Wait>,
}

/// Something that happened while a task was mapped over its inputs.
#[derive(Clone, Debug)]
pub enum Event<O> {
    /// A worker took an input up.
    Started {
        /// The input's index.
        index: usize,
        /// The worker's index.
        lane: usize,
        /// When, in milliseconds from the repeat's start.
        at_ms: f64,
    },
    /// An input has its outcome. Comes exactly once per input.
    Finished {
        /// The input's index.
        index: usize,
        /// When, in milliseconds from the repeat's start.
        at_ms: f64,
        /// The value or the failure.
        outcome: Outcome<O>,
        /// Who worked on it and when; `None` where several workers shared it, who tell theirs as `Leaves`.
        span: Option<Span>,
    },
    /// Parts of inputs, each worked on by one worker: the input's index and the span.
    Leaves(Vec<(usize, Span)>),
}
