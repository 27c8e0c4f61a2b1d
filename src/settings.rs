//! The ground: the values of parameters, by name.

/// The values of a task's and its executor's parameters.
#[derive(Clone, Debug, Default)]
pub struct Settings(Vec<(String, Setting)>);

/// One value.
#[derive(Clone, Debug, PartialEq)]
pub enum Setting {
    /// Of a parameter that is a number.
    Number(f64),
    /// Of one that is a choice.
    Choice(String),
}

impl Settings {
    /// Adds a value under a new name.
    pub fn add(&mut self, name: String, setting: Setting) {
        self.0.push((name, setting));
    }

    /// What there is under a name.
    pub fn find(&self, name: &str) -> Option<&Setting> {
        self.0
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, setting)| setting)
    }

    /// A number.
    ///
    /// # Panics
    ///
    /// If no parameter of that name is described, or it isn't a number.
    #[cfg_attr(not(target_family = "wasm"), track_caller)]
    pub fn number(&self, name: &str) -> f64 {
        match self.find(name) {
            Some(Setting::Number(number)) => *number,
            _ => unknown(name),
        }
    }

    /// A whole number that isn't negative.
    ///
    /// # Panics
    ///
    /// As [`number`](Self::number).
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the page keeps to the range"
    )]
    #[cfg_attr(not(target_family = "wasm"), track_caller)]
    pub fn count(&self, name: &str) -> u32 {
        self.number(name) as u32
    }

    /// A whole number that isn't negative, or `None` for `auto`.
    ///
    /// # Panics
    ///
    /// As [`number`](Self::number).
    #[cfg_attr(not(target_family = "wasm"), track_caller)]
    pub fn count_unless_auto(&self, name: &str) -> Option<u32> {
        (!self.is(name, "auto")).then(|| self.count(name))
    }

    /// A choice, or what the worker's entry adds: `folder`, the address of the pictures that ship with the page.
    ///
    /// # Panics
    ///
    /// If there is none of that name.
    #[cfg_attr(not(target_family = "wasm"), track_caller)]
    pub fn text(&self, name: &str) -> &str {
        match self.find(name) {
            Some(Setting::Choice(chosen)) => chosen,
            _ => unknown(name),
        }
    }

    /// Whether this was chosen. Parameters that don't apply are not among the settings.
    pub fn is(&self, name: &str, choice: &str) -> bool {
        matches!(self.find(name), Some(Setting::Choice(chosen)) if chosen == choice)
    }
}

/// The build reads these words to say what to add.
#[cfg_attr(not(target_family = "wasm"), track_caller)]
fn unknown(name: &str) -> ! {
    panic!("no parameter {name} of this kind is described, or it does not apply")
}

impl FromIterator<(String, Setting)> for Settings {
    fn from_iter<I: IntoIterator<Item = (String, Setting)>>(settings: I) -> Self {
        Self(settings.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::{Setting, Settings};

    fn settings() -> Settings {
        let number = ("width".to_owned(), Setting::Number(200.0));
        let choice = ("source".to_owned(), Setting::Choice("picsum".into()));
        [number, choice].into_iter().collect()
    }

    #[test]
    fn values_are_found_by_name() {
        assert_eq!(settings().count("width"), 200);
        assert!(settings().is("source", "picsum") && !settings().is("source", "simulated"));
    }

    #[test]
    #[should_panic(expected = "no parameter height of this kind is described")]
    fn a_name_that_is_not_described_is_named() {
        let _ = settings().number("height");
    }
}
