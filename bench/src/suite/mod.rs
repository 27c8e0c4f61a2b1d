//! What is measured: one file for each kind of promise.

pub mod computing;
pub mod engine;
pub mod growth;
pub mod on_page;
pub mod page_thread;
pub mod pictures;
pub mod sizes;
pub mod start_up;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::grid::Grid;
use crate::row::Row;
use crate::samples::Samples;

/// What a suite found in one browser.
#[derive(Default, Serialize)]
pub struct Findings {
    /// The lines of the table.
    pub rows: Vec<Row>,
    /// The same arm against itself: what should be 1, and says how far the machine can be trusted.
    pub controls: Vec<Row>,
    /// What rows that name the worst of many were found among.
    pub grids: Vec<Grid>,
    /// All times, by suite and arm.
    pub samples: BTreeMap<String, Samples>,
}

impl Findings {
    /// Rows, with the times that they are of.
    pub fn of(what: impl Into<String>, samples: Samples, rows: Vec<Row>) -> Self {
        Self {
            rows,
            samples: [(what.into(), samples)].into(),
            ..Self::default()
        }
    }

    /// Adds those of another suite.
    pub fn extend(&mut self, other: Self) {
        self.rows.extend(other.rows);
        self.controls.extend(other.controls);
        self.grids.extend(other.grids);
        self.samples.extend(other.samples);
    }
}
