//! Times that were measured in rounds, each arm once in every round.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::statistics::{Ratio, SplitMix};

/// By arm: its times, one for each round.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(transparent)]
pub struct Samples(BTreeMap<String, Vec<f64>>);

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
        let mut random = SplitMix(rounds as u64);
        let mut order = arms.to_vec();
        for round in 0..warm_up + rounds {
            random.shuffle(&mut order);
            for arm in &order {
                let time = measure(arm).await;
                if round >= warm_up {
                    samples.0.entry((*arm).to_owned()).or_default().push(time);
                }
            }
        }
        samples
    }

    /// One round.
    pub fn one(times: &[(&str, f64)]) -> Self {
        Self(
            times
                .iter()
                .map(|(arm, time)| ((*arm).to_owned(), vec![*time]))
                .collect(),
        )
    }

    /// The rounds of both, which have the same arms.
    pub fn and(&self, other: &Self) -> Self {
        let mut samples = Self(self.0.clone());
        for (arm, times) in &other.0 {
            samples.0.entry(arm.clone()).or_default().extend(times);
        }
        samples
    }

    /// An arm's times.
    ///
    /// # Panics
    ///
    /// If there is no such arm.
    pub fn of(&self, arm: &str) -> &[f64] {
        self.0.get(arm).unwrap_or_else(|| panic!("no arm {arm} was measured"))
    }

    /// How many times as long one arm takes as another.
    pub fn ratio(&self, over: &str, under: &str) -> Option<Ratio> {
        Ratio::of(self.of(over), self.of(under))
    }

    /// What two arms' times come to in each round.
    pub fn combine(&self, one: &str, other: &str, each: impl Fn(f64, f64) -> f64) -> Vec<f64> {
        let pairs = self.of(one).iter().zip(self.of(other));
        pairs.map(|(one, other)| each(*one, *other)).collect()
    }
}
