//! What the page is made of: all that is said of tasks and executors beside their code, as a script and as the form's fields.

mod form;
mod listings;
mod table;

use std::fs;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::paths;

pub use form::fill;
pub use table::write as write_table;

/// What is said of tasks and executors.
pub struct Catalogue {
    /// Those of the tasks, as in `www/types.d.ts`.
    pub tasks: Value,
    /// Those of the executors, likewise, with their listings.
    pub executors: Value,
}

impl Catalogue {
    /// Reads what the code says.
    ///
    /// # Errors
    ///
    /// What is wrong with a description, and what to mend.
    pub fn read() -> Result<Self> {
        let (tasks, mut executors) = match easy_concurrency::catalogue::json() {
            Ok(found) => found,
            Err(problems) => bail!("src/ describes what can't be:\n  {}", problems.join("\n  ")),
        };
        let mut listings = listings::read(&paths::root().join("src/executor"))?;
        for executor in executors.as_array_mut().into_iter().flatten() {
            let name = executor["name"].as_str().unwrap_or_default().to_owned();
            let listing = listings.remove(&name);
            executor["rust"] = json!(listing.with_context(|| {
                format!("mark the lines that make the executor {name} with // <code:{name}> and // </code>: the page shows them")
            })?);
        }
        if let Some(name) = listings.keys().next() {
            bail!("the lines between // <code:{name}> and // </code> are of no executor");
        }
        Ok(Self { tasks, executors })
    }

    /// The page's script.
    fn script(&self) -> String {
        let constant =
            |name: &str, value: &Value| format!("export const {name} = /** @type {{const}} */ ({value:#});\n");
        [
            "// Made of what src/task and src/executor say of tasks and executors.\n".to_owned(),
            constant("TASKS", &self.tasks),
            constant("EXECUTORS", &self.executors),
        ]
        .concat()
    }

    /// Writes the script beside the page's others, for those who look into them: the type check, the tests, editors.
    pub fn keep(&self) -> Result<()> {
        let path = paths::root().join("www/catalogue.js");
        let script = self.script();
        if fs::read_to_string(&path).is_ok_and(|kept| kept == script) {
            return Ok(());
        }
        fs::write(&path, script).with_context(|| format!("can't write {}", path.display()))
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
