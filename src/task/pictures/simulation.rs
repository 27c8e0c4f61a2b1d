//! A network that is slow and fails as asked for, and the same way each time.

/// How many pictures ship with the page.
const BUNDLED: u32 = 20;

/// The simulated network: its latency and losses are drawn per picture from a seed, so that a run comes out the same twice
/// and under every executor.
#[derive(Clone, Debug)]
pub struct Simulation {
    /// The address of the folder with the pictures that ship with the page, with a slash at its end.
    pub folder: String,
    /// The mean latency in milliseconds; each picture's lies between half and one and a half times this.
    pub latency_ms: u32,
    /// How many of a hundred pictures are lost, on average.
    pub failures_percent: u32,
    /// What the draw begins with.
    pub seed: u32,
}

impl Simulation {
    /// The picture's address.
    pub fn url(&self, id: u32) -> String {
        format!("{}{}.jpg", self.folder, id % BUNDLED)
    }

    /// Whether the picture is lost.
    pub fn is_lost(&self, id: u32) -> bool {
        self.draw(id, 0) % 100 < u64::from(self.failures_percent)
    }

    /// The picture's latency in milliseconds.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "at most one and a half times a u32 that is at most 10000"
    )]
    pub fn latency_of(&self, id: u32) -> u32 {
        let mean = u64::from(self.latency_ms);
        (mean / 2 + self.draw(id, 1) % (mean + 1)) as u32
    }

    /// A number that looks random (`SplitMix64` by Sebastiano Vigna, <https://prng.di.unimi.it/splitmix64.c>).
    fn draw(&self, id: u32, which: u64) -> u64 {
        let step = u64::from(id) * 2 + which + 1;
        let mut z = u64::from(self.seed)
            .wrapping_mul(0xd134_2543_de82_ef95)
            .wrapping_add(step.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::Simulation;

    fn simulation(failures_percent: u32, seed: u32) -> Simulation {
        Simulation {
            folder: String::new(),
            latency_ms: 200,
            failures_percent,
            seed,
        }
    }

    #[test]
    fn latencies_lie_around_the_one_asked_for() {
        let simulation = simulation(0, 1);
        let latencies: Vec<u32> = (0..1000).map(|id| simulation.latency_of(id)).collect();
        assert!(latencies.iter().all(|latency| (100..=300).contains(latency)));
        let mean = f64::from(latencies.iter().sum::<u32>()) / 1000.0;
        assert!((190.0..210.0).contains(&mean), "{mean}");
    }

    #[test]
    fn the_share_of_lost_pictures_is_the_one_asked_for() {
        let lost = |percent| (0..1000).filter(|&id| simulation(percent, 7).is_lost(id)).count();
        assert_eq!((lost(0), lost(100)), (0, 1000));
        assert!((250..350).contains(&lost(30)), "{}", lost(30));
    }

    #[test]
    fn another_seed_loses_other_pictures() {
        let lost = |seed| {
            (0..100)
                .filter(|&id| simulation(30, seed).is_lost(id))
                .collect::<Vec<_>>()
        };
        assert_eq!(lost(1), lost(1));
        assert_ne!(lost(1), lost(2));
    }

    #[test]
    fn no_latency_is_no_latency() {
        let simulation = Simulation {
            latency_ms: 0,
            ..simulation(0, 1)
        };
        assert!((0..100).all(|id| simulation.latency_of(id) == 0));
    }
}
