//! Lanes for futures that share one thread.

use std::sync::{Mutex, PoisonError};

/// The slots in use. Each input takes the lowest free one, so that there are no more slots than inputs in flight.
#[derive(Default)]
pub struct Slots(Mutex<Vec<bool>>);

/// A slot that is given back when dropped.
pub struct Slot<'a> {
    slots: &'a Slots,
    /// Its number, from 0.
    pub index: usize,
    /// No other was in use when it was taken.
    pub is_alone: bool,
}

impl Slots {
    /// Takes the lowest free slot.
    pub fn take(&self) -> Slot<'_> {
        let mut taken = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_alone = !taken.contains(&true);
        let index = taken.iter().position(|taken| !taken).unwrap_or(taken.len());
        if index == taken.len() {
            taken.push(true);
        } else {
            taken[index] = true;
        }
        Slot {
            slots: self,
            index,
            is_alone,
        }
    }
}

impl Drop for Slot<'_> {
    fn drop(&mut self) {
        self.slots.0.lock().unwrap_or_else(PoisonError::into_inner)[self.index] = false;
    }
}

#[cfg(test)]
mod tests {
    use super::Slots;

    #[test]
    fn a_freed_slot_is_the_next_one_taken() {
        let slots = Slots::default();
        let first = slots.take();
        let second = slots.take();
        assert_eq!((first.index, second.index), (0, 1));
        assert!(first.is_alone && !second.is_alone);
        drop(first);
        assert_eq!(slots.take().index, 0);
        drop(second);
    }
}
