//! Ratios of the same kinds for each of a list of things: what is too much for rows of the table.

use serde::Serialize;

use crate::statistics::Ratio;

/// A table of ratios.
#[derive(Debug, Serialize)]
pub struct Grid {
    /// What its lines are.
    pub what: String,
    /// What its ratios are, from left to right.
    pub columns: Vec<String>,
    /// A thing, and its ratios.
    pub lines: Vec<(String, Vec<Option<Ratio>>)>,
}

impl Grid {
    /// The line whose ratio in this column is the worst by this measure.
    pub fn worst(&self, column: usize, how_bad: impl Fn(f64) -> f64) -> Option<(&str, Ratio)> {
        let ratios = self
            .lines
            .iter()
            .filter_map(|(name, ratios)| Some((name.as_str(), ratios[column]?)));
        ratios.max_by(|(_, one), (_, other)| how_bad(one.value).total_cmp(&how_bad(other.value)))
    }

    /// The table in Markdown.
    pub fn text(&self) -> String {
        let mut text = line(&self.what, self.columns.iter().cloned());
        text += &line("---", self.columns.iter().map(|_| "---".to_owned()));
        for (name, ratios) in &self.lines {
            text += &line(
                name,
                ratios
                    .iter()
                    .map(|ratio| ratio.map_or_else(|| "-".to_owned(), Ratio::text)),
            );
        }
        text
    }
}

fn line(first: &str, others: impl Iterator<Item = String>) -> String {
    let cells: Vec<String> = [first.to_owned()].into_iter().chain(others).collect();
    format!("| {} |\n", cells.join(" | "))
}

#[cfg(test)]
mod tests {
    use super::Grid;
    use crate::statistics::Ratio;

    fn grid(values: &[(&str, f64)]) -> Grid {
        let ratio = |value| Ratio {
            value,
            low: value - 0.01,
            high: value + 0.01,
        };
        let lines = values
            .iter()
            .map(|(name, value)| ((*name).to_owned(), vec![None, Some(ratio(*value))]));
        Grid {
            what: "executor".to_owned(),
            columns: vec!["a over b".to_owned(), "b over b".to_owned()],
            lines: lines.collect(),
        }
    }

    #[test]
    fn the_worst_is_the_largest_or_the_farthest_off_as_one_measures() {
        let grid = grid(&[("loop", 0.9), ("threads", 1.05), ("async", 1.0)]);
        assert_eq!(grid.worst(1, |value| value).unwrap().0, "threads");
        assert_eq!(grid.worst(1, |value| value.ln().abs()).unwrap().0, "loop");
    }

    #[test]
    fn what_has_no_ratio_is_not_the_worst() {
        assert_eq!(grid(&[("loop", 1.0)]).worst(0, |value| value), None);
    }

    #[test]
    fn the_table_has_a_line_for_each() {
        let text = grid(&[("loop", 1.0)]).text();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(
            lines,
            [
                "| executor | a over b | b over b |",
                "| --- | --- | --- |",
                "| loop | - | 1.000 (0.990 to 1.010) |"
            ]
        );
    }
}
