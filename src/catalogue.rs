//! The descriptions of tasks and executors, from which the build makes the page's form, types and texts. Never part of the wasm
//! module.

mod making;

use crate::executor::{self, Executor};
use crate::limits::{LONG_REPEAT_MS, MOST_WORKERS, SHOW_EVERY_MS, WARM_UP_MS, WARM_UP_PASSES};
use crate::parameter::{Kind, Parameter, When};
use crate::task::fib::SHORT_INPUT;
use crate::task::{self, Article, Description, Gallery, Gives, Make, Note, Rescue, Total};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Names that the page itself uses in addresses and in jobs.
const TAKEN: [&str; 9] = [
    "task", "executor", "workers", "repeats", "run", "embed", "lang", "inputs", "folder",
];

/// Limits that the page's JavaScript shares with Rust, by their names there. Each is a separate constant, so that minifiers can inline
/// it.
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
/// A line for each mistake in a description, which says how to fix it.
pub fn json() -> Result<(Value, Value), Vec<String>> {
    let problems = problems(task::ALL, executor::ALL);
    if problems.is_empty() {
        let tasks = task::ALL.iter().map(|task| {
            let mut described = json!(task);
            described["extends"] = json!(making::extends(task));
            described["splits"] = json!(matches!(task.make, Make::Split(_)));
            described
        });
        Ok((tasks.collect(), json!(executor::ALL)))
    } else {
        Err(problems)
    }
}

fn problems(tasks: &[Description], executors: &[Executor]) -> Vec<String> {
    let mut problems = Vec::new();
    // The name of the page's loop in plain JavaScript.
    let mut names = BTreeSet::from(["javascript"]);
    let mut of_executors = BTreeSet::new();
    for executor in executors {
        let mut check = Check::new(format!("executor {}", executor.name), executor.parameters, executors);
        check.name(executor.name, &mut names);
        for parameter in executor.parameters {
            check.parameter(parameter);
            check.that(
                parameter.link_up_to.is_none(),
                "link_up_to has no effect on an executor's parameter: remove it",
            );
            check.that(
                of_executors.insert(parameter.name),
                &format!(
                    "another executor has a parameter {:?}: choose another name",
                    parameter.name
                ),
            );
        }
        problems.extend(check.problems);
    }
    names.clear();
    for task in tasks {
        let mut check = Check::new(task.name.to_owned(), task.parameters, executors);
        check.name(task.name, &mut names);
        let mut seen = BTreeSet::new();
        for parameter in task.parameters {
            check.parameter(parameter);
            let name = parameter.name;
            check.that(
                !of_executors.contains(name),
                &format!("an executor has a parameter {name:?}: choose another name"),
            );
            check.that(
                of_executors.contains(name) || seen.insert(name),
                &format!("two of its parameters are called {name:?}: choose another name for one"),
            );
        }
        check.task(task);
        // A task with a wrong description can't be made.
        if check.problems.is_empty() {
            check.problems.extend(making::problem(task));
        }
        problems.extend(check.problems);
    }
    problems
}

/// The rule for names.
const NAMES: &str = "use lower-case letters, digits and hyphens, and start with a letter";

/// Checks one description.
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
        self.that(is_name(name), &format!("{name:?} is not a valid name: {NAMES}"));
        self.that(
            taken.insert(name),
            &format!("the name {name:?} is taken: choose another"),
        );
    }

    fn find(&self, name: &str) -> Option<&'a Parameter> {
        self.parameters.iter().find(|parameter| parameter.name == name)
    }

    /// Texts for people must not be empty.
    fn says(&mut self, what: &str, words: &str) {
        self.that(
            !words.trim().is_empty(),
            &format!("{what} is empty: write the text that the page shows"),
        );
    }

    fn task(&mut self, task: &Description) {
        self.says("its label", task.label);
        self.says("`more`", task.more);
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
            &format!("the number of inputs is {count:?}, but the task has no whole-number parameter of that name with a minimum of 1 or more: add one"),
        );
        let name = task.inputs.name;
        self.that(
            name.contains("{}"),
            &format!("the name of an input, {name:?}, has no {{}}: add it where the input's number goes"),
        );
        self.words(task.work);
        if let Gives::Pictures(Gallery { size, about, columns }) = task.gives {
            self.words(about);
            for name in [size.0, size.1].into_iter().chain(columns) {
                let is_known = whole(self.find(name)).is_some();
                self.that(
                    is_known,
                    &format!(
                        "its gallery uses {name:?}, but the task has no whole-number parameter of that name: add one"
                    ),
                );
            }
        }
        if let Some(Rescue { when, set, .. }) = task.rescue {
            self.condition(when);
            self.condition(When::Is(set.0, set.1));
        }
        for Note { title, text, .. } in task.notes {
            self.says("the title of a note", title);
            self.says("the text of a note", text);
        }
        if let Total::Sum(words) | Total::Count(words) | Total::Shared(words) = task.total {
            self.that(
                words.contains("{}"),
                &format!("the text of its total, {words:?}, has no {{}}: add it where the number goes"),
            );
        }
        self.that(
            !(matches!(task.total, Total::Sum(_) | Total::Shared(_)) && matches!(task.gives, Gives::Pictures(_))),
            "its results are pictures, which have no sum: use Total::Count or Total::None",
        );
        for (executor, _) in task.article.map_or(&[][..], |Article { seconds, .. }| seconds) {
            let is_known = self.executors.iter().any(|known| known.name == *executor);
            self.that(
                is_known,
                &format!("the article has a time for {executor:?}, but there is no such executor: remove it or correct the name"),
            );
        }
    }

    /// Texts with slots, each with its conditions.
    fn words(&mut self, parts: &[(&str, &[When])]) {
        for (words, conditions) in parts {
            for slot in slots(words) {
                let names: Vec<_> = slot.split('|').collect();
                let is_known = self.find(names[0]).is_some() && [1, 3].contains(&names.len());
                self.that(
                    is_known,
                    &format!("{{{slot}}} names no parameter of the task: write {{name}} or {{name|one|many}}"),
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
            is_name(name),
            &format!("{name:?} is not a valid name for a parameter: {NAMES}"),
        );
        self.that(
            !TAKEN.contains(&name),
            &format!("the page has a parameter {name:?}: choose another name"),
        );
        self.says(&format!("the label of {name:?}"), parameter.label);
        let is_number = match parameter.kind {
            Kind::Number { min, max, initial, .. } => {
                self.that(
                    min <= max,
                    &format!("{name:?} has the minimum {min} and the maximum {max}: swap them"),
                );
                self.that(
                    min > max || (min <= initial && initial <= max),
                    &format!("the default of {name:?} is {initial}, outside {min}..={max}"),
                );
                true
            }
            Kind::Choices(choices) => {
                let values: BTreeSet<_> = choices.iter().map(|(value, _)| value).collect();
                let all_names = values.iter().all(|value| is_name(value));
                self.that(
                    !choices.is_empty() && values.len() == choices.len() && all_names,
                    &format!("the choices of {name:?} need a different value each, and at least one: {NAMES}"),
                );
                for (value, label) in choices {
                    self.says(&format!("the label of {name}={value}"), label);
                }
                false
            }
        };
        self.that(
            is_number || !(parameter.seed || parameter.link_up_to.is_some()),
            &format!("{name:?} is a choice, and only numbers can have seed or link_up_to: remove them"),
        );
        // Addresses are read in the order of the parameters.
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
            &format!("the condition {name}={value} can never hold: name an earlier parameter and one of its values"),
        );
    }
}

/// Whether a name is valid in addresses and as an attribute.
fn is_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name
            .bytes()
            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

/// The contents of the braces in texts such as `{count|picture|pictures} of {width}`.
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
    fn nothing_is_wrong_with_the_projects_own() {
        assert_eq!(problems(task::ALL, executor::ALL), [""; 0]);
    }

    #[test]
    fn each_mistake_has_a_sentence_with_the_values() {
        const N: Parameter = Parameter::whole("n", "Rows, n", 4, 14, 11);
        const SAID: &[(&[Parameter], &str)] = &[
            (
                &[Parameter::whole("n", "Rows, n", 4, 14, 44)],
                r#"the default of "n" is 44, outside 4..=14"#,
            ),
            (
                &[Parameter::whole("n", "Rows, n", 14, 4, 11)],
                r#""n" has the minimum 14 and the maximum 4: swap them"#,
            ),
            (
                &[Parameter::whole("n", " ", 4, 14, 11)],
                r#"the label of "n" is empty: write the text that the page shows"#,
            ),
            (
                &[N, N],
                r#"two of its parameters are called "n": choose another name for one"#,
            ),
            (
                &[N, Parameter::whole("cutoff", "c", 1, 2, 1)],
                r#"an executor has a parameter "cutoff": choose another name"#,
            ),
            (
                &[N, Parameter::whole("workers", "w", 1, 2, 1)],
                r#"the page has a parameter "workers": choose another name"#,
            ),
            (
                &[N, Parameter::choice("by", "By", &[("rows", "")])],
                "the label of by=rows is empty: write the text that the page shows",
            ),
        ];
        for (parameters, said) in SAID {
            assert_eq!(problem_of(&Description { parameters, ..TASK }), format!("fib: {said}"));
        }
    }

    #[test]
    fn two_tasks_of_one_name_are_named() {
        let problems = problems(&[TASK, TASK], executor::ALL);
        assert_eq!(problems, [r#"fib: the name "fib" is taken: choose another"#]);
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
