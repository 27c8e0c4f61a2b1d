//! All that is said of tasks and executors, for those who show it: the build makes the page's form, its types and its words of it.
//! Never part of the module.

use crate::executor::{self, Executor};
use crate::limits::{LONG_REPEAT_MS, MOST_WORKERS, SHOW_EVERY_MS, WARM_UP_MS, WARM_UP_PASSES};
use crate::parameter::{Kind, Parameter, When};
use crate::settings::{Setting, Settings};
use crate::task::fib::SHORT_INPUT;
use crate::task::{self, Description, Gallery, Gives, Make, Rescue};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// What the page itself sets, beside tasks and executors, in addresses and in jobs.
const TAKEN: [&str; 7] = ["task", "executor", "workers", "repeats", "run", "inputs", "folder"];

/// What the page's JavaScript shares with Rust, by its name there. Each is a constant of its own: minifiers write its value where
/// it is used.
pub const LIMITS: [(&str, u32); 6] = [
    ("LONG_REPEAT_MS", LONG_REPEAT_MS),
    ("SHOW_EVERY_MS", SHOW_EVERY_MS),
    ("WARM_UP_MS", WARM_UP_MS),
    ("WARM_UP_PASSES", WARM_UP_PASSES),
    ("WARM_UP_NUMBER", SHORT_INPUT),
    ("MOST_WORKERS", MOST_WORKERS),
];

/// Every task and every executor, as JSON.
///
/// # Errors
///
/// A line for each thing that is wrong with a description, which says what to mend.
pub fn json() -> Result<(Value, Value), Vec<String>> {
    let problems = problems(task::ALL, executor::ALL);
    if problems.is_empty() {
        let tasks = task::ALL.iter().map(|task| {
            let mut described = json!(task);
            described["splits"] = json!(matches!(task.make, Make::Split(_)));
            described["halves"] = json!(halves(task));
            described
        });
        Ok((tasks.collect(), json!(executor::ALL)))
    } else {
        Err(problems)
    }
}

/// Each input that can be split, with its halves, as the task does it with its parameters' initial values. From that follows
/// what fork-join would do on any machine. `None` for a task that can't be split, or has too many inputs to list.
fn halves(task: &Description) -> Option<Vec<(u32, u32, u32)>> {
    /// A page doesn't carry a longer list.
    const MOST_INPUTS: f64 = 200.0;
    let initial = |parameter: &Parameter| match parameter.kind {
        Kind::Number { initial, .. } => Setting::Number(initial),
        Kind::Choices(choices) => Setting::Choice(choices[0].0.to_owned()),
    };
    let settings: Settings = task
        .parameters
        .iter()
        .map(|parameter| (parameter.name.to_owned(), initial(parameter)))
        .collect();
    let count = task
        .parameters
        .iter()
        .find(|parameter| parameter.name == task.inputs.count)?;
    let Kind::Number { max, .. } = count.kind else {
        return None;
    };
    if max > MOST_INPUTS {
        return None;
    }
    let Make::Split(make) = task.make else { return None };
    let split = make(&settings);
    let first = task.inputs.first;
    let inputs = (first..).take_while(|input| f64::from(input - first) < max);
    Some(
        inputs
            .filter_map(|input| split.split(input).map(|(left, right)| (input, left, right)))
            .collect(),
    )
}

fn problems(tasks: &[Description], executors: &[Executor]) -> Vec<String> {
    let mut problems = Vec::new();
    // The page compares with a loop in plain JavaScript under that name.
    let mut names = BTreeSet::from(["javascript"]);
    let mut of_executors = BTreeSet::new();
    for executor in executors {
        let mut check = Check::new(format!("executor {:?}", executor.name), executor.parameters, executors);
        check.name(executor.name, &mut names);
        for parameter in executor.parameters {
            check.parameter(parameter);
            check.that(
                parameter.link_up_to.is_none(),
                "only parameters of tasks keep links from starting",
            );
            check.that(
                of_executors.insert(parameter.name),
                &format!("another executor has the parameter {:?}", parameter.name),
            );
        }
        problems.extend(check.problems);
    }
    names.clear();
    for task in tasks {
        let mut check = Check::new(format!("task {:?}", task.name), task.parameters, executors);
        check.name(task.name, &mut names);
        let mut seen = of_executors.clone();
        for parameter in task.parameters {
            check.parameter(parameter);
            check.that(
                seen.insert(parameter.name),
                &format!(
                    "there are two parameters {:?}, its own or an executor's; choose another name",
                    parameter.name
                ),
            );
        }
        check.task(task);
        problems.extend(check.problems);
    }
    problems
}

/// Looks at one description.
struct Check<'a> {
    about: String,
    parameters: &'a [Parameter],
    executors: &'a [Executor],
    problems: Vec<String>,
}

impl<'a> Check<'a> {
    fn new(about: String, parameters: &'a [Parameter], executors: &'a [Executor]) -> Self {
        Self {
            about,
            parameters,
            executors,
            problems: Vec::new(),
        }
    }

    fn that(&mut self, is_right: bool, problem: &str) {
        if !is_right {
            self.problems.push(format!("{}: {problem}", self.about));
        }
    }

    fn name<'b>(&mut self, name: &'b str, taken: &mut BTreeSet<&'b str>) {
        self.that(
            is_name(name) && taken.insert(name),
            "give it a name of its own, of small letters, digits and hyphens",
        );
    }

    fn find(&self, name: &str) -> Option<&'a Parameter> {
        self.parameters.iter().find(|parameter| parameter.name == name)
    }

    fn task(&mut self, task: &Description) {
        let whole = |parameter: Option<&Parameter>| match parameter.map(|parameter| parameter.kind) {
            Some(Kind::Number {
                fraction: false, min, ..
            }) => Some(min),
            _ => None,
        };
        let count = task.inputs.count;
        let counts = whole(self.find(count)).is_some_and(|min| min >= 1.0);
        self.that(
            counts,
            &format!("its inputs are counted by {count:?}, which is none of its parameters of whole numbers from 1"),
        );
        let name = task.inputs.name;
        self.that(
            name.contains("{}"),
            &format!("the name of an input, {name:?}, needs {{}} for the input"),
        );
        self.words(task.work);
        if let Gives::Pictures(Gallery { size, about, columns }) = task.gives {
            self.words(about);
            for name in [size.0, size.1].into_iter().chain(columns) {
                let is_known = whole(self.find(name)).is_some();
                self.that(
                    is_known,
                    &format!("its pictures are laid out by {name:?}, which is none of its parameters of whole numbers"),
                );
            }
        }
        if let Some(Rescue { when, set, .. }) = task.rescue {
            self.condition(when);
            self.condition(When::Is(set.0, set.1));
        }
        for (executor, _) in task.article {
            let is_known = self.executors.iter().any(|known| known.name == *executor);
            self.that(
                is_known,
                &format!("it has a figure of {executor:?}, which is no executor"),
            );
        }
    }

    /// Words with slots, each part with its conditions.
    fn words(&mut self, parts: &[(&str, &[When])]) {
        for (words, conditions) in parts {
            for slot in slots(words) {
                let names: Vec<_> = slot.split('|').collect();
                let is_known = self.find(names[0]).is_some() && [1, 3].contains(&names.len());
                self.that(
                    is_known,
                    &format!("{{{slot}}} is none of its parameters, alone or with words for one and for many"),
                );
            }
            for when in *conditions {
                self.condition(*when);
            }
        }
    }

    fn parameter(&mut self, parameter: &Parameter) {
        let name = parameter.name;
        self.that(
            is_name(name) && !TAKEN.contains(&name),
            &format!(
                "parameter {name:?} needs a name of small letters, digits and hyphens, other than those of the page's own"
            ),
        );
        let is_number = match parameter.kind {
            Kind::Number { min, max, initial, .. } => {
                self.that(
                    min <= initial && initial <= max,
                    &format!("parameter {name:?}: what it is if nothing else is said lies outside its range"),
                );
                true
            }
            Kind::Choices(choices) => {
                let values: BTreeSet<_> = choices.iter().map(|(value, _)| value).collect();
                let all_names = values.iter().all(|value| is_name(value));
                self.that(
                    !choices.is_empty() && values.len() == choices.len() && all_names,
                    &format!(
                        "parameter {name:?}: each choice needs a value of its own, of small letters, digits and hyphens"
                    ),
                );
                false
            }
        };
        self.that(
            is_number || !(parameter.seed || parameter.link_up_to.is_some()),
            &format!("parameter {name:?}: a choice is no seed, and bounds no link"),
        );
        // An address is read in the order in which parameters are described.
        let known = self.parameters.iter().take_while(|other| other.name != name);
        let mut earlier = Check::new(
            format!("{}, parameter {name:?}", self.about),
            &self.parameters[..known.count()],
            self.executors,
        );
        for when in parameter.when {
            earlier.condition(*when);
        }
        self.problems.extend(earlier.problems);
    }

    fn condition(&mut self, when: When) {
        let (When::Is(name, value) | When::Not(name, value)) = when else {
            return;
        };
        let can_be = match self.find(name).map(|parameter| parameter.kind) {
            Some(Kind::Choices(choices)) => choices.iter().any(|(choice, _)| *choice == value),
            Some(Kind::Number { .. }) => true,
            None => name == "executor" && self.executors.iter().any(|executor| executor.name == value),
        };
        self.that(
            can_be,
            &format!("{name}={value}, on which something depends, can't be: name an earlier parameter and a value that it has"),
        );
    }
}

/// As it can stand in an address, and name an attribute.
fn is_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name
            .bytes()
            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

/// What stands in braces in words such as `{count|picture|pictures} of {width}`.
fn slots(words: &str) -> impl Iterator<Item = &str> {
    let rests = words.split('{').skip(1);
    rests.map(|rest| rest.split('}').next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::problems;
    use crate::executor;
    use crate::parameter::{Parameter, When};
    use crate::task::fib::TASK;
    use crate::task::{self, Description, Gallery, Gives, Inputs};

    fn problem_of(task: &Description) -> String {
        let mut problems = problems(&[*task], executor::ALL);
        assert_eq!(problems.len(), 1, "{problems:?}");
        problems.remove(0)
    }

    #[test]
    fn each_input_that_splits_is_listed_with_its_halves() {
        let [fib, ..] = crate::task::ALL else { panic!("no task") };
        let halves = super::halves(fib).expect("it splits");
        assert_eq!(halves.first(), Some(&(3, 2, 1)));
        assert_eq!(halves.last(), Some(&(50, 49, 48)));
        assert!(super::halves(&crate::task::ALL[1]).is_none());
    }

    #[test]
    fn nothing_is_wrong_with_the_projects_own() {
        assert_eq!(problems(task::ALL, executor::ALL), [""; 0]);
    }

    #[test]
    fn two_tasks_of_one_name_are_named() {
        let problems = problems(&[TASK, TASK], executor::ALL);
        assert!(problems[0].contains("give it a name of its own"), "{problems:?}");
    }

    #[test]
    fn an_initial_value_out_of_range_is_named() {
        const PARAMETERS: &[Parameter] = &[Parameter::whole("n", "n", 1, 5, 6)];
        let parameters = PARAMETERS;
        let problem = problem_of(&Description { parameters, ..TASK });
        assert!(problem.contains(r#""n""#) && problem.contains("range"), "{problem}");
    }

    #[test]
    fn inputs_that_nothing_counts_are_named() {
        let inputs = Inputs {
            count: "m",
            ..TASK.inputs
        };
        let problem = problem_of(&Description { inputs, ..TASK });
        assert!(problem.contains(r#""m""#), "{problem}");
    }

    #[test]
    fn words_with_a_slot_that_nothing_fills_are_named() {
        let work = &[("primes below {limit}", &[] as &[When])];
        let problem = problem_of(&Description { work, ..TASK });
        assert!(problem.contains("{limit}"), "{problem}");
    }

    #[test]
    fn a_condition_that_can_not_be_is_named() {
        const N: Parameter = Parameter::whole("n", "n", 1, 5, 5);
        const OF_NOBODY: Parameter = Parameter::whole("m", "m", 1, 5, 5).when(&[When::Is("executor", "nobody")]);
        let parameters = &[N, OF_NOBODY];
        let problem = problem_of(&Description { parameters, ..TASK });
        assert!(problem.contains("executor=nobody"), "{problem}");
    }

    #[test]
    fn a_name_of_the_pages_own_is_refused() {
        const N: Parameter = Parameter::whole("n", "n", 1, 5, 5);
        const WORKERS: Parameter = Parameter::whole("workers", "w", 1, 5, 5);
        let parameters = &[N, WORKERS];
        let problem = problem_of(&Description { parameters, ..TASK });
        assert!(problem.contains("workers"), "{problem}");
    }

    #[test]
    fn a_parameter_that_depends_on_a_later_one_is_named() {
        const N: Parameter = Parameter::whole("n", "n", 1, 5, 5);
        const EARLY: Parameter = Parameter::whole("m", "m", 1, 5, 5).when(&[When::Is("n", "3")]);
        let parameters = &[EARLY, N];
        let problem = problem_of(&Description { parameters, ..TASK });
        assert!(problem.contains(r#""m""#) && problem.contains("earlier"), "{problem}");
    }

    #[test]
    fn words_under_a_condition_that_can_not_be_are_named() {
        const NEVER: &[When] = &[When::Is("sourse", "picsum")];
        let work = &[("all of it", NEVER)];
        let problem = problem_of(&Description { work, ..TASK });
        assert!(problem.contains("sourse=picsum"), "{problem}");
    }

    #[test]
    fn pictures_without_a_size_are_named() {
        let gives = Gives::Pictures(Gallery {
            size: ("n", "height"),
            about: &[],
            columns: None,
        });
        let problem = problem_of(&Description { gives, ..TASK });
        assert!(problem.contains(r#""height""#), "{problem}");
    }
}
