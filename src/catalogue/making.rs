//! Makes each task with its defaults and with its parameters at their bounds, lists its inputs and splits them, but computes nothing: a
//! mistake that would break every run fails the build.

use crate::parameter::{Kind, Parameter, When};
use crate::settings::{Setting, Settings};
use crate::task::{self, Description, Made};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::panic::{self, AssertUnwindSafe};
use std::sync::{Mutex, PoisonError};

/// The most inputs and parts to check with each settings.
const MOST_PARTS: usize = 2000;

/// The first mistake found, if any.
pub fn problem(task: &Description) -> Option<String> {
    variants(task)
        .into_iter()
        .find_map(|(about, settings)| try_out(task, &settings, &about).err())
}

/// Whether inputs stay the same however many there are. Then the model knows how further ones would be split.
pub fn extends(task: &Description) -> bool {
    let count = task
        .parameters
        .iter()
        .find(|parameter| parameter.name == task.inputs.count);
    let Some(Kind::Number { min, max, initial, .. }) = count.map(|parameter| parameter.kind) else {
        return false;
    };
    let with = |count| settings(task, Some(&(task.inputs.count, Setting::Number(count))));
    let most = task.make.call(&with(max));
    [min, initial].into_iter().all(|count| {
        let made = task.make.call(&with(count));
        let mut inputs = (task.inputs.first..).take_while(|input| f64::from(input - task.inputs.first) < count);
        inputs.all(|input| {
            let split = |made: &Made| made.split.as_ref().and_then(|split| split.split(input));
            made.task.size(input) == most.task.size(input) && split(&made) == split(&most)
        })
    })
}

/// The defaults, and the defaults with one parameter at one of its bounds, each with a description.
fn variants(task: &Description) -> Vec<(String, Settings)> {
    let at_bounds = task.parameters.iter().flat_map(|parameter| {
        let values = match parameter.kind {
            Kind::Number { min, max, .. } => vec![Setting::Number(min), Setting::Number(max)],
            Kind::Choices(choices) => choices
                .iter()
                .map(|(name, _)| Setting::Choice((*name).into()))
                .collect(),
        };
        values.into_iter().map(move |value| {
            let about = match &value {
                Setting::Number(number) => format!("{}={number}", parameter.name),
                Setting::Choice(choice) => format!("{}={choice}", parameter.name),
            };
            (about, settings(task, Some(&(parameter.name, value))))
        })
    });
    std::iter::once(("its defaults".into(), settings(task, None)))
        .chain(at_bounds)
        .collect()
}

/// The parameters that apply with those before them.
fn settings(task: &Description, changed: Option<&(&str, Setting)>) -> Settings {
    // The worker's entry adds this to every job.
    let mut settings = Settings::from_iter([("folder".to_owned(), Setting::Choice("pictures/".into()))]);
    for parameter in task.parameters {
        if parameter.when.iter().all(|when| holds(*when, task, &settings)) {
            let value = match changed {
                Some((name, value)) if *name == parameter.name => value.clone(),
                _ => initial(parameter),
            };
            settings.add(parameter.name.into(), value);
        }
    }
    settings
}

fn initial(parameter: &Parameter) -> Setting {
    match parameter.kind {
        Kind::Number { auto: true, .. } => Setting::Choice("auto".into()),
        Kind::Number { initial, .. } => Setting::Number(initial),
        Kind::Choices(choices) => Setting::Choice(choices[0].0.to_owned()),
    }
}

/// Whether a condition holds with these settings, under the loop.
fn holds(when: When, task: &Description, settings: &Settings) -> bool {
    let has = |name, wanted: &str| match settings.find(name) {
        Some(Setting::Number(number)) => number.to_string() == wanted,
        Some(Setting::Choice(choice)) => choice == wanted,
        None => name == "executor" && wanted == "loop",
    };
    match when {
        When::Is(name, value) => has(name, value),
        When::Not(name, value) => !has(name, value),
        When::Computes => task.kind != task::Kind::Waits,
        When::Grows => task.kind == task::Kind::ComputesLonger,
    }
}

/// Makes the task, lists its inputs, asks for their sizes, and splits them.
fn try_out(task: &Description, settings: &Settings, about: &str) -> Result<(), String> {
    let name = task.name;
    let doing = RefCell::new("making it".to_owned());
    let tried = catch(|| walk(task, settings, &doing));
    tried.unwrap_or_else(|Panic { place, words }| {
        let asked = words
            .strip_prefix("no parameter ")
            .and_then(|rest| rest.split(' ').next());
        Err(asked.map_or_else(
            || format!("{} panics at {place}: {words}", doing.borrow()),
            |asked| {
                format!(
                    "{place} asks for {asked:?}, but no parameter of that name and kind applies here: add one to its parameters, such as Parameter::whole({asked:?}, \"its label\", 1, 10, 5)"
                )
            },
        ))
    })
    .map_err(|problem| format!("{name}, with {about}: {problem}"))
}

fn walk(task: &Description, settings: &Settings, doing: &RefCell<String>) -> Result<(), String> {
    let made = task.make.call(settings);
    let (first, count) = (task.inputs.first, settings.count(task.inputs.count));
    let last = first.checked_add(count - 1).ok_or_else(|| {
        format!(
            "its last input would be {first} + {count} - 1, which is more than {}: lower the count or the first input",
            u32::MAX
        )
    })?;
    let size = |input| {
        doing.replace(format!("size({input})"));
        made.task.size(input)
    };
    let mut known = BTreeSet::new();
    let mut parts: Vec<u32> = (first..=last).take(MOST_PARTS).collect();
    while let Some(part) = parts.pop() {
        if known.len() == MOST_PARTS || !known.insert(part) {
            continue;
        }
        let own = size(part);
        let Some(split) = &made.split else { continue };
        doing.replace(format!("split({part})"));
        let Some((left, right)) = split.split(part) else {
            continue;
        };
        let (left_size, right_size) = (size(left), size(right));
        if left_size >= own || right_size >= own {
            return Err(format!(
                "split({part}) gives {left} and {right} with the sizes {left_size} and {right_size}, but both must be smaller than {own}, the size of {part}: split further, or implement size(input)"
            ));
        }
        parts.extend([left, right]);
    }
    Ok(())
}

/// Where something panicked, and its message.
struct Panic {
    place: String,
    words: String,
}

/// Catches a panic of `work` without printing it, because the build reports it.
fn catch<T>(work: impl FnOnce() -> T) -> Result<T, Panic> {
    thread_local! {
        static PLACE: RefCell<String> = const { RefCell::new(String::new()) };
    }
    /// The hook is the process's.
    static HOOK: Mutex<()> = Mutex::new(());
    let held = HOOK.lock().unwrap_or_else(PoisonError::into_inner);
    let usual = panic::take_hook();
    panic::set_hook(Box::new(|info| {
        let place = info
            .location()
            .map(|place| format!("{}:{}", place.file(), place.line()));
        PLACE.set(place.unwrap_or_default());
    }));
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    panic::set_hook(usual);
    drop(held);
    done.map_err(|cause| Panic {
        place: PLACE.take(),
        words: match cause.downcast::<String>() {
            Ok(words) => *words,
            Err(cause) => (*cause.downcast::<&str>().unwrap_or_default()).to_owned(),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::problem;
    use crate::settings::Settings;
    use crate::task::fib::TASK;
    use crate::task::{Compute, Description, Make, Split};
    use crate::value::{Outcome, Value};
    use std::sync::Arc;

    /// Rows of a board that has fifty.
    struct Rows {
        is_sized: bool,
    }

    impl Compute for Rows {
        fn compute(&self, _: u32) -> Outcome {
            panic!("the build computes nothing")
        }

        fn size(&self, input: u32) -> u32 {
            if self.is_sized { 10_000 - input } else { 8 }
        }
    }

    impl Split for Rows {
        fn split(&self, input: u32) -> Option<(u32, u32)> {
            assert!(input < 50, "there is no row {input}");
            Some((input + 1, input + 2))
        }

        fn combine(&self, left: Value, _: Value) -> Value {
            left
        }
    }

    fn problem_of(make: Make) -> String {
        problem(&Description { make, ..TASK }).expect("there is one")
    }

    #[test]
    fn a_parameter_that_is_asked_for_and_not_described_is_named_with_what_to_add() {
        let make = |settings: &Settings| {
            let _ = settings.count("m");
            Arc::new(Rows { is_sized: true }) as Arc<dyn Split>
        };
        let problem = problem_of(Make::Split(make));
        assert!(
            problem.starts_with("fib, with its defaults: src/catalogue/making.rs:"),
            "{problem}"
        );
        assert!(
            problem.contains(r#" asks for "m""#) && problem.contains(r#"Parameter::whole("m","#),
            "{problem}"
        );
    }

    #[test]
    fn a_split_that_panics_is_named_with_its_task_and_its_input() {
        let problem = problem_of(Make::Split(|_| Arc::new(Rows { is_sized: true })));
        assert!(
            problem.starts_with("fib, with its defaults: split(51) panics at src/"),
            "{problem}"
        );
        assert!(problem.ends_with("there is no row 51"), "{problem}");
    }

    #[test]
    fn halves_as_big_as_the_whole_are_named_with_their_sizes() {
        let problem = problem_of(Make::Split(|_| Arc::new(Rows { is_sized: false })));
        assert!(
            problem.contains("split(35) gives 36 and 37 with the sizes 8 and 8"),
            "{problem}"
        );
    }
}
