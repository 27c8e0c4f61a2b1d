//! What the page is made of: all that is said of tasks and executors beside their code, and the limits that Rust and JavaScript
//! share, as a script and as the form's fields.

mod form;
mod listings;
mod registered;
mod table;
mod translation;

use std::fs;

use anyhow::{Context, Result, bail};
use easy_concurrency::catalogue::LIMITS;
use serde_json::{Value, json};

use crate::language::LANGUAGES;
use crate::paths;

pub use form::fill;
pub use table::write as write_table;

/// What is said of tasks and executors.
pub struct Catalogue {
    /// Those of the tasks, as in `www/types/shapes.d.ts`.
    pub tasks: Value,
    /// Those of the executors, likewise.
    pub executors: Value,
    /// The same in Rust, Python and JavaScript, by executor.
    listings: Value,
}

impl Catalogue {
    /// Reads what the code says.
    ///
    /// # Errors
    ///
    /// The mistakes in the descriptions, and how to fix them.
    pub fn read() -> Result<Self> {
        registered::check()?;
        let (tasks, mut executors) = match easy_concurrency::catalogue::json() {
            Ok(found) => found,
            Err(problems) => bail!("please fix these descriptions in src/:\n  {}", problems.join("\n  ")),
        };
        let mut listings = listings::read(&paths::root().join("src/executor"))?;
        let mut shown = serde_json::Map::new();
        for executor in executors.as_array_mut().into_iter().flatten() {
            let name = text(&executor["name"]).to_owned();
            let rust = listings.remove(&name);
            let rust = rust.with_context(|| {
                format!("no lines are marked for the executor {name}: put // <code:{name}> and // </code> around the lines that the page shows")
            })?;
            let described = executor
                .as_object_mut()
                .context("an executor is described by an object")?;
            let (python, javascript) = (described.remove("python"), described.remove("javascript"));
            shown.insert(
                name,
                json!({ "rust": rust, "python": python, "javascript": javascript }),
            );
        }
        if let Some(name) = listings.keys().next() {
            bail!("// <code:{name}> names no executor: correct the name, or remove the marks");
        }
        Ok(Self {
            tasks,
            executors,
            listings: shown.into(),
        })
    }

    /// One without listings.
    #[cfg(test)]
    fn of(tasks: Value, executors: Value) -> Self {
        let listings = Value::Null;
        Self {
            tasks,
            executors,
            listings,
        }
    }

    /// The page's scripts, by their places in `www/`.
    fn scripts(&self) -> [(&'static str, String); 2] {
        let constant =
            |name: &str, value: &Value| format!("export const {name} = /** @type {{const}} */ ({value:#});\n");
        let head = "// Generated from the descriptions in src/task and src/executor.\n";
        let limits = LIMITS
            .map(|(name, limit)| format!("export const {name} = {limit};\n"))
            .concat();
        let languages = constant("LANGUAGES", &json!(LANGUAGES.map(|(code, _)| code)));
        // No script shows the notes: they are in the page's HTML.
        let mut tasks = self.tasks.clone();
        for task in tasks.as_array_mut().into_iter().flatten() {
            task.as_object_mut().map(|task| task.remove("notes"));
        }
        let described = [
            limits,
            languages,
            constant("TASKS", &tasks),
            constant("EXECUTORS", &self.executors),
        ]
        .concat();
        [
            ("settings/catalogue.js", [head, &described].concat()),
            // Apart, since no run needs them.
            (
                "settings/listings.js",
                [head, &constant("LISTINGS", &self.listings)].concat(),
            ),
        ]
    }

    /// Writes the scripts beside the page's others, for those who look into them: the type check, the tests, editors.
    ///
    /// # Errors
    ///
    /// If they can't be written.
    pub fn keep(&self) -> Result<()> {
        for (name, script) in self.scripts() {
            let path = paths::root().join("www").join(name);
            if fs::read_to_string(&path).is_ok_and(|kept| kept == script) {
                continue;
            }
            fs::write(&path, script).with_context(|| format!("can't write {}", path.display()))?;
        }
        Ok(())
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
