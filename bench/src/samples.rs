//! Times that were measured in rounds, each arm once in every round.

use std::collections::BTreeMap;

use rand::seq::SliceRandom as _;
use rand::{SeedableRng as _, rngs::SmallRng};
use serde::Serialize;

/// By arm: its times, one for each round. One whose name ends with ` again` is a control: the same as the arm without that.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(transparent)]
pub struct Samples(BTreeMap<String, Vec<f64>>);

/// All samples of a browser, by what they are of. `promises.js` says what is promised of them.
pub type Findings = BTreeMap<String, Samples>;

impl Samples {
    /// Measures each arm once in every round, in an order that differs from round to round, so that no arm always
    /// follows the same other one. The first `warm_up` rounds don't count.
    pub async fn by_turns(
        warm_up: usize,
        rounds: usize,
        arms: &[&str],
        mut measure: impl AsyncFnMut(&str) -> f64,
    ) -> Self {
        let mut samples = Self::default();
        let mut random = SmallRng::seed_from_u64(rounds as u64);
        let mut order = arms.to_vec();
        for round in 0..warm_up + rounds {
            order.shuffle(&mut random);
            for arm in &order {
                let time = measure(arm).await;
                if round >= warm_up {
                    samples.add(arm, time);
                }
            }
        }
        samples
    }

    /// Adds an arm's time in the next round.
    pub fn add(&mut self, arm: &str, time: f64) {
        self.0.entry(arm.to_owned()).or_default().push(time);
    }

    /// Adds the rounds of others, which have the same arms.
    pub fn extend(&mut self, other: &Self) {
        for (arm, times) in &other.0 {
            self.0.entry(arm.clone()).or_default().extend(times);
        }
    }
}
