//! The form's fields.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use easy_concurrency::limits;
use serde_json::Value;

use super::{Catalogue, list, text};
use crate::language::Language;
use crate::module::replace_once;

/// In the page, where the most workers go.
const MOST_WORKERS: &str = "{most workers}";

/// Puts what is described into its places in the page.
///
/// # Errors
///
/// If one of them is missing, or a text.
pub fn fill(page: &str, catalogue: &Catalogue, language: &Language) -> Result<String> {
    let Catalogue { tasks, executors, .. } = &catalogue.translated(language)?;
    let mut fields = Fields {
        page,
        taken: BTreeSet::new(),
        number: language.say("form.number")?,
        auto: language.say("form.auto")?,
    };
    let mut of_tasks = String::new();
    for (place, task) in list(tasks).iter().enumerate() {
        for parameter in list(&task["parameters"]) {
            let is_shown = place == 0 && list(&parameter["when"]).is_empty();
            of_tasks += &fields.make(parameter, Some(text(&task["name"])), is_shown)?;
        }
    }
    let of_executors: String = list(executors)
        .iter()
        .flat_map(|executor| list(&executor["parameters"]))
        .map(|parameter| fields.make(parameter, None, false))
        .collect::<Result<_>>()?;
    let (waits, computes) = (language.say("form.waits")?, language.say("form.computes")?);
    let task_choices = list(tasks).iter().map(|task| {
        let shown = if task["kind"] == "waits" { waits } else { computes };
        option(text(&task["name"]), &shown.replace("{task}", text(&task["label"])))
    });
    let executor_choices = list(executors)
        .iter()
        .map(|executor| option(text(&executor["name"]), text(&executor["label"])));
    ensure!(page.contains(MOST_WORKERS), "index.html lacks {MOST_WORKERS}");
    let mut page = page.replace(MOST_WORKERS, &limits::MOST_WORKERS.to_string());
    for (place, contents) in [
        ("<!-- tasks -->", task_choices.collect()),
        ("<!-- executors -->", executor_choices.collect()),
        ("<!-- parameters of tasks -->", of_tasks),
        ("<!-- parameters of executors -->", of_executors),
        // Beside the page's own, for the script that runs before all others.
        ("{parameters}", names(&[tasks, executors])),
        ("<!-- notes beside the times -->", notes(tasks, "times")),
        ("<!-- notes beside the speed-up -->", notes(tasks, "speedUp")),
        (
            "<!-- about the first executor -->",
            escape(text(&executors[0]["about"])),
        ),
    ] {
        page = replace_once(&page, place, &contents)?;
    }
    Ok(page)
}

/// Makes the fields.
struct Fields<'a> {
    /// Whose ids are taken.
    page: &'a str,
    taken: BTreeSet<String>,
    /// What the fields of numbers take, with `{min}` and `{max}`.
    number: &'a str,
    /// The same where `auto` is one more choice.
    auto: &'a str,
}

impl Fields<'_> {
    /// A parameter's name is its field's id, unless another task has one of that name.
    fn take(&mut self, name: &str, task: Option<&str>) -> Result<String> {
        let id = match task {
            Some(task) if self.taken.contains(name) => format!("{task}-{name}"),
            _ => name.to_owned(),
        };
        let is_taken = ['"', '\'']
            .iter()
            .any(|quote| self.page.contains(&format!(" id={quote}{id}{quote}")));
        ensure!(
            !is_taken,
            "index.html already has an element with the id {id}: give the parameter {name} another name"
        );
        self.taken.insert(id.clone());
        Ok(id)
    }

    /// A parameter's field.
    fn make(&mut self, parameter: &Value, task: Option<&str>, is_shown: bool) -> Result<String> {
        let name = text(&parameter["name"]);
        let id = self.take(name, task)?;
        let attributes = format!(r#"id="{id}" name="{name}""#);
        let control = if parameter["number"].is_null() {
            let choices = list(&parameter["choices"]);
            let options: String = choices
                .iter()
                .map(|choice| option(text(&choice[0]), text(&choice[1])))
                .collect();
            format!("<select {attributes}>{options}</select>")
        } else {
            let number = &parameter["number"];
            let bound = |which: &str| number[which].as_f64().unwrap_or_default();
            let (min, max, initial) = (bound("min"), bound("max"), bound("initial"));
            let (title, value) = if number["auto"] == true {
                (self.auto, "auto".to_owned())
            } else {
                (self.number, initial.to_string())
            };
            let title = title
                .replace("{min}", &min.to_string())
                .replace("{max}", &max.to_string());
            // Phones' keyboards for numbers have neither letters nor a minus sign.
            let keyboard = if number["auto"] == true || min < 0.0 {
                ""
            } else if number["fraction"] == true {
                r#" inputmode="decimal""#
            } else {
                r#" inputmode="numeric""#
            };
            // A browser's field of numbers drops what it doesn't know, such as a comma, and keeps another number.
            format!(r#"<input {attributes} type="text"{keyboard} title="{title}" required value="{value}">"#)
        };
        let of_task = task.map_or_else(String::new, |task| format!(r#" data-task="{task}""#));
        let hidden = if is_shown { "" } else { " hidden" };
        let label = escape(text(&parameter["label"]));
        Ok(
            format!(r#"<div class="field"{of_task}{hidden}><label for="{id}">{label}</label>{control}</div>"#)
                + "\n          ",
        )
    }
}

/// The names of all parameters, each after a stroke.
fn names(described: &[&Value]) -> String {
    let parameters = described
        .iter()
        .flat_map(|some| list(some))
        .flat_map(|one| list(&one["parameters"]));
    let names: BTreeSet<_> = parameters.map(|parameter| text(&parameter["name"])).collect();
    names.iter().flat_map(|name| ["|", name]).collect()
}

/// The notes of all tasks for one place; those of the first are shown until the page shows another's.
fn notes(tasks: &Value, place: &str) -> String {
    let of_task = |(nth, task): (usize, &Value)| {
        let hidden = if nth == 0 { "" } else { " hidden" };
        let name = text(&task["name"]);
        let own = list(&task["notes"]).iter().filter(|note| note["place"] == place);
        own.map(|note| {
            let [title, paragraph] = ["title", "text"].map(|part| escape(text(&note[part])));
            format!(r#"<div class="of-task" data-task="{name}"{hidden}><h3>{title}</h3><p>{paragraph}</p></div>"#)
        })
        .collect::<Vec<_>>()
        .concat()
    };
    list(tasks).iter().enumerate().map(of_task).collect()
}

fn option(value: &str, label: &str) -> String {
    format!(r#"<option value="{value}">{}</option>"#, escape(label))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Catalogue, Language, fill};

    const PAGE: &str = "<html data-parameters=\"task{parameters}\"><!-- tasks --><!-- executors --><!-- parameters of tasks --><!-- parameters of executors -->
        <!-- notes beside the times --><!-- notes beside the speed-up -->
        <!-- about the first executor --><input max=\"{most workers}\">";

    fn task(name: &str, parameters: &Value) -> Value {
        json!({ "name": name, "label": name, "kind": "computes", "parameters": parameters })
    }

    fn n(label: &str) -> Value {
        let number = json!({ "min": 1, "max": 50, "initial": 7.5, "fraction": true });
        json!({ "name": "n", "label": label, "number": number, "when": [] })
    }

    fn english() -> Language {
        Language::read("en").unwrap()
    }

    fn filled(tasks: Value) -> String {
        filled_in(&english(), tasks)
    }

    fn filled_in(language: &Language, tasks: Value) -> String {
        let executors = json!([{ "name": "loop", "label": "loop", "about": "A < loop.", "parameters": [] }]);
        fill(PAGE, &Catalogue::of(tasks, executors), language).unwrap()
    }

    #[test]
    fn what_a_language_says_of_tasks_is_in_its_fields_and_notes_and_the_rest_is_english() {
        let german = r#"export const PAGE = { "form": {
            "number": "eine Zahl von {min} bis {max}", "auto": "", "waits": "", "computes": "{task} (rechnet)" } };
export const CATALOGUE = { "tasks": { "fib": {
            "label": "Zahlen", "parameters": { "n": { "label": "bis n" }, "by": { "choices": { "rows": "Zeilen" } } } } } };
export const NOTES = { "fib": [{ "title": "Eine Aufgabe" }] };
"#;
        let by = json!({ "name": "by", "label": "By", "number": null, "choices": [["rows", "rows"], ["columns", "columns"]], "when": [] });
        let mut fib = task("fib", &json!([n("up to n"), by]));
        fib["notes"] = json!([{ "place": "times", "title": "A task", "text": "It computes." }]);
        let page = filled_in(&Language::of("de", german).unwrap(), json!([fib]));
        for expected in [
            r#"<option value="fib">Zahlen (rechnet)</option>"#,
            r#"<label for="n">bis n</label>"#,
            r#"title="eine Zahl von 1 bis 50""#,
            r#"<label for="by">By</label>"#,
            r#"<option value="rows">Zeilen</option><option value="columns">columns</option>"#,
            "<h3>Eine Aufgabe</h3><p>It computes.</p>",
        ] {
            assert!(page.contains(expected), "{page}");
        }
    }

    #[test]
    fn a_language_with_other_notes_of_a_task_than_in_english_is_an_error_that_names_both() {
        let script = "export const PAGE = {};\nexport const CATALOGUE = {};\nexport const NOTES = { \"fib\": [{}] };\n";
        let catalogue = Catalogue::of(json!([task("fib", &json!([]))]), json!([]));
        let error = fill(PAGE, &catalogue, &Language::of("xx", script).unwrap()).unwrap_err();
        let expected = "www/words/xx.js: NOTES must have as many notes of \"fib\" as its code in src/task";
        assert_eq!(error.to_string(), expected);
    }

    #[test]
    fn a_number_is_a_field_with_its_range() {
        let page = filled(json!([task("fib", &json!([n("n & more")]))]));
        assert!(
            page.contains(r#"<option value="fib">fib: computing</option>"#),
            "{page}"
        );
        let expected = r#"<div class="field" data-task="fib"><label for="n">n &amp; more</label><input id="n" name="n" type="text" inputmode="decimal" title="a number from 1 to 50" required value="7.5"></div>"#;
        assert!(page.contains(expected), "{page}");
        assert!(page.contains("A &lt; loop."), "{page}");
        assert!(page.contains(r#"data-parameters="task|n""#), "{page}");
    }

    #[test]
    fn a_number_that_may_be_found_by_itself_is_a_field_for_words() {
        let number = json!({ "min": 1, "max": 50, "initial": 7, "fraction": false, "auto": true });
        let parameter = json!({ "name": "n", "label": "n", "number": number, "when": [] });
        let page = filled(json!([task("fib", &json!([parameter]))]));
        let expected =
            r#"<input id="n" name="n" type="text" title="auto, or a number from 1 to 50" required value="auto">"#;
        assert!(page.contains(expected), "{page}");
    }

    #[test]
    fn two_tasks_may_have_a_parameter_of_one_name() {
        let page = filled(json!([task("a", &json!([n("n")])), task("b", &json!([n("n")]))]));
        assert!(
            page.contains(r#"<div class="field" data-task="b" hidden><label for="b-n">"#),
            "{page}"
        );
    }

    #[test]
    fn a_parameter_with_the_name_of_something_on_the_page_is_refused() {
        let (tasks, executors) = (json!([task("a", &json!([n("n")]))]), json!([]));
        let page = format!(r#"<p id="n"></p>{PAGE}"#);
        assert!(
            fill(&page, &Catalogue::of(tasks, executors), &english())
                .unwrap_err()
                .to_string()
                .contains("another name")
        );
    }

    #[test]
    fn a_page_without_a_place_for_them_is_an_error() {
        let (tasks, executors) = (json!([]), json!([]));
        assert!(fill("", &Catalogue::of(tasks, executors), &english()).is_err());
    }
}
