//! The ground: what can be set of a task or an executor, described once. The form, the address, its warnings and the documents
//! derive from it.

#[cfg(not(target_family = "wasm"))]
use serde::Serialize;

/// Something that can be set, under a name of its own.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(not(target_family = "wasm"), derive(Serialize), serde(rename_all = "camelCase"))]
pub struct Parameter {
    /// In the address, the records, and [`Settings`](crate::settings::Settings).
    pub name: &'static str,
    /// In the form.
    pub label: &'static str,
    /// What it may be.
    #[cfg_attr(not(target_family = "wasm"), serde(flatten))]
    pub kind: Kind,
    /// All that must hold, or else it says nothing.
    pub when: &'static [When],
    /// What to add where it says nothing, of the value that keeps it from that.
    pub otherwise: &'static str,
    /// Up to where an address may start a run by itself; what is above waits for a click.
    pub link_up_to: Option<f64>,
    /// Runs that differ in it did the same work all the same.
    pub apart_from_work: bool,
    /// It is a seed: failed inputs that are tried again are given the next one.
    pub seed: bool,
}

/// What a parameter may be.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(not(target_family = "wasm"), derive(Serialize), serde(rename_all = "camelCase"))]
pub enum Kind {
    /// A number.
    Number {
        /// At least.
        min: f64,
        /// At most.
        max: f64,
        /// If nothing else is said.
        initial: f64,
        /// Or else it is a whole one.
        fraction: bool,
        /// It is `auto` if nothing else is said.
        auto: bool,
    },
    /// One of these, each with its label; the first if nothing else is said.
    Choices(&'static [(&'static str, &'static str)]),
}

/// When a parameter says something.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(not(target_family = "wasm"), derive(Serialize), serde(rename_all = "camelCase"))]
pub enum When {
    /// Another parameter, or `executor`, has this value.
    Is(&'static str, &'static str),
    /// Another parameter hasn't this value.
    Not(&'static str, &'static str),
    /// The task computes.
    Computes,
    /// The task takes longer, the bigger its input.
    Grows,
}

impl Parameter {
    /// A whole number.
    pub const fn whole(name: &'static str, label: &'static str, min: u32, max: u32, initial: u32) -> Self {
        Self::number(name, label, min as f64, max as f64, initial as f64, false)
    }

    /// A number that may have a fraction.
    pub const fn real(name: &'static str, label: &'static str, min: f64, max: f64, initial: f64) -> Self {
        Self::number(name, label, min, max, initial, true)
    }

    /// One of several, each with its label.
    pub const fn choice(
        name: &'static str,
        label: &'static str,
        choices: &'static [(&'static str, &'static str)],
    ) -> Self {
        Self::new(name, label, Kind::Choices(choices))
    }

    const fn number(name: &'static str, label: &'static str, min: f64, max: f64, initial: f64, fraction: bool) -> Self {
        let kind = Kind::Number {
            min,
            max,
            initial,
            fraction,
            auto: false,
        };
        Self::new(name, label, kind)
    }

    const fn new(name: &'static str, label: &'static str, kind: Kind) -> Self {
        Self {
            name,
            label,
            kind,
            when: &[],
            otherwise: "",
            link_up_to: None,
            apart_from_work: false,
            seed: false,
        }
    }

    /// A number, or `auto`, which finds the best by itself.
    #[must_use]
    pub const fn or_auto(mut self) -> Self {
        if let Kind::Number { auto, .. } = &mut self.kind {
            *auto = true;
        }
        self
    }

    /// It says something only when all of this holds.
    #[must_use]
    pub const fn when(mut self, when: &'static [When]) -> Self {
        self.when = when;
        self
    }

    /// What a warning adds where it doesn't.
    #[must_use]
    pub const fn otherwise(mut self, words: &'static str) -> Self {
        self.otherwise = words;
        self
    }

    /// An address may start no run by itself in which it is more.
    #[must_use]
    pub const fn link_up_to(mut self, most: u32) -> Self {
        self.link_up_to = Some(most as f64);
        self
    }

    /// The same work is done whatever it is.
    #[must_use]
    pub const fn apart_from_work(mut self) -> Self {
        self.apart_from_work = true;
        self
    }

    /// It is what chance is drawn from.
    #[must_use]
    pub const fn seed(mut self) -> Self {
        self.seed = true;
        self
    }
}
