//! The table of parameters in docs/address.md.

use std::fs;

use anyhow::{Context, Result};
use serde_json::Value;

use super::{Catalogue, list, text};
use crate::paths;

const DOCUMENT: &str = "docs/address.md";
const HEAD: &str = "| parameter | of | values | default |\n";

/// Replaces the table in the document.
pub fn write(catalogue: &Catalogue) -> Result<()> {
    let path = paths::root().join(DOCUMENT);
    let document = fs::read_to_string(&path).with_context(|| format!("can't read {DOCUMENT}"))?;
    let (before, rest) = document
        .split_once(HEAD)
        .with_context(|| format!("{DOCUMENT} lacks the line {}", HEAD.trim_end()))?;
    let (_, after) = rest.split_once("\n\n").unwrap_or((rest, ""));
    let written = [before, &table(catalogue), "\n", after].concat();
    fs::write(path, written).with_context(|| format!("can't write {DOCUMENT}"))
}

/// A table in Markdown.
fn table(Catalogue { tasks, executors, .. }: &Catalogue) -> String {
    let mut table = [HEAD, "| --- | --- | --- | --- |\n"].concat();
    for described in list(tasks).iter().chain(list(executors)) {
        for parameter in list(&described["parameters"]) {
            table += &row(text(&described["name"]), parameter);
        }
    }
    table
}

fn row(of: &str, parameter: &Value) -> String {
    let name = text(&parameter["name"]);
    let (values, initial) = match &parameter["number"] {
        Value::Null => {
            let choices = list(&parameter["choices"]).iter();
            let choices: Vec<_> = choices.map(|choice| format!("`{}`", text(&choice[0]))).collect();
            (choices.join(", "), choices.first().cloned().unwrap_or_default())
        }
        number => {
            let bound = |which: &str| number[which].as_f64().unwrap_or_default().to_string();
            let kind = if number["fraction"] == true {
                ", decimals too"
            } else {
                ""
            };
            let linked = parameter["linkUpTo"].as_f64();
            let link = linked.map_or_else(String::new, |most| format!("; above {most} a link waits for a click"));
            let is_auto = number["auto"] == true;
            let auto = if is_auto { ", or `auto`" } else { "" };
            let values = format!("{} to {}{kind}{auto}{link}", bound("min"), bound("max"));
            (values, if is_auto { "`auto`".into() } else { bound("initial") })
        }
    };
    let beside: Vec<_> = std::iter::once(format!("`{of}`"))
        .chain(list(&parameter["when"]).iter().map(condition))
        .collect();
    let beside = beside.join(", ");
    format!("| `{name}` | {beside} | {values} | {initial} |\n")
}

fn condition(when: &Value) -> String {
    match when {
        Value::String(word) if word == "computes" => "tasks that compute".into(),
        Value::String(_) => "tasks whose larger inputs take longer".into(),
        other => {
            let is = &other["is"];
            let (pair, sign) = if is.is_null() {
                (&other["not"], "≠")
            } else {
                (is, "=")
            };
            format!("`{}{sign}{}`", text(&pair[0]), text(&pair[1]))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Catalogue, DOCUMENT, table};
    use crate::paths;

    #[test]
    fn the_document_lists_every_parameter_as_it_is_described() {
        let table = table(&Catalogue::read().unwrap());
        let document = fs::read_to_string(paths::root().join(DOCUMENT)).unwrap();
        assert!(
            document.contains(&table),
            "`cargo xtask fmt` puts this table into {DOCUMENT}:\n\n{table}"
        );
    }
}
