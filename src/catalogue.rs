//! All that is said of tasks and executors, for those who show it: the build makes the page's form, its types and its words of it.
//! Never part of the module.

mod making;

use crate::executor::{self, Executor};
use crate::limits::{LONG_REPEAT_MS, MOST_WORKERS, SHOW_EVERY_MS, WARM_UP_MS, WARM_UP_PASSES};
use crate::parameter::{Kind, Parameter, When};
use crate::task::fib::SHORT_INPUT;
use crate::task::{self, Article, Description, Gallery, Gives, Make, Note, Rescue, Total};
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
    // The page compares with a loop in plain JavaScript under that name.
    let mut names = BTreeSet::from(["javascript"]);
    let mut of_executors = BTreeSet::new();
    for executor in executors {
        let mut check = Check::new(format!("executor {}", executor.name), executor.parameters, executors);
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
        // With what can't be described nothing can be made.
        if check.problems.is_empty() {
            check.problems.extend(making::problem(task));
        }
        problems.extend(check.problems);
    }
    problems
}

/// What a name is made of.
const NAMES: &str = "take small letters, digits and hyphens, and begin with a letter";

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
        self.that(is_name(name), &format!("{name:?} is no name: {NAMES}"));
        self.that(
            taken.insert(name),
            &format!("something else is called {name:?}: choose another name"),
        );
    }

    fn find(&self, name: &str) -> Option<&'a Parameter> {
        self.parameters.iter().find(|parameter| parameter.name == name)
    }

    /// What people read has to say something.
    fn says(&mut self, what: &str, words: &str) {
        self.that(
            !words.trim().is_empty(),
            &format!("{what} is empty: write what the page shall say"),
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
        for Note { title, text, .. } in task.notes {
            self.says("the title of a note", title);
            self.says("the text of a note", text);
        }
        if let Total::Sum(words) | Total::Count(words) = task.total {
            self.that(
                words.contains("{}"),
                &format!("the words of its total, {words:?}, need {{}} for the number"),
            );
        }
        self.that(
            !(matches!(task.total, Total::Sum(_)) && matches!(task.gives, Gives::Pictures(_))),
            "its results are pictures, which have no sum: count them, or have no total",
        );
        for (executor, _) in task.article.map_or(&[][..], |Article { seconds, .. }| seconds) {
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
        self.that(is_name(name), &format!("{name:?} is no name of a parameter: {NAMES}"));
        self.that(
            !TAKEN.contains(&name),
            &format!("the page has a parameter {name:?}: choose another name"),
        );
        self.says(&format!("the label of {name:?}"), parameter.label);
        let is_number = match parameter.kind {
            Kind::Number { min, max, initial, .. } => {
                self.that(
                    min <= max,
                    &format!("{name:?} is at least {min} and at most {max}: swap them"),
                );
                self.that(
                    min > max || (min <= initial && initial <= max),
                    &format!("the default of {name:?} is {initial}, outside of {min}..={max}"),
                );
                true
            }
            Kind::Choices(choices) => {
                let values: BTreeSet<_> = choices.iter().map(|(value, _)| value).collect();
                let all_names = values.iter().all(|value| is_name(value));
                self.that(
                    !choices.is_empty() && values.len() == choices.len() && all_names,
                    &format!("the choices of {name:?} need a value each, in small letters, digits and hyphens"),
                );
                for (value, label) in choices {
                    self.says(&format!("the label of {name}={value}"), label);
                }
                false
            }
        };
        self.that(
            is_number || !(parameter.seed || parameter.link_up_to.is_some()),
            &format!("{name:?} is a choice, which is no seed and bounds no link"),
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
    fn nothing_is_wrong_with_the_projects_own() {
        assert_eq!(problems(task::ALL, executor::ALL), [""; 0]);
    }

    #[test]
    fn each_mistake_has_a_sentence_with_the_values() {
        const N: Parameter = Parameter::whole("n", "Rows, n", 4, 14, 11);
        const SAID: &[(&[Parameter], &str)] = &[
            (
                &[Parameter::whole("n", "Rows, n", 4, 14, 44)],
                r#"the default of "n" is 44, outside of 4..=14"#,
            ),
            (
                &[Parameter::whole("n", "Rows, n", 14, 4, 11)],
                r#""n" is at least 14 and at most 4: swap them"#,
            ),
            (
                &[Parameter::whole("n", " ", 4, 14, 11)],
                r#"the label of "n" is empty: write what the page shall say"#,
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
                "the label of by=rows is empty: write what the page shall say",
            ),
        ];
        for (parameters, said) in SAID {
            assert_eq!(problem_of(&Description { parameters, ..TASK }), format!("fib: {said}"));
        }
    }

    #[test]
    fn two_tasks_of_one_name_are_named() {
        let problems = problems(&[TASK, TASK], executor::ALL);
        assert_eq!(
            problems,
            [r#"fib: something else is called "fib": choose another name"#]
        );
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
