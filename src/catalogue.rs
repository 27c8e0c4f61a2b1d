//! All that is said of tasks and executors, for those who show it: the build makes the page's form, its types and its words of it.
//! Never part of the module.

use crate::executor::{self, Executor};
use crate::parameter::{Kind, Parameter, When};
use crate::task::{self, Description};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// What the page itself sets, beside tasks and executors.
const TAKEN: [&str; 5] = ["task", "executor", "workers", "repeats", "run"];

/// Every task and every executor, as JSON.
///
/// # Errors
///
/// A line for each thing that is wrong with a description, which says what to mend.
pub fn json() -> Result<(Value, Value), Vec<String>> {
    let problems = problems(task::ALL, executor::ALL);
    if problems.is_empty() {
        Ok((json!(task::ALL), json!(executor::ALL)))
    } else {
        Err(problems)
    }
}

fn problems(tasks: &[Description], executors: &[Executor]) -> Vec<String> {
    let mut problems = Vec::new();
    let mut names = BTreeSet::new();
    let mut of_executors = BTreeSet::new();
    for executor in executors {
        let about = format!("executor {:?}", executor.name);
        if !is_name(executor.name) || !names.insert(executor.name) {
            problems.push(format!(
                "{about}: give it a name of its own, of small letters, digits and hyphens"
            ));
        }
        for parameter in executor.parameters {
            let known = executor.parameters;
            check_parameter(&about, parameter, known, executors, &mut problems);
            if !of_executors.insert(parameter.name) {
                problems.push(format!(
                    "{about}: another executor has the parameter {:?}; choose another name",
                    parameter.name
                ));
            }
        }
    }
    names.clear();
    for task in tasks {
        let about = format!("task {:?}", task.name);
        let mut problem = |what: String| problems.push(format!("{about}: {what}"));
        if !is_name(task.name) || !names.insert(task.name) {
            problem("give it a name of its own, of small letters, digits and hyphens".into());
        }
        let parameter = |name: &str| task.parameters.iter().find(|parameter| parameter.name == name);
        let mut seen = BTreeSet::new();
        for Parameter { name, .. } in task.parameters {
            if !seen.insert(name) || of_executors.contains(name) {
                problem(format!(
                    "there are two parameters {name:?}, its own or an executor's; choose another name"
                ));
            }
        }
        let is_whole = |name: &str| {
            parameter(name).is_some_and(|parameter| matches!(parameter.kind, Kind::Number { fraction: false, .. }))
        };
        if !is_whole(task.inputs.count) {
            problem(format!(
                "its inputs are counted by {:?}, which is none of its parameters of whole numbers",
                task.inputs.count
            ));
        }
        if !task.inputs.name.contains("{}") {
            problem(format!(
                "the name of an input, {:?}, needs {{}} for the input",
                task.inputs.name
            ));
        }
        for (words, _) in task.work {
            for name in slots(words) {
                if parameter(name).is_none() {
                    problem(format!(
                        "its work is said with {{{name}}}, which is none of its parameters"
                    ));
                }
            }
        }
        for (executor, _) in task.article {
            if !executors.iter().any(|known| known.name == *executor) {
                problem(format!("it has a figure of {executor:?}, which is no executor"));
            }
        }
        for parameter in task.parameters {
            check_parameter(&about, parameter, task.parameters, executors, &mut problems);
        }
    }
    problems
}

fn check_parameter(
    about: &str,
    parameter: &Parameter,
    all: &[Parameter],
    executors: &[Executor],
    problems: &mut Vec<String>,
) {
    let name = parameter.name;
    let mut problem = |what: &str| problems.push(format!("{about}, parameter {name:?}: {what}"));
    if !is_name(name) || TAKEN.contains(&name) {
        problem("it needs a name of small letters, digits and hyphens, other than those of the page's own");
    }
    match parameter.kind {
        Kind::Number { min, max, initial, .. } if !(min <= initial && initial <= max) => {
            problem("what it is if nothing else is said lies outside its range");
        }
        Kind::Choices([]) => problem("it has no choices"),
        _ => {}
    }
    for when in parameter.when {
        let (When::Is(other, value) | When::Not(other, value)) = when else {
            continue;
        };
        let mut choices = all.iter().filter(|parameter| parameter.name == *other);
        let is_known = match choices.next().map(|parameter| parameter.kind) {
            Some(Kind::Choices(choices)) => choices.iter().any(|(choice, _)| choice == value),
            Some(Kind::Number { .. }) => true,
            None => *other == "executor" && executors.iter().any(|executor| executor.name == *value),
        };
        if !is_known {
            problem(&format!("{other}={value}, on which it depends, can't be"));
        }
    }
}

/// As it can stand in an address, and name an attribute.
fn is_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name
            .bytes()
            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

/// The names of parameters in words such as `{count|picture|pictures} of {width}`.
fn slots(words: &str) -> impl Iterator<Item = &str> {
    words.split('{').skip(1).map(|rest| {
        let slot = rest.split('}').next().unwrap_or_default();
        slot.split('|').next().unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::problems;
    use crate::executor;
    use crate::parameter::{Parameter, When};
    use crate::task::fib::TASK;
    use crate::task::{self, Description, Inputs};

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
}
