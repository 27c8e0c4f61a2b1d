//! The page's languages: for each, the build fills index.html with the texts of `www/words/`.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::paths;

/// Each by its code and its own name. The first is that of index.html, and of visitors who read none of them.
pub const LANGUAGES: [(&str, &str); 3] = [("en", "English"), ("de", "Deutsch"), ("es", "Español")];

/// A language with its texts.
pub struct Language {
    /// As in the document's `lang`.
    pub code: &'static str,
    page: Value,
    /// The texts of tasks and executors, where they have any in this language.
    pub catalogue: Value,
    /// The notes of tasks, by the tasks' names.
    pub notes: Value,
    used: RefCell<BTreeSet<String>>,
}

impl Language {
    /// Reads the texts of a language.
    ///
    /// # Errors
    ///
    /// If they can't be read, with their place.
    pub fn read(code: &'static str) -> Result<Self> {
        let file = paths::root().join(format!("www/words/{code}.js"));
        let script = fs::read_to_string(&file).with_context(|| format!("can't read {}", file.display()))?;
        Self::of(code, &script)
    }

    /// A language whose texts are in this script.
    ///
    /// # Errors
    ///
    /// If it lacks them.
    pub fn of(code: &'static str, script: &str) -> Result<Self> {
        let read = |name| constant(script, name).with_context(|| format!("www/words/{code}.js"));
        Ok(Self {
            code,
            page: read("PAGE")?,
            catalogue: read("CATALOGUE")?,
            notes: read("NOTES")?,
            used: RefCell::default(),
        })
    }

    /// The name of the page in this language.
    pub fn file(&self) -> String {
        file_of(self.code)
    }

    /// The text of this key, such as `form.run`.
    ///
    /// # Errors
    ///
    /// If there is none, or one that can't stand in an attribute.
    pub fn say(&self, key: &str) -> Result<&str> {
        let text = self.page.pointer(&format!("/{}", key.replace('.', "/")));
        let text = text
            .and_then(Value::as_str)
            .with_context(|| format!("www/words/{}.js: PAGE has no text {key}", self.code))?;
        ensure!(
            !text.contains('"'),
            "www/words/{}.js: write ' or “ for \" in PAGE's {key}",
            self.code
        );
        self.used.borrow_mut().insert(key.to_owned());
        Ok(text)
    }

    /// Puts the texts into their places, `{{key}}`.
    ///
    /// # Errors
    ///
    /// If one is missing.
    pub fn fill(&self, template: &str) -> Result<String> {
        let mut parts = template.split("{{");
        let mut page = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (key, rest) = part.split_once("}}").context("index.html has {{ without }}")?;
            page += self.say(key)?;
            page += rest;
        }
        Ok(page)
    }

    /// Checks that each text has been used.
    ///
    /// # Errors
    ///
    /// Names the texts that haven't.
    pub fn check_use(&self) -> Result<()> {
        let sections = self.page.as_object().into_iter().flatten();
        let all = sections.flat_map(|(section, texts)| {
            let names = texts.as_object().into_iter().flat_map(|texts| texts.keys());
            names.map(move |name| format!("{section}.{name}"))
        });
        let used = self.used.borrow();
        let unused: Vec<_> = all.filter(|key| !used.contains(key)).collect();
        if !unused.is_empty() {
            bail!("www/words/{}.js: nothing uses PAGE's {}", self.code, unused.join(", "));
        }
        Ok(())
    }
}

/// The name of the page in a language.
pub fn file_of(code: &str) -> String {
    let name = if code == LANGUAGES[0].0 { "index" } else { code };
    format!("{name}.html")
}

/// The language of a page.
pub fn code_of(file: &str) -> &str {
    let name = file.trim_end_matches(".html");
    if name == "index" { LANGUAGES[0].0 } else { name }
}

/// A constant of a script, which is JSON there.
fn constant(script: &str, name: &str) -> Result<Value> {
    let (_, rest) = script
        .split_once(&format!("export const {name} = "))
        .with_context(|| format!("it lacks `export const {name} = `"))?;
    // No string of JSON goes over the end of a line.
    let (json, _) = rest
        .split_once(";\n")
        .with_context(|| format!("{name} has no end: a line that closes with `;`"))?;
    serde_json::from_str(json).with_context(|| format!("{name} isn't JSON"))
}

#[cfg(test)]
mod tests {
    use super::Language;

    fn language(page: &str) -> Language {
        let script =
            format!("export const PAGE = {page};\n\nexport const CATALOGUE = {{}};\nexport const NOTES = {{}};\n");
        Language::of("xx", &script).unwrap()
    }

    #[test]
    fn a_text_stands_in_each_of_its_places() {
        let language = language("{\n  \"form\": { \"run\": \"¡Dale; <em>ya</em>!\" }\n}");
        assert_eq!(
            language.fill("<p>{{form.run}}</p><b>{{form.run}}</b>").unwrap(),
            "<p>¡Dale; <em>ya</em>!</p><b>¡Dale; <em>ya</em>!</b>"
        );
        language.check_use().unwrap();
    }

    #[test]
    fn a_text_that_is_missing_or_unused_is_named_with_its_language() {
        let language = language(r#"{ "form": { "run": "Los", "stop": "Halt" }, "quoted": { "text": "\"" } }"#);
        let error = |result: anyhow::Result<String>| result.unwrap_err().to_string();
        assert_eq!(
            error(language.fill("{{form.go}}")),
            "www/words/xx.js: PAGE has no text form.go"
        );
        language.fill("{{form.run}}").unwrap();
        assert_eq!(
            error(language.check_use().map(|()| String::new())),
            "www/words/xx.js: nothing uses PAGE's form.stop, quoted.text"
        );
        assert!(error(language.fill("{{quoted.text}}")).contains("write '"));
    }

    #[test]
    fn texts_that_are_no_json_are_an_error_that_names_the_file() {
        let error = Language::of("xx", "export const PAGE = { 'a': 1 };\n").err().unwrap();
        assert!(
            format!("{error:#}").starts_with("www/words/xx.js: PAGE isn't JSON"),
            "{error:#}"
        );
    }
}
