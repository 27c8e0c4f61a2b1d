//! All there is to say of a task. What the page shows and asks derives from it.

use super::{Split, Task};
use crate::parameter::{Parameter, When};
use crate::settings::Settings;
#[cfg(not(target_family = "wasm"))]
use serde::Serialize;
use std::sync::Arc;

/// All there is to say of a task.
///
/// In `work` and in what is said of a gallery, `{name}` stands for the value of a parameter, and `{name|one|many}` for it with
/// the word that fits the number; in the name of an input `{}` stands for the input.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(not(target_family = "wasm"), derive(Serialize), serde(rename_all = "camelCase"))]
pub struct Description {
    /// In the address and the records.
    pub name: &'static str,
    /// In the form.
    pub label: &'static str,
    /// What takes the time.
    pub kind: Kind,
    /// What can be set.
    pub parameters: &'static [Parameter],
    /// About how long a loop takes with the defaults, in milliseconds, on a slow machine. With the parameters' growth, it keeps links
    /// from starting what takes too long.
    pub loop_ms: f64,
    /// Which inputs there are.
    pub inputs: Inputs,
    /// What comes out.
    pub gives: Gives,
    /// The work in words: each part that applies, one after the other.
    pub work: &'static [(&'static str, &'static [When])],
    /// How to ask for more of it, where it is over too soon to be timed.
    pub more: &'static str,
    /// How many workers if nothing else is said; the cores where it is `None`.
    pub workers: Option<u32>,
    /// What its results come to together.
    pub total: Total,
    /// Figures of the article, if it had this task.
    pub article: Option<Article>,
    /// How many times as fast it can get at most with one worker for each input, and why, if that is less than the workers.
    pub ceiling: Option<(f64, &'static str)>,
    /// What the page explains by it as the example, while it is set up.
    pub notes: &'static [Note],
    /// What to offer where nothing succeeded.
    pub rescue: Option<Rescue>,
    /// Makes it, from its parameters.
    #[cfg_attr(not(target_family = "wasm"), serde(skip))]
    pub make: Make,
}

/// What takes a task's time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_family = "wasm"), derive(Serialize), serde(rename_all = "camelCase"))]
pub enum Kind {
    /// It computes, about as long for each input.
    Computes,
    /// It computes, the longer the [bigger](Task::size) the input.
    ComputesLonger,
    /// It waits.
    Waits,
}

/// The inputs of a task: whole numbers in a row.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(not(target_family = "wasm"), derive(Serialize), serde(rename_all = "camelCase"))]
pub struct Inputs {
    /// The first.
    pub first: u32,
    /// The parameter that says how many there are.
    pub count: &'static str,
    /// What one is called, with `{}` for it.
    pub name: &'static str,
}

/// What comes out of a task.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(not(target_family = "wasm"), derive(Serialize), serde(rename_all = "camelCase"))]
pub enum Gives {
    /// Numbers.
    Numbers,
    /// Pictures, which are shown side by side.
    Pictures(Gallery),
}

/// What results come to together: said in the log, the table and what is saved. In the words, `{}` stands for the number.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(not(target_family = "wasm"), derive(Serialize), serde(rename_all = "camelCase"))]
pub enum Total {
    /// Nothing.
    None,
    /// The sum of its numbers.
    Sum(&'static str),
    /// How many results there are.
    Count(&'static str),
    /// [What its inputs left in what they share](Task::shared_total). It should be the sum of their numbers: what is lacking got lost.
    Shared(&'static str),
}

/// Figures of the article.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(not(target_family = "wasm"), derive(Serialize), serde(rename_all = "camelCase"))]
pub struct Article {
    /// The work that was done there.
    pub of: &'static str,
    /// Seconds by executor.
    pub seconds: &'static [(&'static str, f64)],
}

/// A heading with a paragraph.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(not(target_family = "wasm"), derive(Serialize), serde(rename_all = "camelCase"))]
pub struct Note {
    /// Where it stands.
    pub place: Place,
    /// The heading.
    pub title: &'static str,
    /// The paragraph.
    pub text: &'static str,
}

/// Where on the page a note stands.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(not(target_family = "wasm"), derive(Serialize), serde(rename_all = "camelCase"))]
pub enum Place {
    /// Beside the table of times.
    Times,
    /// Beside the chart of the speed-up.
    SpeedUp,
}

/// How pictures are shown.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(not(target_family = "wasm"), derive(Serialize), serde(rename_all = "camelCase"))]
pub struct Gallery {
    /// The parameters with their width and height in pixels.
    pub size: (&'static str, &'static str),
    /// What they are: each part that applies, one after the other.
    pub about: &'static [(&'static str, &'static [When])],
    /// Where they are the parts of one picture: the parameter with the number of them in a row.
    pub columns: Option<&'static str>,
}

/// A way on where nothing succeeded.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(not(target_family = "wasm"), derive(Serialize), serde(rename_all = "camelCase"))]
pub struct Rescue {
    /// When there is one.
    pub when: When,
    /// What went wrong.
    pub problem: &'static str,
    /// What is offered.
    pub offer: &'static str,
    /// The parameter that is set for that, and what to.
    pub set: (&'static str, &'static str),
    /// The file of the page's own that all of it hangs on once that is set, if there is one.
    pub file: Option<&'static str>,
}

/// Makes a task, from its parameters.
#[derive(Clone, Copy, Debug)]
pub enum Make {
    /// One whose inputs are done as a whole.
    Whole(fn(&Settings) -> Arc<dyn Task>),
    /// One whose inputs can be split: fork-join can do it, too.
    Split(fn(&Settings) -> Arc<dyn Split>),
}
