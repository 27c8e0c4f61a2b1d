//! The ground: the parameters of tasks and executors. The form, the address, its warnings and the documents derive from their
//! descriptions.

#[cfg(not(target_family = "wasm"))]
use serde::Serialize;

/// A parameter of a task or an executor.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(not(target_family = "wasm"), derive(Serialize), serde(rename_all = "camelCase"))]
pub struct Parameter {
    /// In the address, the records, and [`Settings`](crate::settings::Settings).
    pub name: &'static str,
    /// In the form.
    pub label: &'static str,
    /// Its values.
    #[cfg_attr(not(target_family = "wasm"), serde(flatten))]
    pub kind: Kind,
    /// Conditions, all of which must hold for it to apply.
    pub when: &'static [When],
    /// What a warning adds where it doesn't apply, about the value of the other parameter.
    pub otherwise: &'static str,
    /// The highest value with which an address starts a run by itself; above it, the page waits for a click.
    pub link_up_to: Option<f64>,
    /// How the time of a run grows with it.
    pub growth: Growth,
    /// It doesn't change the work: runs that differ in it are compared.
    pub apart_from_work: bool,
    /// It is a seed of random numbers: a retry of failed inputs uses the next one.
    pub seed: bool,
}

/// A parameter's values.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(not(target_family = "wasm"), derive(Serialize), serde(rename_all = "camelCase"))]
pub enum Kind {
    /// A number.
    Number {
        /// The lowest.
        min: f64,
        /// The highest.
        max: f64,
        /// The default.
        initial: f64,
        /// Whether it may have a fraction.
        fraction: bool,
        /// Whether it may be `auto`, which is its default then.
        auto: bool,
    },
    /// One of these, each with its label; the first is the default.
    Choices(&'static [(&'static str, &'static str)]),
}

/// How the time that something takes grows with a number.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(not(target_family = "wasm"), derive(Serialize), serde(rename_all = "camelCase"))]
pub enum Growth {
    /// It doesn't, or hardly.
    None,
    /// Twice the number takes twice as long.
    Proportional,
    /// One more takes this many times as long.
    Exponential(f64),
}

/// When a parameter applies.
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
        Self::real(name, label, min as f64, max as f64, initial as f64).without_fractions()
    }

    /// A number that may have a fraction.
    pub const fn real(name: &'static str, label: &'static str, min: f64, max: f64, initial: f64) -> Self {
        let kind = Kind::Number {
            min,
            max,
            initial,
            fraction: true,
            auto: false,
        };
        Self::new(name, label, kind)
    }

    /// One of several, each with its label.
    pub const fn choice(
        name: &'static str,
        label: &'static str,
        choices: &'static [(&'static str, &'static str)],
    ) -> Self {
        Self::new(name, label, Kind::Choices(choices))
    }

    const fn without_fractions(mut self) -> Self {
        if let Kind::Number { fraction, .. } = &mut self.kind {
            *fraction = false;
        }
        self
    }

    const fn new(name: &'static str, label: &'static str, kind: Kind) -> Self {
        Self {
            name,
            label,
            kind,
            when: &[],
            otherwise: "",
            link_up_to: None,
            growth: Growth::None,
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

    /// It applies only when all of this holds.
    #[must_use]
    pub const fn when(mut self, when: &'static [When]) -> Self {
        self.when = when;
        self
    }

    /// What a warning adds where it doesn't apply.
    #[must_use]
    pub const fn otherwise(mut self, words: &'static str) -> Self {
        self.otherwise = words;
        self
    }

    /// The highest value with which an address starts a run by itself.
    #[must_use]
    pub const fn link_up_to(mut self, most: u32) -> Self {
        self.link_up_to = Some(most as f64);
        self
    }

    /// How the time of a run grows with it.
    #[must_use]
    pub const fn growth(mut self, growth: Growth) -> Self {
        self.growth = growth;
        self
    }

    /// It doesn't change the work.
    #[must_use]
    pub const fn apart_from_work(mut self) -> Self {
        self.apart_from_work = true;
        self
    }

    /// It is a seed of random numbers.
    #[must_use]
    pub const fn seed(mut self) -> Self {
        self.seed = true;
        self
    }
}
