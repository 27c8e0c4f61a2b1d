//! Buffers a repeat's events until it ends, so that nothing is posted or drawn while it is timed. Only a long repeat is shown while
//! it runs, a few times a second.

use crate::event::Event;
use crate::limits::{LONG_REPEAT_MS, SHOW_EVERY_MS};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};

/// The events that haven't been shown yet. Adding one wakes no thread. The coordinator's thread never waits for the lock: a pool thread
/// that traps while it adds an event, as where memory is full, holds it for ever, and the coordinator has to report that.
pub struct Journal {
    show: fn(Vec<Event>),
    buffer: Mutex<Buffer>,
}

#[derive(Default)]
struct Buffer {
    events: Vec<Event>,
    /// When they are to be shown, in milliseconds since the Unix epoch.
    due_ms: f64,
}

impl Journal {
    /// An empty one, which shows events by `show`.
    pub fn new(show: fn(Vec<Event>)) -> Self {
        Self {
            show,
            buffer: Mutex::default(),
        }
    }

    /// A repeat begins now.
    pub fn begin(&self, now_ms: f64) {
        if let Some(mut buffer) = self.free_buffer() {
            buffer.due_ms = now_ms + f64::from(LONG_REPEAT_MS);
        }
    }

    /// Adds an event.
    pub fn tell(&self, event: Event) {
        let mut buffer = self.buffer.lock().unwrap_or_else(PoisonError::into_inner);
        buffer.events.push(event);
    }

    /// Shows the events if the repeat has become long, a few times a second, and returns whether it did. Only the coordinator's
    /// thread may call this and [`show`](Self::show), since showing posts messages.
    pub fn show_when_due(&self, now_ms: f64) -> bool {
        let Some(mut buffer) = self.free_buffer().filter(|buffer| buffer.due_ms <= now_ms) else {
            return false;
        };
        buffer.due_ms = now_ms + f64::from(SHOW_EVERY_MS);
        let events = std::mem::take(&mut buffer.events);
        drop(buffer);
        (self.show)(events);
        true
    }

    /// Shows the events, unless another thread holds the buffer.
    pub fn show(&self) {
        (self.show)(self.take());
    }

    /// Takes the events; none if another thread holds the buffer.
    pub fn take(&self) -> Vec<Event> {
        let buffer = self.free_buffer();
        buffer.map_or_else(Vec::new, |mut buffer| std::mem::take(&mut buffer.events))
    }

    /// The buffer, if no other thread holds it.
    fn free_buffer(&self) -> Option<MutexGuard<'_, Buffer>> {
        match self.buffer.try_lock() {
            Ok(buffer) => Some(buffer),
            Err(TryLockError::Poisoned(buffer)) => Some(buffer.into_inner()),
            Err(TryLockError::WouldBlock) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Journal, LONG_REPEAT_MS, SHOW_EVERY_MS};
    use crate::event::Event;
    use std::cell::Cell;

    thread_local! {
        static SHOWN: Cell<usize> = const { Cell::new(0) };
    }

    fn journal() -> Journal {
        SHOWN.set(0);
        Journal::new(|events| SHOWN.set(SHOWN.get() + events.len()))
    }

    fn tell(journal: &Journal) {
        journal.tell(Event::Leaves(Vec::new()));
    }

    #[test]
    fn nothing_is_shown_while_a_repeat_is_short() {
        let journal = journal();
        journal.begin(1000.0);
        tell(&journal);
        journal.show_when_due(1000.0 + f64::from(LONG_REPEAT_MS) - 1.0);
        assert_eq!(SHOWN.get(), 0);
        assert_eq!(journal.take().len(), 1);
    }

    #[test]
    fn a_long_repeat_is_shown_a_few_times_a_second() {
        let journal = journal();
        journal.begin(0.0);
        for ms in 0..1000 {
            tell(&journal);
            journal.show_when_due(f64::from(ms));
        }
        let last = LONG_REPEAT_MS + (999 - LONG_REPEAT_MS) / SHOW_EVERY_MS * SHOW_EVERY_MS;
        assert_eq!(SHOWN.get(), last as usize + 1);
    }

    #[test]
    fn the_coordinator_waits_for_no_thread_that_holds_the_buffer() {
        let journal = journal();
        tell(&journal);
        let held = journal.buffer.lock();
        journal.begin(0.0);
        journal.show_when_due(f64::MAX);
        journal.show();
        assert_eq!(journal.take().len(), 0);
        drop(held);
        assert_eq!(journal.take().len(), 1);
    }

    #[test]
    fn what_is_left_is_shown_when_asked_for() {
        let journal = journal();
        tell(&journal);
        journal.show();
        journal.show();
        assert_eq!(SHOWN.get(), 1);
    }
}
