//! What is said of tasks and executors in another language: what that lacks stays English.

use anyhow::{Result, ensure};
use serde_json::{Map, Value};

use super::{Catalogue, list, text};
use crate::language::Language;

impl Catalogue {
    /// The catalogue in that language.
    ///
    /// # Errors
    ///
    /// Names the task whose notes are fewer or more than in English.
    pub fn translated(&self, language: &Language) -> Result<Self> {
        let [mut tasks, executors] =
            [("tasks", &self.tasks), ("executors", &self.executors)].map(|(kind, described)| {
                let mut described = described.clone();
                let said = &language.catalogue[kind];
                for one in described.as_array_mut().into_iter().flatten() {
                    translate(one, |name| said.get(name));
                }
                described
            });
        for task in tasks.as_array_mut().into_iter().flatten() {
            translate_notes(task, language)?;
        }
        Ok(Self {
            tasks,
            executors,
            listings: Value::Null,
        })
    }
}

/// Translates what the page's HTML shows of a task or an executor.
fn translate<'a>(described: &mut Value, said: impl Fn(&str) -> Option<&'a Value>) {
    let name = described["name"].as_str().unwrap_or_default();
    let Some(said) = said(name) else { return };
    replace(described, said, &["label", "about"]);
    for parameter in described["parameters"].as_array_mut().into_iter().flatten() {
        let said = &said["parameters"][parameter["name"].as_str().unwrap_or_default()];
        replace(parameter, said, &["label"]);
        for choice in parameter["choices"].as_array_mut().into_iter().flatten() {
            if let Some(label) = said["choices"].get(choice[0].as_str().unwrap_or_default()) {
                choice[1] = label.clone();
            }
        }
    }
}

fn translate_notes(task: &mut Value, language: &Language) -> Result<()> {
    let Some(said) = language.notes.get(text(&task["name"])) else {
        return Ok(());
    };
    ensure!(
        list(said).len() == list(&task["notes"]).len(),
        "www/words/{}.js: NOTES must have as many notes of {} as its code in src/task",
        language.code,
        task["name"]
    );
    let notes = task["notes"].as_array_mut().into_iter().flatten();
    for (note, said) in notes.zip(list(said)) {
        replace(note, said, &["title", "text"]);
    }
    Ok(())
}

fn replace(described: &mut Value, said: &Value, keys: &[&str]) {
    let texts = said.as_object().into_iter().flat_map(Map::iter);
    for (key, text) in texts.filter(|(key, _)| keys.contains(&key.as_str())) {
        described[key] = text.clone();
    }
}
