//! Buffers a repeat's events until it ends, so that nothing is posted or drawn while it is timed. Only a long repeat is shown while
//! it runs, a few times a second.

use crate::event::Event;
use crate::limits::{LONG_REPEAT_MS, SHOW_EVERY_MS};
use std::sync::{Mutex, PoisonError, TryLockError};

/// The events that haven't been shown yet. Adding one wakes no thread.
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
        self.buffer.lock().unwrap_or_else(PoisonError::into_inner).due_ms = now_ms + f64::from(LONG_REPEAT_MS);
    }

    /// Adds an event.
    pub fn tell(&self, event: Event) {
        let mut buffer = self.buffer.lock().unwrap_or_else(PoisonError::into_inner);
        buffer.events.push(event);
    }

    /// Shows the events if the repeat has become long, a few times a second. Only the coordinator's thread may call this and
    /// [`show`](Self::show), since showing posts messages.
    pub fn show_when_due(&self, now_ms: f64) {
        let mut buffer = self.buffer.lock().unwrap_or_else(PoisonError::into_inner);
        if now_ms < buffer.due_ms {
            return;
        }
        buffer.due_ms = now_ms + f64::from(SHOW_EVERY_MS);
        let events = std::mem::take(&mut buffer.events);
        drop(buffer);
        (self.show)(events);
    }

    /// Shows the events. Does nothing if another thread holds the buffer, as one may for ever that trapped while it wrote.
    pub fn show(&self) {
        let mut buffer = match self.buffer.try_lock() {
            Ok(buffer) => buffer,
            Err(TryLockError::Poisoned(buffer)) => buffer.into_inner(),
            Err(TryLockError::WouldBlock) => return,
        };
        let events = std::mem::take(&mut buffer.events);
        drop(buffer);
        (self.show)(events);
    }

    /// Takes the events.
    pub fn take(&self) -> Vec<Event> {
        std::mem::take(&mut self.buffer.lock().unwrap_or_else(PoisonError::into_inner).events)
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
    fn what_is_left_is_shown_when_asked_for() {
        let journal = journal();
        tell(&journal);
        journal.show();
        journal.show();
        assert_eq!(SHOWN.get(), 1);
    }
}
