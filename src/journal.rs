//! What a repeat tells, kept until it is over, so that nobody draws or hears of it while it is measured. Only a repeat that is
//! long is shown while it goes on, a few times a second.

use crate::event::Event;
use crate::limits::{LONG_REPEAT_MS, SHOW_EVERY_MS};
use std::sync::{Mutex, PoisonError, TryLockError};

/// The events that nobody has seen yet. Telling one wakes nobody up.
pub struct Journal {
    show: fn(Vec<Event>),
    pages: Mutex<Pages>,
}

#[derive(Default)]
struct Pages {
    events: Vec<Event>,
    /// When they are to be shown, in milliseconds since the Unix epoch.
    due_ms: f64,
}

impl Journal {
    /// An empty one, which shows events by `show`.
    pub fn new(show: fn(Vec<Event>)) -> Self {
        Self {
            show,
            pages: Mutex::default(),
        }
    }

    /// A repeat begins now.
    pub fn begin(&self, now_ms: f64) {
        self.pages.lock().unwrap_or_else(PoisonError::into_inner).due_ms = now_ms + f64::from(LONG_REPEAT_MS);
    }

    /// Writes an event down.
    pub fn tell(&self, event: Event) {
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        pages.events.push(event);
    }

    /// Shows what was told if the repeat has become long and that wasn't done a moment ago. Only the coordinator's thread may
    /// call this and [`show`](Self::show): what shows events posts them.
    pub fn show_when_due(&self, now_ms: f64) {
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        if now_ms < pages.due_ms {
            return;
        }
        pages.due_ms = now_ms + f64::from(SHOW_EVERY_MS);
        let events = std::mem::take(&mut pages.events);
        drop(pages);
        (self.show)(events);
    }

    /// Shows what was told. Leaves it where it is if a thread ended while it wrote.
    pub fn show(&self) {
        let mut pages = match self.pages.try_lock() {
            Ok(pages) => pages,
            Err(TryLockError::Poisoned(pages)) => pages.into_inner(),
            Err(TryLockError::WouldBlock) => return,
        };
        let events = std::mem::take(&mut pages.events);
        drop(pages);
        (self.show)(events);
    }

    /// Takes what was told.
    pub fn take(&self) -> Vec<Event> {
        std::mem::take(&mut self.pages.lock().unwrap_or_else(PoisonError::into_inner).events)
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
